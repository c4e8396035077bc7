import type { MultiPolygon } from 'geojson';
import { landOver } from '../conflicts/treeline/height-over-line.ts';
import { forestLimits, type ForestLimit } from './forest-limit.ts';
import { lineSurface, uncertaintyOf } from './line-surface.ts';
import type { Sample } from './sample.ts';

/** A treeline that was worked out of forest and heights. */
export interface DerivedLine {
  limits: ForestLimit[];
  /** Height of the line at a place, metres above the sea. */
  surface: (x: number, y: number) => number;
  /** Metres in height. */
  uncertainty: number;
  /** Land above the line, analysis CRS; it reaches a little over the municipalities' borders. */
  above: MultiPolygon;
  /** Height of the line where it runs, by municipality; null where it runs nowhere. */
  heights: { number: string; name: string | null; height: number | null }[];
}

export interface Drawing {
  /** Metres between the places of the grid. */
  step: number;
  /** Width of the windows in which the forest's limit is looked for, metres. */
  window: number;
  /** Metres between contours. */
  contours: number;
}

/** Ground so near to the line's height counts as the line, metres. */
const atTheLine = 50;

/**
 * Work out a treeline. Pure.
 * @returns null where the forest nowhere ends below the tops: then nothing can be said
 */
export function deriveLine(samples: readonly Sample[], { step, window, contours }: Drawing): DerivedLine | null {
  const limits = forestLimits(
    {
      x: Float64Array.from(samples.flatMap(({ columns }) => Array.from(columns, (column) => column * step))),
      y: Float64Array.from(samples.flatMap(({ rows }) => Array.from(rows, (row) => row * step))),
      height: Float32Array.from(samples.flatMap(({ height }) => Array.from(height))),
      forest: Uint8Array.from(samples.flatMap(({ forest }) => Array.from(forest))),
    },
    window,
  );
  if (limits.length === 0) return null;
  const surface = lineSurface(limits, window);
  const over = samples.map(({ columns, rows, height }) =>
    Float32Array.from(height, (metres, at) => metres - surface((columns[at] ?? 0) * step, (rows[at] ?? 0) * step)),
  );
  return {
    ...{ limits, surface },
    uncertainty: uncertaintyOf(limits, surface, contours),
    above: landAbove(samples, over, step),
    heights: samples.map(({ number, name, columns, rows }, own) => {
      const line = Array.from(over[own] ?? [])
        .flatMap((metres, at) =>
          Math.abs(metres) <= atTheLine ? [surface((columns[at] ?? 0) * step, (rows[at] ?? 0) * step)] : [],
        )
        .sort((a, b) => a - b);
      return { number, name, height: line[Math.floor(line.length / 2)] ?? null };
    }),
  };
}

/** Ground that nobody knows the height of is not above. */
function landAbove(samples: readonly Sample[], over: readonly Float32Array[], step: number): MultiPolygon {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { columns, rows } of samples)
    for (const [at, column] of columns.entries()) {
      const row = rows[at] ?? 0;
      [west, south] = [Math.min(west, column), Math.min(south, row)];
      [east, north] = [Math.max(east, column), Math.max(north, row)];
    }
  // Two places more on all sides, which take the values of those beside them: the edge of the map is no treeline.
  const [columns, rows] = [east - west + 5, north - south + 5];
  const values = new Float64Array(columns * rows).fill(NaN);
  for (const [own, sample] of samples.entries())
    for (const [at, column] of sample.columns.entries())
      values[((sample.rows[at] ?? 0) - south + 2) * columns + column - west + 2] = over[own]?.[at] ?? NaN;
  for (let round = 0; round < 2; round += 1) grow(values, columns, rows);
  const known = Array.from(values, (value) => (Number.isNaN(value) ? -1 : value));
  return landOver({ values: known, columns, rows, west: (west - 2) * step, south: (south - 2) * step, step }, 0);
}

/** Give places without a value the mean of the eight around them. */
function grow(values: Float64Array, columns: number, rows: number): void {
  const before = values.slice();
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (!Number.isNaN(before[row * columns + column] ?? NaN)) continue;
      let [sum, count] = [0, 0];
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r += 1)
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c += 1) {
          const value = before[r * columns + c] ?? NaN;
          if (Number.isNaN(value)) continue;
          sum += value;
          count += 1;
        }
      if (count > 0) values[row * columns + column] = sum / count;
    }
}
