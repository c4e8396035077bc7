/** A table of an answer, for people: figures stay numbers. */
export interface Table {
  name: string;
  headings: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** A drawing of an answer, an SVG document. */
export interface Drawing {
  name: string;
  svg: string;
}
