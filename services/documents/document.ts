import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Picture } from './picture/picture.ts';

/** A part of a section, in the order of reading. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** The first column heads the rows. */
  | { kind: 'table'; name: string; headings: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'picture'; id: string; title: string; picture: Picture };

export interface Section {
  /** Address within the page. */
  id: string;
  title: string;
  blocks: readonly Block[];
}

/** Something to read, on a page or on paper: the same in every form. */
export interface Document {
  language: Language;
  title: string;
  subtitle: string;
  /** At the top, the most important first. */
  lead: readonly string[];
  /** At least one dataset is made up: said at the top. */
  example: string | null;
  facts: readonly (readonly [string, string])[];
  sections: readonly Section[];
  /** Date of the newest data, for the clock must not be in a document. ISO; null: no data. */
  dataAsOf: string | null;
  words: { contents: string; page: (page: number, pages: number) => string };
}

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
export const table = (name: string, headings: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  name,
  headings,
  rows,
});
export const picture = (id: string, title: string, drawn: Picture): Block => ({
  ...{ kind: 'picture', id, title },
  picture: drawn,
});
