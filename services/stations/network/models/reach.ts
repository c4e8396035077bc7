import { spare, type Sites } from '../places.ts';
import type { Matrix } from '../question.ts';

/** The sites, allowed or not, within a radius of a demand. */
export function withinReach(distance: Matrix, column: number, radius: number, { rows }: Sites): number[] {
  return rows.flatMap((row, site) => ((distance[row]?.[column] ?? Infinity) <= radius + spare ? [site] : []));
}
