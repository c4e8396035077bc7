import { statement } from '../../database/statement.ts';
import type { Session } from '../../database/database.ts';
import { datasetIds } from '../measurement/constraints.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import type { Measuring } from '../measurement/measure.ts';
import type { Edges } from './edges.ts';
import { terrainOf, type Height } from './terrain.ts';

/** Points along contours and lines are at most so far apart, metres. */
export const spacing = 25;

/** Heights are read by square cells of this side, metres, so that zones beside each other share what is read. */
const side = 2000;
/** Cells that one statement reads: short enough for other work to come between on the embedded database. */
const batchSize = 50;

/** So much is kept of what was read, for the next zones and plans. */
const [mostCells, mostTerrains, mostVariants] = [2000, 64, 4];

/** Points of known height by cell, [x, y, height] one after the other, and the terrains made of them. */
interface Kept {
  cells: Map<string, Float64Array>;
  terrains: Map<string, () => Height>;
}

/** Kept for each spacing, with and without spot heights, as long as the datasets are those that were read. */
const kept = new WeakMap<Session, Map<string, Kept & { datasets: string }>>();

/** Terrain as triangles between all points of known height in the cells that a box meets. */
export class Relief {
  readonly #cells: ReadonlyMap<string, Float64Array>;
  readonly #terrains: Map<string, () => Height>;

  private constructor(cells: ReadonlyMap<string, Float64Array>, terrains: Map<string, () => Height>) {
    this.#cells = cells;
    this.#terrains = terrains;
  }

  /**
   * Read the cells that boxes of the analysis CRS meet, as far as they were not read before.
   * @param every metres between the points of a contour, at most
   * @param withoutSpots leave out spot heights
   * @throws OverlayFailed
   */
  static async around(
    { session, constraints }: Pick<Measuring, 'session' | 'constraints'>,
    boxes: readonly Edges[],
    { every = spacing, withoutSpots = false } = {},
  ): Promise<Relief> {
    const datasets = datasetIds(constraints, 'elevation');
    const { cells, terrains } = keptOf(session, datasets.join(), `${every} ${withoutSpots}`);
    const wanted = new Map(boxes.flatMap(cellsOf).map((cell) => [cell.join(), cell]));
    const missing = [...wanted].filter(([key]) => !cells.has(key));
    const own = new Map([...wanted.keys()].flatMap((key) => [[key, cells.get(key) ?? new Float64Array()]]));
    for (let first = 0; first < missing.length; first += batchSize) {
      const batch = missing.slice(first, first + batchSize);
      const rows = await session.rows<{ cell: number; points: Buffer | null }>(
        statement('conflicts/elevation-in-cells'),
        {
          columns: batch.map(([, [column]]) => column),
          rows: batch.map(([, [, row]]) => row),
          ...{ side, spacing: every, datasets, without_spots: withoutSpots },
        },
      );
      const found = everyAnswer(
        rows,
        ({ cell }) => cell,
        batch.map((_, at) => at),
      );
      for (const [at, [key]] of batch.entries()) {
        const points = heightsIn(found.get(at)?.points ?? null);
        own.set(key, points);
        keep(cells, key, points, mostCells);
      }
    }
    return new Relief(own, terrains);
  }

  /**
   * Finds heights in a box that was read: one for each stream of places, since each starts where it was last.
   * @throws Error for a box that was not read: a mistake in the program
   */
  over(box: Edges): Height {
    const keys = cellsOf(box).map((cell) => cell.join());
    const name = keys.join(' ');
    let terrain = this.#terrains.get(name);
    if (!terrain) {
      terrain = terrainOf(joined(keys.map((key) => this.#cell(key))));
      keep(this.#terrains, name, terrain, mostTerrains);
    }
    return terrain();
  }

  #cell(key: string): Float64Array {
    const points = this.#cells.get(key);
    if (!points) throw new Error(`The heights in cell ${key} were not read.`);
    return points;
  }
}

function keptOf(session: Session, datasets: string, which: string): Kept {
  const all = kept.get(session) ?? new Map<string, Kept & { datasets: string }>();
  kept.set(session, all);
  const known = all.get(which);
  if (known?.datasets === datasets) return known;
  const found = { datasets, cells: new Map(), terrains: new Map() };
  keep(all, which, found, mostVariants);
  return found;
}

/** Keep a value; the oldest goes when there are too many. */
function keep<Value>(values: Map<string, Value>, key: string, value: Value, most: number): void {
  values.set(key, value);
  if (values.size > most) for (const oldest of values.keys()) return void values.delete(oldest);
}

/** Columns and rows of the cells that a box meets, row by row. */
function cellsOf([west, south, east, north]: Edges): [column: number, row: number][] {
  const cells: [number, number][] = [];
  for (let row = Math.floor(south / side); row <= Math.floor(north / side); row += 1)
    for (let column = Math.floor(west / side); column <= Math.floor(east / side); column += 1)
      cells.push([column, row]);
  return cells;
}

/** The coordinates of a multipoint with heights, well-known binary in little-endian order: 9 bytes, then 29 a point. */
function heightsIn(points: Buffer | null): Float64Array {
  if (!points) return new Float64Array();
  const view = new DataView(points.buffer, points.byteOffset, points.byteLength);
  const coordinates = new Float64Array(view.getUint32(5, true) * 3);
  for (let at = 0; at < coordinates.length; at += 1)
    coordinates[at] = view.getFloat64(9 + Math.floor(at / 3) * 29 + 5 + (at % 3) * 8, true);
  return coordinates;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
