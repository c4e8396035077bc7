import type { Picture } from '../picture/picture.ts';
import { rowsFit } from './fits.ts';
import type { Block, Content } from './pdfmake.ts';

export const ink = '#1d2327';
/** Of what is read second; 4.5 to 1 on white. */
export const quiet = '#4a545a';
const rule = '#b9c1c6';

/** A table with its heading on every page; its rows are kept whole where none can be higher than a page. @param headings none for a table without */
export const table = (
  headings: readonly string[],
  widths: (string | number)[],
  rows: readonly (readonly Content[])[],
): Block => ({
  table: {
    headerRows: headings.length > 0 ? 1 : 0,
    dontBreakRows: rowsFit(rows),
    // A heading does not stay alone at the foot of a page.
    ...(headings.length > 0 && rowsFit(rows.slice(0, 1)) && { keepWithHeaderRows: 1 }),
    widths,
    body: [
      ...(headings.length > 0 ? [headings.map((text) => ({ text, bold: true, fillColor: '#eef1f3' }))] : []),
      ...rows.map((row) => [...row]),
    ],
  },
  layout: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0,
    hLineColor: () => rule,
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  },
});

/** Labels with their texts, in columns read from left to right. */
export function facts(pairs: readonly (readonly [string, string])[], columns: number): Block {
  const cells = pairs.map(([title, text]): Content => ({
    stack: [{ text: title, color: quiet, fontSize: 7.5 }, breakable(text)],
    margin: [0, 0, 6, 4],
  }));
  const rows: Content[] = [];
  for (let first = 0; first < cells.length; first += columns) {
    const row = cells.slice(first, first + columns);
    rows.push({ columns: [...row, ...Array<Content>(columns - row.length).fill({ text: '' })] });
  }
  return { stack: rows };
}

/** Long words such as keys and ids get places to break. */
export const breakable = (text: string): string => text.replace(/(\S{24})(?=\S)/g, '$1\u200b');

/** A map with its legend; its words, for those who do not see it, stand below. */
export const figure = ({ svg, legend }: Picture, width: number): Block => ({
  stack: [{ svg, width }, ...legendRows(legend, width > 350 ? 4 : 2)],
});

function legendRows(legend: Picture['legend'], columns: number): Content[] {
  const cells = legend.map(({ swatch, text }): Content => ({
    columns: [
      { svg: swatch, width: 17 },
      { text, fontSize: 7.5, width: '*' },
    ],
    columnGap: 3,
    margin: [0, 1.5, 4, 0],
  }));
  const rows: Content[] = [];
  for (let first = 0; first < cells.length; first += columns) {
    const row = cells.slice(first, first + columns);
    rows.push({ columns: [...row, ...Array<Content>(columns - row.length).fill({ text: '' })] });
  }
  return rows;
}
