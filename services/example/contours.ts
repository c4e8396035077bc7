import { contours } from 'd3-contour';
import type { Polygon, Position } from 'geojson';
import type { Frame } from './frame.ts';
import { ringArea } from './rings.ts';
import { toCentimetre } from './shapes.ts';

/** Values at regular points, row by row from the south-west, EPSG:25832. */
export interface Grid {
  columns: number;
  rows: number;
  /** Position of the first value. */
  x: number;
  y: number;
  /** Metres from value to value. */
  step: number;
  values: Float64Array;
}

/** A value every 100 m (closer in very small counties) over the county and some kilometres round it. */
export function gridOver(frame: Frame, value: (x: number, y: number) => number): Grid {
  const step = Math.min(100, frame.radius / 40);
  // The corner of the turned square is the farthest point of the county from its middle.
  const half = Math.ceil((1.35 * frame.radius + margin) / step);
  const [middleX, middleY] = frame.toMap(0, 0);
  const columns = 2 * half + 1;
  const grid: Grid = {
    columns,
    rows: columns,
    x: middleX - half * step,
    y: middleY - half * step,
    step,
    values: new Float64Array(columns * columns),
  };
  for (let row = 0; row < columns; row++)
    for (let column = 0; column < columns; column++)
      grid.values[row * columns + column] = value(grid.x + column * step, grid.y + row * step);
  return grid;
}

/** How far terrain is mapped beyond the county's border, metres. */
export const margin = 2000;

/** Polygons where the values are at least `threshold`, larger than `smallest` m². */
export function areasAbove(grid: Grid, threshold: number, smallest: number): Polygon[] {
  const { coordinates } = traced(grid, threshold);
  return coordinates
    .map((rings) => rings.map((ring) => toMap(grid, ring)).filter((ring) => Math.abs(ringArea(ring)) > 1))
    .filter(([outer]) => outer && Math.abs(ringArea(outer)) > smallest)
    .map((rings) => ({ type: 'Polygon', coordinates: rings }));
}

/**
 * Lines where the values equal `threshold`, in pieces of at most `longest` points.
 * @param kept which points belong on the map; the lines end where they leave it
 */
export function linesAt(
  grid: Grid,
  threshold: number,
  longest: number,
  kept: (x: number, y: number) => boolean,
): Position[][] {
  const lines: Position[][] = [];
  for (const rings of traced(grid, threshold).coordinates)
    for (const ring of rings) {
      let line: Position[] = [];
      const end = () => {
        if (line.length > 1) lines.push(line);
        line = [];
      };
      for (const position of toMap(grid, ring)) {
        if (!kept(position[0] ?? 0, position[1] ?? 0)) {
          end();
          continue;
        }
        line.push(position);
        if (line.length === longest) {
          end();
          line.push(position);
        }
      }
      end();
    }
  return lines;
}

function traced(grid: Grid, threshold: number) {
  // d3-contour reads indices only; its types ask for a plain array.
  const values = grid.values as unknown as number[];
  return contours().size([grid.columns, grid.rows]).contour(values, threshold);
}

/** d3-contour puts the value of column i at i + ½. */
function toMap({ x, y, step }: Grid, ring: Position[]): Position[] {
  const mapped = ring.map(([column = 0, row = 0]) => [
    toCentimetre(x + (column - 0.5) * step),
    toCentimetre(y + (row - 0.5) * step),
  ]);
  return mapped.filter((position, i) => {
    const before = mapped[i - 1];
    return !before || position[0] !== before[0] || position[1] !== before[1];
  });
}
