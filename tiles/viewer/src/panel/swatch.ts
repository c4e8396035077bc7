import type { Verdict } from '../../../../services/conflicts/judgement/verdict.ts';
import type { LegendEntry } from '../answers.ts';
import { svg } from '../element.ts';
import { verdictLooks } from '../map/verdict-patterns.ts';

const width = 22;
const height = 14;

/** A small picture of how a legend entry is drawn. Hidden from screen readers: the text beside it says what it is. */
export function swatch(entry: LegendEntry): SVGElement {
  return svg('svg', { class: 'swatch', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' }, [
    ...drawn(entry),
    ...verdictSign(entry.code),
  ]);
}

function drawn({ shape, colour, opacity, outline, dash }: LegendEntry): SVGElement[] {
  if (shape === 'line') {
    const dashes = dash?.map((part) => part * 2).join(' ');
    const middle = height / 2;
    return [
      svg('path', { d: `M1 ${middle}H${width - 1}`, stroke: colour, 'stroke-width': 2.5, 'stroke-dasharray': dashes }),
    ];
  }
  if (shape === 'circle') {
    const stroke = outline ?? '#ffffff';
    return [svg('circle', { cx: width / 2, cy: height / 2, r: 5, fill: colour, 'fill-opacity': opacity, stroke })];
  }
  const box = { x: 0.75, y: 0.75, width: width - 1.5, height: height - 1.5, rx: 2 };
  return [svg('rect', { ...box, fill: colour, 'fill-opacity': opacity, stroke: outline ?? colour })];
}

/** A verdict is never told by colour alone. */
function verdictSign(code: string | null): SVGElement[] {
  if (!code || !(code in verdictLooks)) return [];
  const { sign } = verdictLooks[code as Verdict];
  return [svg('text', { x: width / 2, y: 11, 'text-anchor': 'middle', class: 'swatch-sign' }, sign)];
}
