import { html, type Html } from '../../../html.ts';
import type { Answer } from '../answer.ts';
import { signOf } from '../sign.ts';
import type { Texts } from '../texts/texts.ts';

/** An answer as sign and word. */
export const badge = (answer: Answer, say: Texts): Html =>
  html`<span class="answer answer-${answer}">${signOf(answer)} ${say.answers[answer]}</span>`;
