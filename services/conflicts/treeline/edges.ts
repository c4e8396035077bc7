import type { Position } from 'geojson';

/** A box of the analysis CRS, metres. */
export type Edges = readonly [west: number, south: number, east: number, north: number];

/** The box around places. */
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

/** A box and so many metres around it. */
export const wider = ([west, south, east, north]: Edges, more: number): Edges => [
  west - more,
  south - more,
  east + more,
  north + more,
];

/** A box and as much around it as it is wide from corner to corner. */
export const withSurroundings = (box: Edges): Edges => wider(box, Math.hypot(box[2] - box[0], box[3] - box[1]));

/** Whether two boxes are no farther apart than a gap, metres. */
export const areNear = (one: Edges, other: Edges, gap: number): boolean =>
  one[0] <= other[2] + gap && other[0] <= one[2] + gap && one[1] <= other[3] + gap && other[1] <= one[3] + gap;
