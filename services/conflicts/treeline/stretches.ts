import type { Position } from 'geojson';
import type { Edges } from './relief.ts';

/** The box around places: west, south, east, north. */
export function boxOf(places: readonly Position[]): Edges {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of places) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  return [west, south, east, north];
}

/** Whether a place lies in a box or on its edge. */
export const isIn = ([west, south, east, north]: Edges, x: number, y: number): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/**
 * Boxes around places, one for those that lie near each other, however many kilometres other ones are away.
 * @param gap boxes that are no farther apart become one, metres
 * @returns boxes that are farther apart than that; every place lies in one of them
 */
export function stretchesOf(places: readonly Position[], gap: number): Edges[] {
  let boxes: Edges[] = [];
  for (const [x, y] of places) {
    if (boxes.some((box) => isIn(box, x, y))) continue;
    boxes = joined(boxes, [x, y, x, y], gap);
  }
  return boxes;
}

/** A box joined with all that it comes near, until it comes near none. */
function joined(boxes: readonly Edges[], box: Edges, gap: number): Edges[] {
  const nearOnes = boxes.filter((other) => areNear(other, box, gap));
  if (nearOnes.length === 0) return [...boxes, box];
  const whole = boxOf(
    [...nearOnes, box].flatMap(([west, south, east, north]) => [
      [west, south],
      [east, north],
    ]),
  );
  return joined(
    boxes.filter((other) => !nearOnes.includes(other)),
    whole,
    gap,
  );
}

const areNear = (one: Edges, other: Edges, gap: number): boolean =>
  one[0] <= other[2] + gap && other[0] <= one[2] + gap && one[1] <= other[3] + gap && other[1] <= one[3] + gap;
