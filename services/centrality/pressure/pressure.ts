import { gravity, type Gravity } from './gravity.ts';
import { percentileRanks } from './percentile.ts';

/** What pressure is measured for: two maps, never one sum. */
export const pressureKinds = ['housing', 'holiday-homes'] as const;

export type PressureKind = (typeof pressureKinds)[number];

/** Evidence of pressure, each a figure per cell. */
export const evidences = ['gravity', 'new_buildings', 'residents_change', 'reserve_m2', 'accessibility'] as const;

export type Evidence = (typeof evidences)[number];

/** A cell of the raster: its column and row from the origin of the analysis CRS, and its municipality. */
export interface RasterCell {
  column: number;
  row: number;
  municipality: string;
}

/** Evidence as it was found, by position of the cell; a part that nobody has data for is absent. */
export interface Found {
  /** Buildings of the kind in each cell; null where nobody loaded any. A figure that is not known is NaN. */
  buildings: Float64Array | null;
  parts: Partial<Record<Exclude<Evidence, 'gravity'>, Float64Array>>;
}

/** The pressure on cells: every part with its figure and its percentile rank, and the whole. */
export interface Pressure {
  /** Cells that are built, have anything built within reach, or any evidence of their own: those that are ranked. */
  ranked: number[];
  /** By evidence and position in `ranked`. */
  figures: Partial<Record<Evidence, Float64Array>>;
  ranks: Partial<Record<Evidence, Float64Array>>;
  /** The percentile rank of the weighted mean of the ranks. */
  whole: Float64Array;
}

/**
 * Development pressure on the cells of a raster. Pure.
 * @param weights how much each rank counts in the whole; an evidence without a weight counts 1
 */
export function pressureOn(
  cells: readonly RasterCell[],
  { buildings, parts }: Found,
  measure: Gravity,
  weights: Partial<Record<Evidence, number>>,
): Pressure {
  const pull = buildings && gravityOf(cells, buildings, measure);
  const isSeen = (at: number) =>
    [pull, buildings, parts.new_buildings, parts.reserve_m2, parts.residents_change].some(
      (part) => part && Math.abs(part[at]) > 0,
    );
  const ranked = [...cells.keys()].filter(isSeen);
  const all: Partial<Record<Evidence, Float64Array>> = { ...(pull && { gravity: pull }), ...parts };
  const figures: Pressure['figures'] = {};
  const ranks: Pressure['ranks'] = {};
  const sum = new Float64Array(ranked.length);
  const weight = new Float64Array(ranked.length);
  for (const evidence of evidences) {
    const part = all[evidence];
    if (!part) continue;
    const own = Float64Array.from(ranked, (at) => part[at]);
    const rank = percentileRanks(own);
    figures[evidence] = own;
    ranks[evidence] = rank;
    const counts = weights[evidence] ?? 1;
    for (let at = 0; at < ranked.length; at++) {
      if (Number.isNaN(rank[at])) continue;
      sum[at] = sum[at] + counts * rank[at];
      weight[at] = weight[at] + counts;
    }
  }
  const mean = Float64Array.from(sum, (total, at) => (weight[at] > 0 ? total / weight[at] : NaN));
  return { ranked, figures, ranks, whole: percentileRanks(mean) };
}

/** The gravity measure over the rectangle round all cells; a cell with any building is built. */
function gravityOf(cells: readonly RasterCell[], buildings: Float64Array, measure: Gravity): Float64Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { column, row } of cells) {
    [west, south] = [Math.min(west, column), Math.min(south, row)];
    [east, north] = [Math.max(east, column), Math.max(north, row)];
  }
  if (cells.length === 0) return new Float64Array(0);
  const [columns, rows] = [east - west + 1, north - south + 1];
  const at = ({ column, row }: RasterCell) => (row - south) * columns + column - west;
  const built = new Float64Array(columns * rows);
  for (const [index, cell] of cells.entries()) if (buildings[index] > 0) built[at(cell)] = 1;
  const pull = gravity({ columns, rows, built }, measure);
  return Float64Array.from(cells, (cell) => pull[at(cell)]);
}
