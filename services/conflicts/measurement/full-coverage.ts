import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { Box } from '../plan/box.ts';
import type { Constraints } from './constraints.ts';
import { extentOf } from './wkb-extent.ts';

/** So much more than the plan's box is asked about, metres: its zones; what lies near them; what lies far around. */
const margins = [200, 3_000, 25_000];

/**
 * Which datasets looked at all land of a plan and around it: asked once for all layers, so that no rule has to ask it again
 * for every zone. Most plans lie deep inside most coverages.
 */
export class FullCoverage {
  readonly #session: Session;
  readonly #datasets: number[];
  readonly #box: Box;
  #found: Promise<ReadonlyMap<number, number>> | undefined;

  /** @param box of the plan, analysis CRS */
  constructor(session: Session, { layers, editions }: Constraints, box: Box) {
    this.#session = session;
    this.#datasets = layers.flatMap((layer) => editions.get(layer)?.datasets.map(({ id }) => id) ?? []);
    this.#box = box;
  }

  /**
   * Whether one of the datasets looked at all land in the box around geometries and 100 m more.
   * @param geoms well-known binary, analysis CRS
   * @returns false also where the box lies too far around the plan to be asked about
   */
  async holds(geoms: readonly Buffer[], datasets: readonly number[]): Promise<boolean> {
    const { west, south, east, north } = this.#box;
    const asked = extentOf(geoms);
    const beyond = 100 + Math.max(west - asked.west, south - asked.south, asked.east - east, asked.north - north);
    const margin = margins.find((metres) => metres >= beyond);
    if (margin === undefined) return false;
    this.#found ??= this.#ask();
    const found = await this.#found;
    return datasets.some((id) => (found.get(id) ?? 0) >= margin);
  }

  async #ask(): Promise<ReadonlyMap<number, number>> {
    const rows = await this.#session.rows<{ id: number; metres: number }>(statement('conflicts/full-coverage'), {
      ...{ datasets: this.#datasets, margins, ...this.#box },
    });
    return new Map(rows.map(({ id, metres }) => [id, metres]));
  }
}
