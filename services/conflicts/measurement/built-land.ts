import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { commonParameters, type CommonParameters } from '../judgement/parameter.ts';
import { datasetIds, GroundGone, type Constraints } from './constraints.ts';

/** Side of a square, metres. */
const sideM = 500;
/** Buildings that one statement looks at, about: a third of a second's work on a server. */
const mostBuildings = 1000;
/** Squares that one statement works out, about: most have no building. */
const mostSquares = 500;

interface Square {
  x: number;
  y: number;
  buildings: number;
}

/**
 * Land near buildings, kept in squares: worked out when land is asked about for the first time, and kept until one of the
 * datasets goes. For another distance than the default it is worked out for one check.
 */
export class BuiltLand {
  readonly #session: Session;
  readonly #metres: number;
  readonly #isKept: boolean;
  readonly #layers: Record<'buildings' | 'holiday_homes' | 'dwellings', number[]>;
  #store: Promise<number | null> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param metres land so near a building is built
   * @param isKept for all who ask; by default what the check asks for when nobody says otherwise
   */
  constructor(
    session: Session,
    constraints: Constraints,
    metres: number,
    isKept = metres === commonParameters.built_m.default,
  ) {
    this.#session = session;
    this.#metres = metres;
    this.#isKept = isKept;
    this.#layers = {
      buildings: datasetIds(constraints, 'building'),
      holiday_homes: datasetIds(constraints, 'holiday-home'),
      dwellings: datasetIds(constraints, 'dwelling'),
    };
  }

  /**
   * Make sure that it is known what is built on land.
   * @param lands well-known binary, analysis CRS
   * @returns the number that `grunnriss.built_on` asks for; null where there is no dataset of buildings
   * @throws GroundGone when a dataset is removed meanwhile
   */
  async under(lands: readonly Buffer[]): Promise<number | null> {
    this.#store ??= this.#begin();
    const store = await this.#store;
    if (store === null || lands.length === 0) return store;
    const work = this.#turn.then(() => this.#workOut(store, lands));
    this.#turn = work.catch(() => undefined);
    await work;
    return store;
  }

  /** Take away what was worked out for this check alone. */
  async forget(): Promise<void> {
    const store = await this.#store?.catch(() => null);
    if (typeof store === 'number' && !this.#isKept) await this.#session.rows(statement('built-land/forget'), { store });
  }

  async #begin(): Promise<number | null> {
    const datasets = Object.values(this.#layers)
      .flat()
      .sort((a, b) => a - b);
    if (datasets.length === 0) return null;
    const of = { datasets, metres: this.#metres };
    const [found] = this.#isKept ? await this.#session.rows<{ id: number }>(statement('built-land/find'), of) : [];
    return (
      found ?? (await this.#session.row<{ id: number }>(statement('built-land/begin'), { ...of, kept: this.#isKept }))
    ).id;
  }

  async #workOut(store: number, lands: readonly Buffer[]): Promise<void> {
    for (let last = Infinity; ;) {
      const missing = await this.#missing(store, lands);
      if (missing.length === 0) return;
      if (missing.length >= last) throw new GroundGone();
      last = missing.length;
      for (const squares of batches(missing))
        await this.#session.rows(statement('built-land/work-out'), {
          ...{ store, ...this.#layers, metres: this.#metres, side_m: sideM },
          xs: squares.map(({ x }) => x),
          ys: squares.map(({ y }) => y),
        });
    }
  }

  async #missing(store: number, geoms: readonly Buffer[]): Promise<Square[]> {
    const of = { store, geoms, ...this.#layers, side_m: sideM, metres: this.#metres };
    type Row = Record<'xs' | 'ys' | 'buildings', number[]>;
    const { xs, ys, buildings } = await this.#session.row<Row>(statement('built-land/missing'), of);
    return xs.map((x, at) => ({ x, y: ys[at] ?? 0, buildings: buildings[at] ?? 0 }));
  }
}

/** Do work that asks what is built on land. */
export async function withBuiltLand<Result>(
  session: Session,
  constraints: Constraints,
  { built_m }: Pick<CommonParameters, 'built_m'>,
  work: (built: BuiltLand) => Promise<Result>,
): Promise<Result> {
  const built = new BuiltLand(session, constraints, built_m);
  try {
    return await work(built);
  } finally {
    await built.forget();
  }
}

function* batches(squares: readonly Square[]): Generator<Square[]> {
  let batch: Square[] = [];
  let buildings = 0;
  for (const square of squares) {
    if (batch.length > 0 && (buildings + square.buildings > mostBuildings || batch.length === mostSquares)) {
      yield batch;
      [batch, buildings] = [[], 0];
    }
    batch.push(square);
    buildings += square.buildings;
  }
  if (batch.length > 0) yield batch;
}
