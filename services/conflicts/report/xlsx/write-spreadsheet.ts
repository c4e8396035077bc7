import writeXlsx, { type Row, type SheetData } from 'write-excel-file/node';
import type { CheckResult } from '../../answer/result.ts';
import type { Report } from '../report.ts';
import { texts, type Texts } from '../texts/texts.ts';
import { textInCell } from './cell-text.ts';
import { sheetsOf, type Cell, type Sheet } from './sheets.ts';
import { setZipTimes } from './zip-times.ts';

/** Widest column, characters. */
const widest = 60;

/**
 * A check as a spreadsheet: every finding a row, figures as numbers. The same check gives the same bytes.
 * @param report the same check as a document
 */
export async function writeSpreadsheet(result: CheckResult, report: Report): Promise<Buffer> {
  const sheets = sheetsOf(result, report).map(({ name, headings, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widthsOf({ name, headings, rows }),
    data: [
      headings.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((cells) => rowOf(cells, texts[report.language])),
    ] as SheetData,
  }));
  const archive = await writeXlsx(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return setZipTimes(archive, new Date(report.dataAsOf ?? 0));
}

/** Text is written as text whatever it begins with: no cell is a formula. */
const rowOf = (cells: readonly Cell[], say: Texts): Row =>
  cells.map((value) =>
    value === null
      ? null
      : typeof value === 'number'
        ? { type: Number, value, format: Number.isInteger(value) ? '0' : '0.000' }
        : { type: String, value: textInCell(value, say), wrap: value.length > widest, alignVertical: 'top' as const },
  );

const widthsOf = ({ headings, rows }: Sheet) =>
  headings.map((heading, column) => ({
    width: Math.min(
      widest,
      2 + Math.max(heading.length, ...rows.slice(0, 500).map((row) => String(row[column] ?? '').length)),
    ),
  }));
