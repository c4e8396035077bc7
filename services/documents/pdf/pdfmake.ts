import { createRequire } from 'node:module';
import { roboto } from '../fonts.ts';

// Its published types bring the browser's globals into every file of the service: what we use of it is said here.
interface PdfMake {
  setFonts: (fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>) => void;
  setUrlAccessPolicy: (allows: (url: string) => boolean) => void;
  setLocalAccessPolicy: (allows: (path: string) => boolean) => void;
  createPdf: (definition: DocumentDefinition) => { getBuffer: () => Promise<Buffer> };
}

/** Left, top, right, bottom. */
type Margin = readonly number[];

/** Text, a drawing, or an arrangement of them. Lengths in points. */
export type Content = string | Block;

export interface Block {
  text?: Content | readonly Content[];
  svg?: string;
  stack?: readonly Content[];
  columns?: readonly Content[];
  columnGap?: number;
  table?: {
    body: readonly (readonly Content[])[];
    widths: readonly (string | number)[];
    headerRows?: number;
    dontBreakRows?: boolean;
    keepWithHeaderRows?: number;
  };
  layout?: Partial<
    Record<
      'hLineWidth' | 'vLineWidth' | 'paddingLeft' | 'paddingRight' | 'paddingTop' | 'paddingBottom',
      (at: number) => number
    > &
      Record<'hLineColor' | 'vLineColor', (at: number) => string>
  >;
  toc?: { title: Content; numberStyle?: Style };
  tocItem?: boolean;
  headlineLevel?: number;
  unbreakable?: boolean;
  width?: number | string;
  height?: number;
  style?: string;
  margin?: Margin;
  fontSize?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  fillColor?: string;
  alignment?: 'left' | 'right';
}

interface Style {
  font?: string;
  fontSize?: number;
  bold?: boolean;
  lineHeight?: number;
  color?: string;
  margin?: Margin;
}

export interface DocumentDefinition {
  pageSize: 'A4';
  pageMargins: Margin;
  language: string;
  displayTitle: boolean;
  info: { title: string; creator: string; creationDate: Date };
  defaultStyle: Style;
  styles: Record<string, Style>;
  header: (page: number) => Content | null;
  footer: (page: number, pages: number) => Content;
  pageBreakBefore: (
    node: { headlineLevel?: number; startPosition: { verticalRatio: number } },
    nodes: { getFollowingNodesOnPage: () => unknown[] },
  ) => boolean;
  content: readonly Content[];
}

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake') as PdfMake;

pdfmake.setFonts({ Roboto: roboto });
// A document is made of what we give it: nothing is fetched, and no file but the fonts is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(roboto).includes(path));

/** Lay a document out. The same document gives the same bytes. */
export const pdfOf = (definition: DocumentDefinition): Promise<Buffer> => pdfmake.createPdf(definition).getBuffer();
