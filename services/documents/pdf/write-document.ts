import type { Block as DocumentBlock, Document, Section } from '../document.ts';
import { figureColumns } from '../figure-like.ts';
import { breakable, facts, figure, ink, quiet, table } from './parts.ts';
import type { Content, DocumentDefinition } from './pdfmake.ts';

/** Farther down the page, as a part of it, no table begins: its heading and first row would not fit. */
const lowest = 0.88;
/** Points between the margins. */
const width = 511;

/** A document as a PDF, A4. The same document gives the same bytes. */
export async function writeDocument(document: Document): Promise<Buffer> {
  // Read when it is needed: a service that starts has no use for it yet.
  const { pdfOf } = await import('./pdfmake.ts');
  return pdfOf(definitionOf(document));
}

function definitionOf(document: Document): DocumentDefinition {
  const { language, title, subtitle, lead, example, sections, dataAsOf, words } = document;
  const running = [title, dataAsOf?.slice(0, 10)].filter(Boolean).join(' · ');
  return {
    pageSize: 'A4',
    pageMargins: [42, 56, 42, 50],
    language: language === 'nb' ? 'nb-NO' : 'en-GB',
    displayTitle: true,
    // A document's own date would make every copy another: it is that of the newest data.
    info: { title, creator: 'grunnriss', creationDate: new Date(dataAsOf ?? 0) },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15, color: ink },
    styles: {
      h1: { fontSize: 19, bold: true, margin: [0, 0, 0, 2] },
      h2: { fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
      h3: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
    },
    header: (page) => (page === 1 ? null : { text: running, fontSize: 8, color: quiet, margin: [42, 26, 42, 0] }),
    footer: (page, pages) => ({
      ...{ text: words.page(page, pages), alignment: 'right' },
      ...{ fontSize: 8, color: quiet, margin: [42, 16, 42, 0] },
    }),
    // A heading does not stay alone at the foot of a page.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 &&
      (nodes.getFollowingNodesOnPage().length < 4 || node.startPosition.verticalRatio > lowest),
    content: [
      { text: title, style: 'h1' },
      { text: subtitle, fontSize: 11, color: quiet, margin: [0, 0, 0, 8] },
      ...(example ? [{ text: example, bold: true, margin: [0, 0, 0, 6] }] : []),
      ...lead.map((text): Content => ({ text, fontSize: 10.5, margin: [0, 0, 0, 4] })),
      { ...facts(document.facts, 3), margin: [0, 8, 0, 0] },
      ...sections.flatMap(sectionContent),
    ],
  };
}

const sectionContent = ({ title, blocks }: Section): Content[] => [
  { text: title, style: 'h2', headlineLevel: 1 },
  ...blocks.flatMap(blockContent),
];

function blockContent(block: DocumentBlock): Content[] {
  switch (block.kind) {
    case 'text':
      return [{ text: block.text, margin: [0, 2, 0, 3] }];
    case 'heading':
      return [{ text: block.text, style: 'h3', headlineLevel: 1 }];
    case 'list':
      return block.items.map((text) => ({
        columns: [
          { text: '–', width: 10 },
          { text, width: '*' },
        ],
        margin: [0, 1, 0, 1],
      }));
    case 'table':
      return [tableContent(block)];
    case 'picture':
      return [
        {
          unbreakable: true,
          stack: [
            { text: block.title, style: 'h3' },
            figure(block.picture, width),
            { text: block.picture.alt, fontSize: 7.5, color: quiet, margin: [0, 3, 0, 0] },
          ],
        },
      ];
  }
}

function tableContent({ headings, rows }: Extract<DocumentBlock, { kind: 'table' }>): Content {
  const figures = figureColumns(rows);
  const right = (cells: readonly string[]): Content[] =>
    cells.map((text, at) => (figures.has(at) ? { text, alignment: 'right' } : { text: breakable(text) }));
  // Columns of figures are as narrow as they can be.
  const narrow = Math.min(70, Math.floor(360 / Math.max(1, figures.size)));
  const made = table(
    [],
    headings.map((_, at) => (figures.has(at) && figures.size + 1 <= headings.length ? narrow : '*')),
    [right(headings), ...rows.map(right)],
  );
  const [head = [], ...body] = made.table?.body ?? [];
  const bold = head.map((cell): Content =>
    typeof cell === 'string' ? cell : { ...cell, bold: true, fillColor: '#eef1f3' },
  );
  return {
    ...made,
    margin: [0, 4, 0, 4],
    ...(made.table && { table: { ...made.table, headerRows: 1, body: [bold, ...body] } }),
  };
}
