import { html, type Html } from '../../html.ts';

interface Frame {
  width: number;
  height: number;
  title: string;
  /** Where the title begins. */
  left: number;
}

/** A figure on white under its title, as an SVG document; to who cannot see it, the title is its name. */
export const titledFigure = ({ width, height, title, left }: Frame, drawn: Html): string =>
  html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    font-family="sans-serif"
    font-size="13"
    role="img"
    aria-label="${title}"
  >
    <rect width="${width}" height="${height}" fill="#ffffff" />
    <text x="${left}" y="24" font-size="17" font-weight="600">${title}</text>
    ${drawn}
  </svg>`.text;
