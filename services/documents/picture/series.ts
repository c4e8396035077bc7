import { html } from '../../html.ts';
import type { Picture } from './picture.ts';

/** A value at a time; `at`: years, with decimals. */
export interface Moment {
  at: number;
  value: number;
  label: string;
  figure: string;
}

const [width, height] = [640, 200];
const margin = { left: 40, right: 60, top: 28, bottom: 30 };

/** How a value has gone, from nothing upwards; the first and the last written out. @param moments oldest first, two at least */
export function drawSeries(moments: readonly Moment[], alt: string): Picture {
  const times = moments.map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const top = Math.max(...moments.map(({ value }) => value), Number.MIN_VALUE);
  const x = (at: number) => margin.left + ((at - first) / (last - first || 1)) * (width - margin.left - margin.right);
  const y = (value: number) => height - margin.bottom - (value / top) * (height - margin.top - margin.bottom);
  const line = moments.map(
    ({ at, value }, turn) => `${turn === 0 ? 'M' : 'L'} ${x(at).toFixed(1)} ${y(value).toFixed(1)}`,
  );
  const ends = [0, moments.length - 1];
  const svg = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    font-family="Roboto, Arial, sans-serif"
    font-size="12"
  >
    <rect x="0" y="0" width="${width}" height="${height}" fill="#ffffff" />
    <path d="M ${margin.left} ${y(0)} H ${width - margin.right}" stroke="#4a545a" />
    <path d="${line.join(' ')}" fill="none" stroke="#1f4e79" stroke-width="2.5" />
    ${moments.map(({ at, value }) => html`<circle cx="${x(at).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3.5" fill="#1f4e79" />`)}
    ${moments.map(({ at, value, label, figure }, turn) =>
      ends.includes(turn)
        ? html`<text x="${x(at).toFixed(1)}" y="${(y(value) - 9).toFixed(1)}" text-anchor="middle" fill="#1d2327"
              >${figure}</text
            ><text x="${x(at).toFixed(1)}" y="${height - 10}" text-anchor="middle" fill="#4a545a">${label}</text>`
        : null,
    )}
  </svg>`;
  return { svg: svg.text.replace(/\s+/g, ' '), alt, legend: [] };
}
