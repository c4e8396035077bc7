import type { Position } from 'geojson';
import { statement } from '../database/statement.ts';
import { fromWkb } from '../imports/wkb-reader.ts';
import { datasetIds } from './constraints.ts';
import { everyAnswer } from './every-zone.ts';
import type { Measuring } from './measure.ts';
import { terrainOf, type Height } from './terrain.ts';

/** Points along contours and lines are at most so far apart, metres. */
export const spacing = 25;

export type Edges = readonly [west: number, south: number, east: number, north: number];

/** Heights are read by square cells of this side, metres, so that zones beside each other share what is read. */
const side = 2000;
/** Cells that one statement reads: short enough for other work to come between on the embedded database. */
const batchSize = 50;

/** Terrain as triangles between all points of known height in the cells that a box meets. */
export class Relief {
  readonly #cells = new Map<string, Position[]>();
  readonly #terrains = new Map<string, () => Height>();

  /**
   * Read the cells that boxes of the analysis CRS meet.
   * @param every metres between the points of a contour, at most
   * @throws OverlayFailed
   */
  static async around(
    { session, constraints }: Pick<Measuring, 'session' | 'constraints'>,
    boxes: readonly Edges[],
    every = spacing,
  ): Promise<Relief> {
    const relief = new Relief();
    const cells = [...new Map(boxes.flatMap(cellsOf).map((cell) => [cell.join(), cell])).values()];
    for (let first = 0; first < cells.length; first += batchSize) {
      const batch = cells.slice(first, first + batchSize);
      const rows = await session.rows<{ cell: number; points: Buffer | null }>(
        statement('conflicts/elevation-in-cells'),
        {
          columns: batch.map(([column]) => column),
          rows: batch.map(([, row]) => row),
          ...{ side, spacing: every, datasets: datasetIds(constraints, 'elevation') },
        },
      );
      const found = everyAnswer(
        rows,
        ({ cell }) => cell,
        batch.map((_, at) => at),
      );
      for (const [at, cell] of batch.entries()) {
        const points = found.get(at)?.points;
        relief.#cells.set(cell.join(), points ? positionsOf(points) : []);
      }
    }
    return relief;
  }

  /** Finds heights in a box that was read: one for each stream of places, since each starts where it was last. */
  over(box: Edges): Height {
    const cells = cellsOf(box).map((cell) => cell.join());
    const key = cells.join(' ');
    let terrain = this.#terrains.get(key);
    if (!terrain) {
      terrain = terrainOf(cells.flatMap((cell) => this.#cells.get(cell) ?? []));
      this.#terrains.set(key, terrain);
    }
    return terrain();
  }
}

/** Columns and rows of the cells that a box meets, row by row. */
function cellsOf([west, south, east, north]: Edges): [column: number, row: number][] {
  const cells: [number, number][] = [];
  for (let row = Math.floor(south / side); row <= Math.floor(north / side); row += 1)
    for (let column = Math.floor(west / side); column <= Math.floor(east / side); column += 1)
      cells.push([column, row]);
  return cells;
}

function positionsOf(points: Buffer): Position[] {
  const geometry = fromWkb(points);
  return geometry.type === 'MultiPoint' ? geometry.coordinates : [];
}
