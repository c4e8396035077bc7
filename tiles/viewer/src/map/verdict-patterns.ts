import type { Map } from 'maplibre-gl';
import { verdicts, type Verdict } from '../../../../services/conflicts/judgement/verdict.ts';
import type { Collection } from '../answers.ts';

/** Colour and sign of each verdict. The pattern and the sign carry the meaning too: colour is never alone. */
export const verdictLooks: Record<
  Verdict,
  { colour: string; sign: string; pattern: 'hatch' | 'dots' | 'cross' | null }
> = {
  conflict: { colour: '#b3121d', sign: '✕', pattern: 'hatch' },
  review: { colour: '#b26a00', sign: '!', pattern: 'dots' },
  failed: { colour: '#4b5a75', sign: '?', pattern: 'cross' },
  'not-assessed': { colour: '#4b5a75', sign: '?', pattern: 'cross' },
  clear: { colour: '#1d7a46', sign: '✓', pattern: null },
  'not-relevant': { colour: '#6b7280', sign: '–', pattern: null },
};

export const patterned = verdicts.filter((verdict) => verdictLooks[verdict].pattern);

/** Whether a layer's colours mean verdicts. */
export const colouredByVerdict = (collection: Collection): boolean =>
  collection.legend.some(({ code }) => code === ('conflict' satisfies Verdict));

/** The name of a verdict's pattern among the map's images. */
export const patternName = (verdict: Verdict): string => `verdict-${verdict}`;

/** Give the map one pattern image per verdict that has one. */
export function addVerdictPatterns(map: Map): void {
  for (const verdict of verdicts) {
    const { colour, pattern } = verdictLooks[verdict];
    if (pattern && !map.hasImage(patternName(verdict)))
      map.addImage(patternName(verdict), drawn(pattern, colour), { pixelRatio: 2 });
  }
}

/** A square of 20 × 20 pixels that repeats without seams. */
function drawn(pattern: 'hatch' | 'dots' | 'cross', colour: string): ImageData {
  const size = 20;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return new ImageData(size, size);
  pen.strokeStyle = pen.fillStyle = colour;
  pen.lineWidth = 4;
  const line = (fromX: number, fromY: number, toX: number, toY: number) => {
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
    pen.stroke();
  };
  if (pattern === 'dots') {
    for (const [x, y] of [
      [5, 5],
      [15, 15],
    ] as const) {
      pen.beginPath();
      pen.arc(x, y, 3.2, 0, 2 * Math.PI);
      pen.fill();
    }
  } else {
    // Three parallel lines, so that the corners of neighbouring squares meet.
    for (const shift of [-size, 0, size]) line(shift, size, shift + size, 0);
    pen.lineWidth = 2;
    if (pattern === 'cross') for (const shift of [-size, 0, size]) line(shift, 0, shift + size, size);
  }
  return pen.getImageData(0, 0, size, size);
}
