import type { Html } from '../../html.ts';
import { html } from '../../html.ts';
import type { Picture } from './picture.ts';
import { wrapped } from './wrapped.ts';

/** What is drawn as a bar: one part, or several on each other's end. */
export interface Bar {
  label: string;
  /** In the order of the kinds; negative ones are drawn as nothing. */
  parts: readonly number[];
  /** Written behind the bar. */
  figure: string;
}

const width = 640;
const labels = 178;
const figures = 150;
const row = 30;
const bar = 18;

/** Fills that are told apart without colour: full, striped, dotted, empty. */
const fills = (id: string): { style: Html; defs: Html | null }[] => [
  { style: html`fill="#1f4e79" stroke="#12324f"`, defs: null },
  {
    style: html`fill="url(#${id}-stripes)" stroke="#8a4b00"`,
    defs: html`<pattern id="${id}-stripes" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill="#fdf1df" />
      <path d="M -1 1 L 1 -1 M 0 6 L 6 0 M 5 7 L 7 5" stroke="#a65b00" stroke-width="1.6" fill="none" />
    </pattern>`,
  },
  {
    style: html`fill="url(#${id}-dots)" stroke="#14602f"`,
    defs: html`<pattern id="${id}-dots" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill="#e7f4ea" />
      <circle cx="1.5" cy="1.5" r="1.1" fill="#14602f" /><circle cx="4.5" cy="4.5" r="1.1" fill="#14602f" />
    </pattern>`,
  },
  { style: html`fill="#ffffff" stroke="#4a545a"`, defs: null },
];

/**
 * Bars beside each other's labels, the figure behind each.
 * @param kinds what the parts of a bar are, four at most; one without a name where a bar has one part
 * @param id tells its patterns from those of other pictures on a page
 */
export function drawBars(
  { id, kinds, bars }: { id: string; kinds: readonly string[]; bars: readonly Bar[] },
  alt: string,
): Picture {
  const height = bars.length * row + 8;
  const room = width - labels - figures;
  const whole = ({ parts }: Bar) => parts.reduce((sum, part) => sum + Math.max(0, part), 0);
  const most = Math.max(...bars.map(whole), Number.MIN_VALUE);
  const looks = fills(id);
  const svg = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    font-family="Roboto, Arial, sans-serif"
    font-size="12"
  >
    <defs>${looks.slice(0, kinds.length).map(({ defs }) => defs)}</defs>
    <rect x="0" y="0" width="${width}" height="${height}" fill="#ffffff" />
    <path d="M ${labels} 2 V ${height - 2}" stroke="#4a545a" />
    ${bars.map((each, at) => {
      const y = 4 + at * row;
      const lines = wrapped(each.label, 27);
      let x = labels;
      const drawn = each.parts.map((part, kind) => {
        const wide = (Math.max(0, part) / most) * room;
        const from = x;
        x += wide;
        return wide > 0
          ? html`<rect
              x="${from.toFixed(1)}"
              y="${y}"
              width="${wide.toFixed(1)}"
              height="${bar}"
              ${looks[kind]?.style}
            />`
          : null;
      });
      return html`<g>
        ${lines.map(
          (line, turn) =>
            html`<text
              x="${labels - 8}"
              y="${y + 13 + (turn - (lines.length - 1) / 2) * 12}"
              text-anchor="end"
              fill="#1d2327"
              >${line}</text
            >`,
        )}${drawn}<text x="${(x + 6).toFixed(1)}" y="${y + 13}" fill="#1d2327">${each.figure}</text>
      </g>`;
    })}
  </svg>`;
  return { svg: svg.text.replace(/\s+/g, ' '), alt, legend: kinds.length > 1 ? legendOf(id, kinds) : [] };
}

const legendOf = (id: string, kinds: readonly string[]): Picture['legend'] =>
  kinds.map((words, at) => {
    const look = fills(`${id}-legend`)[at];
    const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 16" width="26" height="16">
      <defs>${look?.defs}</defs>
      <rect x="2" y="2" width="22" height="12" ${look?.style} />
    </svg>`;
    return { swatch: svg.text.replace(/\s+/g, ' '), text: words };
  });
