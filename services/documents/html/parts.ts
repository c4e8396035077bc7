import { Html, html } from '../../html.ts';
import { figureColumns } from '../figure-like.ts';
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
export function table(headings: readonly string[], rows: readonly (readonly (Html | string)[])[], name: string): Html {
  const figures = figureColumns(rows);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${headings.map((heading, at) =>
            figures.has(at)
              ? html`<th scope="col" class="figure">${heading}</th>`
              : html`<th scope="col">${heading}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell, at) =>
                figures.has(at + 1) ? html`<td class="figure">${cell}</td>` : html`<td>${cell}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

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
