import type { Language } from '../../../layers/declaration/bilingual.ts';
import { quantity } from '../../figures.ts';
import { html, type Html } from '../../html.ts';
import { scaleBar, type Frame } from './frame.ts';
import { pictureHeight, pictureWidth } from './picture.ts';

/** An arrow to the north in the upper right corner. */
export function northArrow(): Html {
  const x = pictureWidth - 20;
  return html`<g>
    <rect x="${x - 12}" y="6" width="24" height="38" fill="#ffffff" fill-opacity="0.85" />
    <path d="M ${x} 8 L ${x + 6} 28 L ${x} 24 L ${x - 6} 28 Z" fill="#1d2327" />
    <text x="${x}" y="41" font-size="11" text-anchor="middle" fill="#1d2327">N</text>
  </g>`;
}

/** How long a round length is, in the lower left corner. */
export function scaleMark(frame: Frame, language: Language): Html {
  const { metres, units } = scaleBar(frame);
  const text = metres >= 1000 ? `${quantity(metres / 1000, language, 1)} km` : `${quantity(metres, language, 1)} m`;
  const [x, y] = [12, pictureHeight - 12];
  const end = (x + units).toFixed(1);
  return html`<g>
    <rect
      x="${x - 6}"
      y="${y - 20}"
      width="${(units + 12).toFixed(1)}"
      height="27"
      fill="#ffffff"
      fill-opacity="0.85"
    />
    <path d="M ${x} ${y - 4} V ${y} H ${end} V ${y - 4}" fill="none" stroke="#1d2327" stroke-width="1.5" />
    <text x="${x}" y="${y - 8}" font-size="10" fill="#1d2327">${text}</text>
  </g>`;
}
