import { Html, html } from '../../html.ts';
import type { Picture } from '../picture/picture.ts';

/** Labels with their texts. */
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

/** A map with its legend; the words that stand for it are its name. */
export function pictureFigure({ svg, alt, legend }: Picture): Html {
  const named = svg.replace('<svg ', () => html`<svg role="img" aria-label="${alt}" class="map" `.text);
  return html`<figure class="picture">
    ${new Html(named)}
    <figcaption>
      <ul class="map-legend">
        ${legend.map(
          ({ swatch, text }) =>
            html`<li>${new Html(swatch.replace('<svg ', '<svg aria-hidden="true" '))} <span>${text}</span></li>`,
        )}
      </ul>
    </figcaption>
  </figure>`;
}
