import { html, type Html } from '../../../html.ts';
import type { Answer } from '../answer.ts';
import { signOf } from '../sign.ts';
import type { Texts } from '../texts/texts.ts';

/** An answer as sign and word. */
export const badge = (answer: Answer, say: Texts): Html =>
  html`<span class="answer answer-${answer}">${signOf(answer)} ${say.answers[answer]}</span>`;

export const factList = (facts: readonly (readonly [string, string])[]): Html =>
  html`<dl class="facts">
    ${facts.map(
      ([title, text]) =>
        html`<div>
          <dt>${title}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;

/** A table that scrolls on a narrow screen, its first column heading the rows. */
export const table = (headings: readonly string[], rows: readonly (readonly (Html | string)[])[], name: string): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
