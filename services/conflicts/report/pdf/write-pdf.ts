import type { Report } from '../report.ts';
import { documentOf } from './document.ts';

/** A report as a PDF, A4. The same report gives the same bytes. */
export async function writePdf(report: Report): Promise<Buffer> {
  // Read when it is needed: a service that starts has no use for it yet.
  const { pdfOf } = await import('../../../documents/pdf/pdfmake.ts');
  return pdfOf(documentOf(report));
}
