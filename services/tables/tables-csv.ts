import { csvLineToRead } from '../csv-line.ts';
import type { Table } from './table.ts';

/** Tables as CSV, one below the other: each under a line with its name, an empty line between. */
export const tablesCsv = (tables: readonly Table[]): string =>
  tables
    .map(({ name, headings, rows }) => [[name], headings, ...rows].map((cells) => csvLineToRead(cells)).join(''))
    .join('\r\n');
