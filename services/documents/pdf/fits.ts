import type { Content } from './pdfmake.ts';

/** Letters that surely fit on a page in the narrowest column of a table. */
const mostLetters = 700;

/** Whether no row of a table can be as high as a page. */
export const rowsFit = (rows: readonly (readonly Content[])[]): boolean =>
  rows.every((row) => row.every((cell) => lettersIn(cell) <= mostLetters));

function lettersIn(content: Content): number {
  if (typeof content === 'string') return content.length;
  const { text = [], stack = [], columns = [] } = content;
  const parts: Content[] = [...(isSeveral(text) ? text : [text]), ...stack, ...columns];
  return parts.reduce<number>((sum, part) => sum + lettersIn(part), 0);
}

const isSeveral = (text: Content | readonly Content[]): text is readonly Content[] => Array.isArray(text);
