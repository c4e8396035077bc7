import type { Language } from '../../../layers/declaration/bilingual.ts';
import { html, type Html } from '../../html.ts';
import type { Frame } from './frame.ts';
import { hatches, legendOf, type Look } from './looks.ts';
import { northArrow, scaleMark } from './map-marks.ts';
import { pictureHeight, pictureWidth, type Picture } from './picture.ts';

/** What a map shows, from the ground up. */
export interface MapScene {
  /** Tells its patterns from those of other pictures on a page. */
  id: string;
  frame: Frame;
  looks: readonly Look[];
  labels: readonly { x: number; y: number; text: string }[];
}

/** Draw a map: shapes and patterns, never colour alone. What has no shapes is not in the legend. */
export function drawMap({ id, frame, looks: all, labels }: MapScene, alt: string, language: Language): Picture {
  const looks = all.filter(({ shapes }) => shapes.length > 0);
  const [w, h] = [pictureWidth, pictureHeight];
  const svg = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${w} ${h}"
    width="${w}"
    height="${h}"
    font-family="Roboto, Arial, sans-serif"
  >
    <defs>
      ${hatches(id)}
      <clipPath id="${id}-frame"><rect x="0" y="0" width="${w}" height="${h}" /></clipPath>
    </defs>
    <rect x="0" y="0" width="${w}" height="${h}" fill="#ffffff" />
    <g clip-path="url(#${id}-frame)" fill-rule="evenodd">${looks.map(drawn)} ${apart(labels).map(label)}</g>
    ${northArrow()} ${scaleMark(frame, language)}
    <rect x="0.5" y="0.5" width="${w - 1}" height="${h - 1}" fill="none" stroke="#5c666d" />
  </svg>`;
  return { svg: svg.text.replace(/\s+/g, ' '), alt, legend: legendOf(looks, id) };
}

const drawn = ({ shapes, style }: Look): Html[] =>
  shapes.map(({ path, x, y }) =>
    path === null
      ? html`<circle cx="${round(x)}" cy="${round(y)}" r="4" ${style} />`
      : html`<path d="${path}" ${style} />`,
  );

const round = (value: number | null): string => (value ?? 0).toFixed(1);

/** Labels without those that would be written over one before them: too few letters are read, too many are not. */
function apart(labels: MapScene['labels']): MapScene['labels'] {
  const shown: MapScene['labels'][number][] = [];
  const halfWidth = ({ text }: MapScene['labels'][number]) => 2.9 * text.length + 2;
  for (const each of labels)
    if (
      !shown.some(
        (other) => Math.abs(other.y - each.y) < 12 && Math.abs(other.x - each.x) < halfWidth(other) + halfWidth(each),
      )
    )
      shown.push(each);
  return shown;
}

function label({ x, y, text }: MapScene['labels'][number]): Html {
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
