import type { Report } from '../report.ts';
import { documentOf } from './document.ts';
import { pdfOf } from './pdfmake.ts';

/** A report as a PDF, A4. The same report gives the same bytes. */
export const writePdf = (report: Report): Promise<Buffer> => pdfOf(documentOf(report));
