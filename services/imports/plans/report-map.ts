import { purposeGroups, type PurposeGroup } from '../../../layers/codes/purpose-groups.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { html, type Html } from '../../html.ts';
import type { Severity } from './defect.ts';
import { positionIn, type PlanDrawing } from './draw-plan.ts';
import { planTexts, type DefectGroup } from './in-words.ts';
import type { PlanReport } from './plan-report.ts';

/** Room for numbers at the border of the map. */
const margin = 24;
/** Numbers nearer than this are put together. */
const apart = 26;

const colours: Record<Severity, string> = { error: '#a3001e', warning: '#7a4a00', information: '#3d4a52' };

interface Mark {
  x: number;
  y: number;
  numbers: number[];
  severity: Severity;
}

/** A plan as a drawing, with the numbers of what is to be mended. */
export function reportMap(
  { defects }: PlanReport,
  drawing: PlanDrawing,
  groups: readonly DefectGroup[],
  language: Language,
): Html {
  const say = planTexts[language].report;
  const { width, height, paths } = drawing;
  const box = [-margin, -height - margin, width + 2 * margin, height + 2 * margin].map((unit) => unit.toFixed(0));
  const faults = defects.flatMap(({ geometry }) => pathOf(geometry, drawing));
  return html`<section>
    <h2>${say.map}</h2>
    <p>${say.mapMeaning}</p>
    <svg class="map" viewBox="${box.join(' ')}" role="img" aria-label="${say.mapMeaning}">
      ${paths.map(({ layer, kind, path }) => {
        if (layer === 'plan')
          return html`<path d="${path}" fill="none" stroke="#1f1f1f" stroke-width="2.5" stroke-dasharray="8 4" />`;
        if (layer === 'zoning-consideration')
          return html`<path d="${path}" fill="none" stroke="#3a3a3a" stroke-width="1" stroke-dasharray="2 3" />`;
        const { colour } = purposeGroups[(kind ?? 'unknown') as PurposeGroup];
        return html`<path
          d="${path}"
          fill="${colour}"
          fill-opacity="0.45"
          fill-rule="evenodd"
          stroke="#5a5a5a"
          stroke-width="0.6"
        />`;
      })}
      ${faults.map((path) => html`<path d="${path}" fill="#a3001e" fill-opacity="0.7" stroke="#a3001e" stroke-width="2" />`)}
      ${marksOf(groups, drawing).map(markShape)}
    </svg>
  </section>`;
}

function markShape({ x, y, numbers, severity }: Mark): Html {
  const [first] = numbers;
  const label = numbers.length > 1 ? `${first} +${numbers.length - 1}` : `${first}`;
  const width = 12 + label.length * 8;
  return html`<g>
    <rect
      x="${(x - width / 2).toFixed(1)}"
      y="${(y - 11).toFixed(1)}"
      width="${width}"
      height="22"
      rx="11"
      fill="${colours[severity]}"
      stroke="#ffffff"
      stroke-width="2"
    />
    <text x="${x.toFixed(1)}" y="${(y + 5).toFixed(1)}" fill="#ffffff" font-size="14" text-anchor="middle"
      >${label}</text
    >
  </g>`;
}

/** Where the numbers stand; of several near each other the first, and how many more. */
function marksOf(groups: readonly DefectGroup[], drawing: PlanDrawing): Mark[] {
  const marks: Mark[] = [];
  for (const { severity, items } of groups)
    for (const { number, defect } of items) {
      if (!defect.place) continue;
      const [x, y] = positionIn(drawing, defect.place);
      const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < apart);
      if (near) near.numbers.push(number);
      else marks.push({ x, y, numbers: [number], severity });
    }
  // The gravest are drawn last, on top.
  return marks.reverse();
}

interface Polygons {
  type?: string;
  coordinates?: unknown;
}

/** The path of a gap or an overlap. */
function pathOf(geometry: unknown, drawing: PlanDrawing): string[] {
  const { type, coordinates } = (geometry ?? {}) as Polygons;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return [];
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as [number, number][][][];
  const at = ([lon, lat]: [number, number]) =>
    positionIn(drawing, { lon, lat })
      .map((unit) => unit.toFixed(1))
      .join(' ');
  return polygons.map((rings) => rings.map((ring) => `M ${ring.map(at).join(' L ')} Z`).join(' '));
}
