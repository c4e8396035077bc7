import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Database } from '../../database/database.ts';
import { reportCsv } from '../answer/report-csv.ts';
import type { FullCheck } from './check-in-full.ts';
import { reportOf } from './check-report.ts';
import { reportPage } from './html/page.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { layerTitles } from './layer-titles.ts';
import { reportText } from './report-text.ts';
import { writeSpreadsheet } from './xlsx/write-spreadsheet.ts';

interface Given {
  database: Database;
  catalogue: Catalogue;
}

/** A finished check in each form that it can be written in, as text or bytes. */
export const reportFormats = {
  text: ({ result, language }: FullCheck, { catalogue }: Given) =>
    Promise.resolve(reportText(result, language, layerTitles(catalogue, language))),
  json: ({ result }: FullCheck) => Promise.resolve(`${JSON.stringify(result, null, 2)}\n`),
  geojson: ({ result }: FullCheck) => Promise.resolve(`${JSON.stringify(result.findings)}\n`),
  csv: ({ result }: FullCheck) => Promise.resolve(reportCsv(result)),
  html: async (full: FullCheck, { database, catalogue }: Given) =>
    reportPage(await reportOf(database, catalogue, full)),
  pdf: async (full: FullCheck, { database, catalogue }: Given) => writePdf(await reportOf(database, catalogue, full)),
  xlsx: async (full: FullCheck, { database, catalogue }: Given) =>
    writeSpreadsheet(full.result, await reportOf(database, catalogue, full)),
} satisfies Record<string, (full: FullCheck, given: Given) => Promise<string | Buffer>>;

export type ReportFormat = keyof typeof reportFormats;
