import type { Row, SheetData } from 'write-excel-file/node';
import type { Table } from './table.ts';
import { setZipTimes } from './zip-times.ts';

/** Widest column, characters. */
const widest = 60;
/** Longest name of a sheet, and letters that it may not have. */
const nameLimit = 31;
const notInNames = /[\\/?*[\]:]/g;

/** Rows that a column's width is told from. */
const looked = 500;

/**
 * Tables as a workbook, a sheet each. The same tables give the same bytes.
 * @param dated the day that its files are said to be from
 */
export async function writeWorkbook(tables: readonly Table[], dated = new Date(0)): Promise<Buffer> {
  // Read when it is needed: a service that starts has no use for it yet.
  const { default: writeXlsx } = await import('write-excel-file/node');
  const sheets = tables.map(({ name, headings, rows }) => ({
    sheet: name.replace(notInNames, ' ').slice(0, nameLimit),
    stickyRowsCount: 1,
    columns: headings.map((heading, column) => ({
      width: Math.min(
        widest,
        2 + Math.max(heading.length, ...rows.slice(0, looked).map((row) => String(row[column] ?? '').length)),
      ),
    })),
    data: [headings.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map(rowOf)] as SheetData,
  }));
  const archive = await writeXlsx(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return setZipTimes(archive, dated);
}

/** Text is written as text whatever it begins with: no cell is a formula. */
const rowOf = (cells: Table['rows'][number]): Row =>
  cells.map((value) => {
    if (value === null) return null;
    if (typeof value === 'string')
      return { type: String, value, wrap: value.length > widest, alignVertical: 'top' as const };
    return { type: Number, value, format: Number.isInteger(value) ? '0' : '0.000' };
  });
