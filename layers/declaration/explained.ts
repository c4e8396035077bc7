import type { Bilingual } from './bilingual.ts';

/**
 * An error that a user can meet: what was wrong, where, and what to do next, in both languages.
 * `message` is the English text, for logs.
 */
export class Explained extends Error {
  readonly explanation: Bilingual;

  constructor(explanation: Bilingual, options?: ErrorOptions) {
    super(explanation.en, options);
    this.explanation = explanation;
  }
}
