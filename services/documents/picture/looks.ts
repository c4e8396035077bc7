import { Html, html } from '../../html.ts';
import type { Picture } from './picture.ts';
import type { Shape } from './shapes.ts';

/** Shapes that look alike, and what they are. */
export interface Look {
  text: string;
  shapes: readonly Shape[];
  /** Attributes of SVG. */
  style: Html;
  isLine?: true;
}

export const conflictColour = '#a3001e';
export const reviewColour = '#7a4a00';

/** The patterns of a picture: stripes for conflict, dots for what is to be weighed. */
export const hatches = (id: string): Html =>
  html`<pattern id="${id}-conflict" width="6" height="6" patternUnits="userSpaceOnUse">
      <path d="M -1 1 L 1 -1 M 0 6 L 6 0 M 5 7 L 7 5" stroke="${conflictColour}" stroke-width="1.6" fill="none" />
    </pattern>
    <pattern id="${id}-review" width="6" height="6" patternUnits="userSpaceOnUse">
      <circle cx="1.5" cy="1.5" r="1.1" fill="${reviewColour}" /><circle
        cx="4.5"
        cy="4.5"
        r="1.1"
        fill="${reviewColour}"
      />
    </pattern>`;

/** A legend of what is in the picture, the weightiest first. */
export const legendOf = (looks: readonly Look[], id: string): Picture['legend'] =>
  [...looks]
    .filter(({ text }) => text !== '')
    .reverse()
    .map(({ text, style, isLine }, at) => {
      // Patterns by their own names: the same picture may stand twice on a page, and the legend is a picture of its own.
      const own = `${id}-legend${at}`;
      const look = new Html(style.text.replaceAll(`url(#${id}-`, `url(#${own}-`));
      const shape = isLine
        ? html`<path d="M 1 8 H 25" ${look} />`
        : html`<rect x="2" y="2" width="22" height="12" ${look} />`;
      const defs = style.text.includes('url(') ? html`<defs>${hatches(own)}</defs>` : null;
      const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 16" width="26" height="16">
        ${defs}${shape}
      </svg>`;
      return { swatch: svg.text.replace(/\s+/g, ' '), text };
    });
