import { isAbsent, datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { toWkb } from '../../imports/wkb.ts';
import { coveredMunicipalities } from '../places/known-municipalities.ts';
import { readPlaces, type Places } from '../places/read-places.ts';
import { areasOf, reserveIn } from '../pressure/evidence.ts';
import type { WithinMinutesInputs } from './inputs.ts';

/** Whose ways are measured. */
export const groups = ['residents', 'planned_dwellings', 'jobs'] as const;

export type Group = (typeof groups)[number];

/** Places that ways begin at: population cells first, then squares with jobs, then squares with plan reserve. */
export interface Origins {
  cells: Places['cells'];
  points: { x: number; y: number; geom: Buffer; municipality: string }[];
  /** How many of a group are at each place; null where there are no data. */
  counts: Record<Group, Float64Array | null>;
  /** Municipalities with rows that count, or covered by what their source says. */
  told: Record<'residents' | 'jobs', ReadonlySet<string>>;
  /** Unbuilt plan reserve for housing, m². */
  reserve_m2: number | null;
}

/** Side of the squares in which plan reserve is gathered, metres (ours): that of a population cell. */
const square_m = 250;

type Asked = Pick<WithinMinutesInputs, 'year' | 'built_m' | 'reserve_step_m' | 'dwellings_per_daa'>;

/** Read residents, jobs, and the dwellings that unbuilt plan reserve has room for. @throws CannotMeasure */
export async function readOrigins(
  database: Database,
  constraints: Constraints,
  { year, built_m, reserve_step_m, dwellings_per_daa }: Asked,
  signal?: AbortSignal,
): Promise<Origins> {
  const places = await readPlaces(database, constraints, year);
  const points = places.points.map((point, at) => ({
    ...point,
    municipality: places.municipalities[places.groups[at]],
  }));
  const covered = await coveredMunicipalities(database, constraints, 'population');
  const reserve = await reserveSquares(database, constraints, { built_m, reserve_step_m }, signal);
  const all = [...points, ...(reserve?.points ?? [])];
  const inAll = (figures: Iterable<number>, from: number): Float64Array => {
    const row = new Float64Array(all.length);
    row.set([...figures], from);
    return row;
  };
  return {
    ...{ cells: places.cells, points: all },
    counts: {
      residents: inAll(places.cells.map(({ residents }) => residents), 0), // prettier-ignore
      jobs: places.standIn.jobs ? null : inAll(places.counts.jobs, 0),
      planned_dwellings: reserve && inAll(reserve.areas.map((area) => (area / 1000) * dwellings_per_daa), points.length), // prettier-ignore
    },
    told: {
      residents: new Set([...places.cells.map(({ municipality }) => municipality), ...covered]),
      jobs: places.standIn.jobs ? new Set() : places.told.jobs,
    },
    reserve_m2: reserve && reserve.areas.reduce((sum, area) => sum + area, 0),
  };
}

async function reserveSquares(
  database: Database,
  constraints: Constraints,
  measure: Pick<Asked, 'built_m' | 'reserve_step_m'>,
  signal?: AbortSignal,
): Promise<{ points: Origins['points']; areas: number[] } | null> {
  if (isAbsent(constraints, 'plan') || isAbsent(constraints, 'zoning')) return null;
  const numbers = await database.rows<{ number: string }>(statement('treeline/municipalities'), {
    municipalities: datasetIds(constraints, 'municipality'),
  });
  const cells: { column: number; row: number; municipality: string; places: number }[] = [];
  for (const { number: municipality } of numbers) {
    signal?.throwIfAborted();
    for (const found of await reserveIn(database, constraints, 'housing', municipality, {
      cell_m: square_m,
      ...measure,
    }))
      cells.push({ ...found, municipality });
  }
  const whole = await areasOf(database, cells, square_m);
  const perPlace = (measure.reserve_step_m / square_m) ** 2;
  return {
    points: cells.map(({ column, row, municipality }) => {
      const [x, y] = [(column + 0.5) * square_m, (row + 0.5) * square_m];
      return { x, y, municipality, geom: toWkb({ type: 'Point', coordinates: [x, y] }) };
    }),
    areas: cells.map(({ places }, at) => Math.min(1, places * perPlace) * whole[at]),
  };
}
