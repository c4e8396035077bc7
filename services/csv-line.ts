/** One line of CSV (RFC 4180), quoted where it must be; null is empty, and what is not text is written as JSON. */
export const csvLine = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? quoted(text) : text;
}

/**
 * One line of CSV for people to open in a spreadsheet. Text that a spreadsheet would run as a formula gets an apostrophe
 * before it (OWASP, CSV injection); not for data that must come back the same.
 */
export const csvLineToRead = (cells: readonly unknown[]): string =>
  `${cells.map((value) => (typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? quoted(`'${value}`) : cell(value))).join(',')}\r\n`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
