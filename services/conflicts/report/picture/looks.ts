import type { Language } from '../../../../layers/declaration/bilingual.ts';
import type { Layer } from '../../../../layers/declaration/layer.ts';
import { html, type Html } from '../../../html.ts';
import { texts } from '../texts/texts.ts';
import type { Scene } from './draw.ts';
import { conflictColour, reviewColour, type Look } from '../../../documents/picture/looks.ts';

/** Dashes that tell layers apart without colour. */
const dashes = ['7 3', '2 3', '10 3 2 3', '4 2', '1 2', '12 4'];

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
