import writeXlsx, { type Row, type SheetData } from 'write-excel-file/node';
import { setZipTimes } from '../conflicts/report/xlsx/zip-times.ts';
import type { Table } from './table.ts';

/** Widest column, characters. */
const widest = 60;
/** Longest name of a sheet, and letters that it may not have. */
const nameLimit = 31;
const notInNames = /[\\/?*[\]:]/g;

/** Tables as a workbook, a sheet each. The same tables give the same bytes. */
export async function writeWorkbook(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ name, headings, rows }) => ({
    sheet: name.replace(notInNames, ' ').slice(0, nameLimit),
    stickyRowsCount: 1,
    columns: headings.map((heading, column) => ({
      width: Math.min(widest, 2 + Math.max(heading.length, ...rows.map((row) => String(row[column] ?? '').length))),
    })),
    data: [headings.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map(rowOf)] as SheetData,
  }));
  const archive = await writeXlsx(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return setZipTimes(archive, new Date(0));
}

/** Text is written as text whatever it begins with: no cell is a formula. */
const rowOf = (cells: Table['rows'][number]): Row =>
  cells.map((value) => {
    if (value === null) return null;
    if (typeof value === 'string') return { type: String, value };
    return { type: Number, value, format: Number.isInteger(value) ? '0' : '0.000' };
  });
