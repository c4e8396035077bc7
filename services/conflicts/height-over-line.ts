import { contours } from 'd3-contour';
import { Delaunay } from 'd3-delaunay';
import type { MultiPolygon, Position } from 'geojson';

export interface LinePoint {
  /** Points of one connected part of the line follow one another. */
  part: number;
  x: number;
  y: number;
}

type Height = (x: number, y: number) => number | null;

/**
 * Nearest point on a line that is given by points close to each other.
 * The nearest of the given points is found first, then the nearest place on the two stretches that meet in it.
 */
export function nearestOn(line: readonly LinePoint[]): (x: number, y: number) => [number, number] {
  const [origin] = line as [LinePoint];
  const search = Delaunay.from(
    line,
    (point) => point.x - origin.x,
    (point) => point.y - origin.y,
  );
  let last = 0;
  return (x, y) => {
    last = search.find(x - origin.x, y - origin.y, last);
    const here = line[last];
    const neighbours = [line[last - 1], line[last + 1]].filter((point) => point?.part === here.part);
    const places = neighbours.map((point) => nearestOnStretch(here, point, x, y));
    return (
      places.sort((a, b) => Math.hypot(a[0] - x, a[1] - y) - Math.hypot(b[0] - x, b[1] - y))[0] ?? [here.x, here.y]
    );
  };
}

function nearestOnStretch(from: LinePoint, to: LinePoint, x: number, y: number): [number, number] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return [from.x + along * dx, from.y + along * dy];
}

/** Rows and columns of heights over the line, metres. */
interface Sampled {
  values: number[];
  columns: number;
  rows: number;
  /** Place of the first sample, and the distance between samples, metres. */
  west: number;
  south: number;
  step: number;
}

/** Samples along the longer side of a zone. */
const resolution = 64;

/**
 * How much higher the ground is than the line at its nearest point, sampled over a box and a little around it.
 * Where a height is not known it is taken for that of the line: such land is neither above nor below.
 */
export function heightsOverLine(
  [west, south, east, north]: readonly [number, number, number, number],
  height: Height,
  line: readonly LinePoint[],
): Sampled {
  const step = Math.max(1, Math.max(east - west, north - south) / resolution);
  const [columns, rows] = [Math.ceil((east - west) / step) + 5, Math.ceil((north - south) / step) + 5];
  const [firstX, firstY] = [west - 2 * step, south - 2 * step];
  const nearest = nearestOn(line);
  const values = Array.from({ length: columns * rows }, (_, index) => {
    const x = firstX + (index % columns) * step;
    const y = firstY + Math.floor(index / columns) * step;
    const ground = height(x, y);
    const shore = height(...nearest(x, y));
    return ground === null || shore === null ? 0 : ground - shore;
  });
  return { values, columns, rows, west: firstX, south: firstY, step };
}

/** Land that lies at least so many metres over the line, straight between samples; coordinates of the analysis CRS. */
export function landOver({ values, columns, rows, west, south, step }: Sampled, metres: number): MultiPolygon {
  const { coordinates } = contours().size([columns, rows]).contour(values, metres);
  // d3 places a sample in the middle of its cell
  const place = ([x = 0, y = 0]: Position): Position => [west + (x - 0.5) * step, south + (y - 0.5) * step];
  return { type: 'MultiPolygon', coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(place))) };
}
