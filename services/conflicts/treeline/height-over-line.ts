import { contours } from 'd3-contour';
import { Delaunay } from 'd3-delaunay';
import type { MultiPolygon, Position } from 'geojson';
import type { Height } from './terrain.ts';

/** Connected parts of a line, each a list of places close to each other. */
export type LineParts = readonly (readonly Position[])[];

/**
 * Nearest place on a line.
 * The nearest of the given points is found first, then the nearest place on the two stretches that meet in it.
 */
export function nearestOn(parts: LineParts): (x: number, y: number) => Position {
  const line = parts.flatMap((points, part) => points.map(([x, y]) => ({ part, x, y })));
  const [origin] = line;
  const search = new Delaunay(Float64Array.from(line.flatMap(({ x, y }) => [x - origin.x, y - origin.y])));
  let last = 0;
  return (x, y) => {
    last = search.find(x - origin.x, y - origin.y, last);
    const here = line[last];
    let best: Position = [here.x, here.y];
    for (const neighbour of [line[last - 1], line[last + 1]]) {
      if (neighbour?.part !== here.part) continue;
      const place = nearestOnStretch(here, neighbour, x, y);
      if (Math.hypot(place[0] - x, place[1] - y) < Math.hypot(best[0] - x, best[1] - y)) best = place;
    }
    return best;
  };
}

function nearestOnStretch(
  from: { x: number; y: number },
  to: { x: number; y: number },
  x: number,
  y: number,
): Position {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return [from.x + along * dx, from.y + along * dy];
}

/** Places in rows and columns over a box and a little around it, metres. */
export interface Grid {
  columns: number;
  rows: number;
  /** The first place, and the distance between places. */
  west: number;
  south: number;
  step: number;
}

/** Heights over the line at the places of a grid, metres. */
export interface Sampled extends Grid {
  values: number[];
}

/** Samples along the longer side of a zone; no closer than this, metres: heights are known every 25 m at best. */
const [resolution, closest] = [48, 12.5];

/** The grid over a box: west, south, east, north. */
export function gridOver([west, south, east, north]: readonly [number, number, number, number]): Grid {
  const step = Math.max(closest, Math.max(east - west, north - south) / resolution);
  const [columns, rows] = [Math.ceil((east - west) / step) + 5, Math.ceil((north - south) / step) + 5];
  return { columns, rows, west: west - 2 * step, south: south - 2 * step, step };
}

/** The places of a grid, row by row. */
export function placesOf({ columns, rows, west, south, step }: Grid): Position[] {
  return Array.from({ length: columns * rows }, (_, index) => {
    const row = Math.floor(index / columns);
    return [west + (index - row * columns) * step, south + row * step];
  });
}

/**
 * How much higher the ground is than the line at its nearest place, at every place of a grid.
 * Where a height is not known it is taken for that of the line: such land is neither above nor below.
 * @param nearest the line's nearest place to each place of the grid
 * @returns null where no two heights could be compared
 */
export function heightsOverLine(
  grid: Grid,
  nearest: readonly Position[],
  ground: Height,
  shore: Height,
): Sampled | null {
  let known = false;
  const values = placesOf(grid).map(([x, y], at) => {
    const [here, there] = [ground(x, y), shore(nearest[at][0], nearest[at][1])];
    if (here === null || there === null) return 0;
    known = true;
    return here - there;
  });
  return known ? { ...grid, values } : null;
}

/** Land that lies at least so many metres over the line, straight between samples; coordinates of the analysis CRS. */
export function landOver({ values, columns, rows, west, south, step }: Sampled, metres: number): MultiPolygon {
  const { coordinates } = contours().size([columns, rows]).contour(values, metres);
  // d3 places a sample in the middle of its cell
  const place = ([x, y]: Position): Position => [west + (x - 0.5) * step, south + (y - 0.5) * step];
  return { type: 'MultiPolygon', coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(place))) };
}
