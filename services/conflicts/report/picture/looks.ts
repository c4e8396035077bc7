import type { Language } from '../../../../layers/declaration/bilingual.ts';
import type { Layer } from '../../../../layers/declaration/layer.ts';
import { Html, html } from '../../../html.ts';
import { texts } from '../texts/texts.ts';
import type { Scene } from './draw.ts';
import type { Picture } from '../../../documents/picture/picture.ts';
import type { Shape } from '../../../documents/picture/shapes.ts';

/** Shapes that look alike, and what they are. */
export interface Look {
  text: string;
  shapes: readonly Shape[];
  /** Attributes of SVG. */
  style: Html;
  isLine?: true;
}

/** Dashes that tell layers apart without colour. */
const dashes = ['7 3', '2 3', '10 3 2 3', '4 2', '1 2', '12 4'];

const conflictColour = '#a3001e';
const reviewColour = '#7a4a00';

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

/** How each part of a scene looks, in the order of drawing. */
export function looksOf(scene: Scene, language: Language): Look[] {
  const say = texts[language].map;
  const { id } = scene;
  return [
    { text: say.water, shapes: scene.water, style: html`fill="#d6e8f5" stroke="#8fb3cc" stroke-width="0.6"` },
    ...scene.constraints.map(({ layer, shapes }, at) => ({
      text: layer.title[language],
      shapes,
      style: constraintStyle(layer, dashes[at % dashes.length] ?? '4 2'),
    })),
    {
      text: scene.isOverview ? say.zones : say.others,
      shapes: scene.others,
      style: html`fill="#8a8a8a" fill-opacity="0.25" stroke="#5f5f5f" stroke-width="0.7"`,
    },
    { text: say.road, shapes: scene.roads, style: html`fill="none" stroke="#9b8f80" stroke-width="1.2"`, isLine: true },
    {
      text: say.municipality,
      shapes: scene.borders,
      style: html`fill="none" stroke="#7d5ba6" stroke-width="1.5" stroke-dasharray="9 3 2 3 2 3"`,
      isLine: true,
    },
    {
      text: say.area.review,
      shapes: scene.review,
      style: html`fill="url(#${id}-review)" stroke="${reviewColour}" stroke-width="1"`,
    },
    {
      text: say.area.conflict,
      shapes: scene.conflict,
      style: html`fill="url(#${id}-conflict)" stroke="${conflictColour}" stroke-width="1"`,
    },
    { text: say.zone, shapes: scene.zones, style: html`fill="none" stroke="#111111" stroke-width="2.4"` },
    // In white below, so that the dashes are seen on the line of the zone.
    { text: '', shapes: scene.remedies, style: html`fill="none" stroke="#ffffff" stroke-width="3.2"` },
    {
      text: say.remedy,
      shapes: scene.remedies,
      style: html`fill="none" stroke="#0b6b3a" stroke-width="2" stroke-dasharray="5 3"`,
    },
  ];
}

function constraintStyle({ paint }: Layer, dash: string): Html {
  const colour = typeof paint.colour === 'string' ? paint.colour : paint.colour.other;
  const outline = paint.outline ?? colour;
  const fill = paint.shape === 'line' ? html`fill="none"` : html`fill="${colour}" fill-opacity="0.22"`;
  return html`${fill} stroke="${outline}" stroke-width="1.3" stroke-dasharray="${dash}"`;
}

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
