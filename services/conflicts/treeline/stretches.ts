import type { Position } from 'geojson';
import { areNear, boxOf, isIn, type Edges } from './edges.ts';

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
