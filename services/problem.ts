import type { Bilingual, Language } from '../layers/declaration/bilingual.ts';

/** A text for the user: in both languages, or one that has no language (a name, a quote). */
type Text = Bilingual | string;

interface Explanation {
  /** What kind of thing went wrong, the same for every problem of the type. */
  title: Text;
  /** What was wrong this time. */
  detail: Text;
  /** What to do next. */
  remedy?: Text;
  /** Where: a JSON pointer into the body (`/inputs/plan/features/3/geometry`), or the name of a parameter. */
  instance?: string;
  /** Headers that belong to the answer, such as `Retry-After` or `Allow`. */
  headers?: Record<string, string>;
}

/** Problem details as of RFC 9457. */
export interface ProblemDocument {
  type: string;
  status: number;
  title: string;
  detail: string;
  remedy?: string;
  instance?: string;
}

/** Something the asker should be told, as `application/problem+json` or as a page, in the asker's language. */
export class Problem extends Error {
  readonly status: number;
  /** A slug such as `unknown-parameter`; programs tell problems apart by it. */
  readonly type: string;
  readonly explanation: Explanation;

  constructor(status: number, type: string, explanation: Explanation) {
    super(textIn('en', explanation.detail));
    this.status = status;
    this.type = type;
    this.explanation = explanation;
  }

  /** The document of RFC 9457. @param instance where, when the problem itself does not say */
  document(language: Language, instance?: string): ProblemDocument {
    const { title, detail, remedy, instance: place = instance } = this.explanation;
    return {
      type: `urn:grunnriss:problem:${this.type}`,
      status: this.status,
      title: textIn(language, title),
      detail: textIn(language, detail),
      ...(remedy && { remedy: textIn(language, remedy) }),
      ...(place && { instance: place }),
    };
  }
}

const textIn = (language: Language, text: Text): string => (typeof text === 'string' ? text : text[language]);
