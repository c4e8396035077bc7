import { Html, html } from '../../html.ts';
import type { Picture } from './picture.ts';
import { wrapped } from './wrapped.ts';

const margin = 12;
/** Width of a letter of 12 units, a little more than Roboto has on average. */
const letter = 6.4;

/**
 * A picture to be taken along into another document: its title above, its legend below.
 * @param title what it shows, of what and when
 * @returns an SVG document
 */
export function framedPicture(title: string, { svg, legend }: Picture): string {
  const [, width, height] = [...(/<svg\b[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"/.exec(svg) ?? [])].map(
    Number,
  );
  if (!width || !height) throw new Error('A picture does not say how large it is.');
  const heading = wrapped(title, Math.floor(width / (letter * 1.25)), 3);
  const top = margin + 20 * heading.length;
  const rows = legend.map(({ swatch, text }) => ({
    swatch,
    lines: wrapped(text, Math.floor((width - 36) / letter), 3),
  }));
  let y = top + height + margin;
  const below = rows.map(({ swatch, lines }) => {
    const at = y;
    y += 16 * lines.length + 4;
    return html`<g transform="translate(0 ${at})">
      ${new Html(swatch)} ${lines.map((line, index) => html`<text x="36" y="${12 + 16 * index}">${line}</text>`)}
    </g>`;
  });
  const size = [width + 2 * margin, y + margin] as const;
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${size[0]} ${size[1]}"
    width="${size[0]}"
    height="${size[1]}"
    font-family="Roboto, Arial, sans-serif"
    font-size="12"
    fill="#1c2321"
  >
    <rect width="${size[0]}" height="${size[1]}" fill="#ffffff" />
    <g transform="translate(${margin} ${margin})">
      ${heading.map((line, at) => html`<text y="${13 + 20 * at}" font-size="15" font-weight="500">${line}</text>`)}
    </g>
    <g transform="translate(${margin} ${top})" fill="#000000">${new Html(svg)}</g>
    <g transform="translate(${margin} 0)">${below}</g>
  </svg>`.text;
}
