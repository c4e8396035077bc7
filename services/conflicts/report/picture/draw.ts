import type { Layer } from '../../../../layers/declaration/layer.ts';
import { html, type Html } from '../../../html.ts';
import type { Language } from '../../../../layers/declaration/bilingual.ts';
import { texts } from '../texts/texts.ts';
import type { Frame } from '../../../documents/picture/frame.ts';
import { northArrow, scaleMark } from '../../../documents/picture/map-marks.ts';
import { pictureHeight, pictureWidth, type Picture } from '../../../documents/picture/picture.ts';
import type { Shape } from '../../../documents/picture/shapes.ts';
import { hatches, legendOf, looksOf, type Look } from './looks.ts';

/** What one picture shows, from the ground up. */
export interface Scene {
  /** Tells its patterns from those of other pictures on a page. */
  id: string;
  frame: Frame;
  water: readonly Shape[];
  roads: readonly Shape[];
  borders: readonly Shape[];
  constraints: readonly { layer: Layer; shapes: readonly Shape[] }[];
  others: readonly Shape[];
  zones: readonly Shape[];
  review: readonly Shape[];
  conflict: readonly Shape[];
  remedies: readonly Shape[];
  labels: readonly { x: number; y: number; text: string }[];
  /** Of all zones of the plan, not of one. */
  isOverview: boolean;
}

/** Draw a picture: shapes and patterns, never colour alone. */
export function draw(scene: Scene, alt: string, language: Language): Picture {
  const looks = looksOf(scene, language).filter(({ shapes }) => shapes.length > 0);
  const [w, h] = [pictureWidth, pictureHeight];
  const svg = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${w} ${h}"
    width="${w}"
    height="${h}"
    font-family="Roboto, Arial, sans-serif"
  >
    <defs>
      ${hatches(scene.id)}
      <clipPath id="${scene.id}-frame"><rect x="0" y="0" width="${w}" height="${h}" /></clipPath>
    </defs>
    <rect x="0" y="0" width="${w}" height="${h}" fill="#ffffff" />
    <g clip-path="url(#${scene.id}-frame)" fill-rule="evenodd">${looks.map(drawn)} ${apart(scene.labels).map(label)}</g>
    ${northArrow(texts[language].map.north)} ${scaleMark(scene.frame, language)}
    <rect x="0.5" y="0.5" width="${w - 1}" height="${h - 1}" fill="none" stroke="#5c666d" />
  </svg>`;
  return { svg: svg.text.replace(/\s+/g, ' '), alt, legend: legendOf(looks, scene.id) };
}

const drawn = ({ shapes, style }: Look): Html[] =>
  shapes.map(({ path, x, y }) =>
    path === null
      ? html`<circle cx="${round(x)}" cy="${round(y)}" r="4" ${style} />`
      : html`<path d="${path}" ${style} />`,
  );

const round = (value: number | null): string => (value ?? 0).toFixed(1);

/** Labels without those that would be written over one before them: too few letters are read, too many are not. */
function apart(labels: Scene['labels']): Scene['labels'] {
  const shown: Scene['labels'][number][] = [];
  const halfWidth = ({ text }: Scene['labels'][number]) => 2.9 * text.length + 2;
  for (const each of labels)
    if (
      !shown.some(
        (other) => Math.abs(other.y - each.y) < 12 && Math.abs(other.x - each.x) < halfWidth(other) + halfWidth(each),
      )
    )
      shown.push(each);
  return shown;
}

function label({ x, y, text }: Scene['labels'][number]): Html {
  const place = { x: x.toFixed(1), y: y.toFixed(1) };
  return html`<text
      x="${place.x}"
      y="${place.y}"
      font-size="10"
      text-anchor="middle"
      fill="#ffffff"
      stroke="#ffffff"
      stroke-width="3"
      stroke-linejoin="round"
      >${text}</text
    ><text x="${place.x}" y="${place.y}" font-size="10" text-anchor="middle" fill="#111111">${text}</text>`;
}
