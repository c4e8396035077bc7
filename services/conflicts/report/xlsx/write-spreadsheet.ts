import { writeWorkbook } from '../../../tables/write-workbook.ts';
import type { CheckResult } from '../../answer/result.ts';
import type { Report } from '../report.ts';
import { texts } from '../texts/texts.ts';
import { textInCell } from './cell-text.ts';
import { sheetsOf } from './sheets.ts';

/**
 * A check as a spreadsheet: every finding a row, figures as numbers. The same check gives the same bytes.
 * @param report the same check as a document
 */
export async function writeSpreadsheet(result: CheckResult, report: Report): Promise<Buffer> {
  const say = texts[report.language];
  const sheets = sheetsOf(result, report).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? textInCell(cell, say) : cell))),
  }));
  return writeWorkbook(sheets, new Date(report.dataAsOf ?? 0));
}
