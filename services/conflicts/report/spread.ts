import type { Answer } from './answer.ts';
import type { Spread } from './report.ts';
import type { Texts } from './texts/texts.ts';

/** `konflikt: 2; ingen konflikt: 14`. */
export const spreadInWords = (spread: Spread, say: Texts): string =>
  spread.map(([answer, count]) => `${say.answers[answer]}: ${count}`).join('; ');

/** What a rule without findings says: that there is nothing, or why nobody knows. */
export const nothingIn = (answer: Answer, say: Texts): string =>
  answer === 'clear' ? say.nothingFound : say.legendTexts[answer];
