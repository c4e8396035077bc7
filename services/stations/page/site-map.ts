import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { frameAround } from '../../documents/picture/frame.ts';
import { northArrow, scaleMark } from '../../documents/picture/map-marks.ts';
import { pictureHeight as h, pictureWidth as w, type Picture } from '../../documents/picture/picture.ts';
import { featureShapes, type Shape } from '../../documents/picture/shapes.ts';
import { datasetIds, readConstraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { html, type Html } from '../../html.ts';
import { reportWords } from './report-words.ts';

/** Metres from the site to the edge of its map, west and east. */
const around = 9000;

/** Layers of the map from the ground up, and how their features look. */
const parts = [
  { layer: 'water', word: 'water', style: html`fill="#d6e8f5" stroke="#8fb3cc" stroke-width="0.6"` },
  { layer: 'road-link', word: 'road', style: html`fill="none" stroke="#8a7d6b" stroke-width="1.2"` },
  { layer: 'municipality', word: 'border', style: html`fill="none" stroke="#7d5ba6" stroke-width="1.5" stroke-dasharray="9 3 2 3"` }, // prettier-ignore
  { layer: 'energy-station-sites', word: 'others', style: html`fill="#ffffff" stroke="#1f6f8b" stroke-width="1.5"` },
  { layer: 'grid-point', word: 'grid', style: html`fill="#1f4fa0" stroke="#ffffff" stroke-width="1"` },
  { layer: 'energy-station', word: 'stations', style: html`fill="#0b7a75" stroke="#ffffff" stroke-width="1"` },
] as const;

const here = html`fill="#8a1c4a" stroke="#ffffff" stroke-width="2"`;

/** A map of a site with what matters around it. Shapes differ, not colours alone. */
export async function siteMap(
  database: Database,
  catalogue: Catalogue,
  { name, lon, lat }: { name: string; lon: number; lat: number },
  language: Language,
): Promise<Picture> {
  const say = reportWords[language].mapWords;
  const constraints = await readConstraints(database, parts.map(({ layer }) => layer)); // prettier-ignore
  const [place] = await database.rows<{ x: number; y: number }>(statement('stations/points'), {
    ...{ xs: [lon], ys: [lat], degrees: [true], municipalities: [], division: constraints.division },
  });
  const [x, y] = [place?.x ?? 0, place?.y ?? 0];
  const frame = frameAround({ west: x - around, east: x + around, south: y - around / 2, north: y + around / 2 }, 0);
  const drawn: { word: (typeof parts)[number]['word']; style: Html; shapes: Shape[] }[] = [];
  for (const { layer, word, style } of parts) {
    const found = await featureShapes(database, catalogue.get(layer), datasetIds(constraints, layer), [frame], layer === 'municipality'); // prettier-ignore
    drawn.push({ word, style, shapes: found.get(0) ?? [] });
  }
  const picture = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${w} ${h}"
    width="${w}"
    height="${h}"
    font-family="Roboto, Arial, sans-serif"
  >
    <defs>
      <clipPath id="site-frame"><rect x="0" y="0" width="${w}" height="${h}" /></clipPath>
    </defs>
    <rect x="0" y="0" width="${w}" height="${h}" fill="#ffffff" />
    <g clip-path="url(#site-frame)" fill-rule="evenodd">
      ${drawn.map(({ word, style, shapes }) => shapes.map((shape) => shapeOf(word, shape, style)))}
      ${marker('here', w / 2, h / 2, here)}
    </g>
    ${northArrow()} ${scaleMark(frame, language)}
    <rect x="0.5" y="0.5" width="${w - 1}" height="${h - 1}" fill="none" stroke="#5c666d" />
  </svg>`;
  const legend = [
    { text: say.here, look: marker('here', 13, 8, here) },
    ...drawn
      .filter(({ shapes }) => shapes.length > 0)
      .reverse()
      .map(({ word, style, shapes }) => ({ text: say[word], look: swatch(word, style, shapes) })),
  ];
  return {
    ...{ svg: oneLine(picture), alt: say.alt(name) },
    legend: legend.map(({ text, look }) => ({
      text,
      swatch: oneLine(
        html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 16" width="26" height="16">${look}</svg>`,
      ),
    })),
  };
}

const oneLine = ({ text }: Html): string => text.replace(/\s+/g, ' ');

const shapeOf = (word: string, { path, x, y }: Shape, style: Html): Html =>
  path === null ? marker(word, x ?? 0, y ?? 0, style) : html`<path d="${path}" ${style} />`;

/** A square for what gives power, a diamond for standing stations, a circle for sites, a larger one for this. */
function marker(word: string, x: number, y: number, style: Html): Html {
  const at = (value: number) => value.toFixed(1);
  if (word === 'grid') return html`<rect x="${at(x - 4)}" y="${at(y - 4)}" width="8" height="8" ${style} />`;
  if (word === 'stations')
    return html`<path d="M ${at(x)} ${at(y - 6)} L ${at(x + 6)} ${at(y)} L ${at(x)} ${at(y + 6)} L ${at(x - 6)} ${at(y)} Z" ${style} />`; // prettier-ignore
  return html`<circle cx="${at(x)}" cy="${at(y)}" r="${word === 'here' ? 7 : 4}" ${style} />`;
}

const swatch = (word: string, style: Html, [first]: readonly Shape[]): Html => {
  if (first?.path === null) return marker(word, 13, 8, style);
  return word === 'water'
    ? html`<rect x="2" y="2" width="22" height="12" ${style} />`
    : html`<path d="M 1 8 H 25" ${style} />`;
};
