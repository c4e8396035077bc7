import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { toWkb } from '../../imports/wkb.ts';
import { CannotMeasure } from './cannot-measure.ts';

/** A population cell, or a point where people live; the place that stands for it. */
export interface Cell {
  dataset: number;
  fid: number;
  id: string;
  residents: number;
  /** Analysis CRS. */
  x: number;
  y: number;
  geom: Buffer;
  /** Number of its municipality; '' outside all. */
  municipality: string;
}

/** What can be reached, as the index counts it. */
export type OpportunityKind = 'jobs' | 'services';

/** Where people live and what they can reach: cells first, then what lies in no cell, gathered by squares. */
export interface Places {
  /** Null: the data say no year. */
  year: number | null;
  cells: Cell[];
  /** All places, the cells' among them: points in the analysis CRS, well-known binary. */
  points: { x: number; y: number; geom: Buffer }[];
  counts: Record<OpportunityKind, Float64Array>;
  /** Which figures residents stand in for, because nobody loaded any. */
  standIn: Record<OpportunityKind, boolean>;
  /** Numbers of municipalities that places lie in; '' stands for outside all. */
  municipalities: string[];
  /** Municipality of each place, by its position in `municipalities`. */
  groups: Int32Array;
  /** Rows that say less than nothing; they are left out. */
  negative: Record<OpportunityKind | 'residents', number>;
}

interface Gathered {
  dataset: number | null;
  fid: number | null;
  x: number | null;
  y: number | null;
  count: number;
  municipality: string;
}

export const placeLayers = ['population', 'workplace', 'service', 'municipality'] as const;

const layerOf = { jobs: 'workplace', services: 'service' } as const;
const kinds = ['jobs', 'services'] as const;

/** Side of the squares in which opportunities outside every cell are gathered, metres (ours): that of a population cell. */
const square_m = 250;
const pageSize = 5000;

/**
 * Read where people live and what they can reach. Where nobody loaded jobs or services, residents stand in for them.
 * @param asked year of the population; undefined: the newest
 * @throws CannotMeasure where there are no residents of that year
 */
export async function readPlaces(
  session: Session,
  constraints: Constraints,
  asked: number | undefined,
): Promise<Places> {
  const population = datasetIds(constraints, 'population');
  const within = { municipalities: datasetIds(constraints, 'municipality'), division: constraints.division };
  const year = await yearOf(session, population, asked);
  const cells: Cell[] = [];
  for (let last: { dataset: number; fid: number } | undefined = { dataset: 0, fid: 0 }; last;) {
    const page: Cell[] = await session.rows<Cell>(statement('centrality/cells'), {
      ...{ population, year, ...within, most: pageSize, dataset: last.dataset, fid: last.fid },
    });
    cells.push(...page);
    last = page.length < pageSize ? undefined : page.at(-1);
  }
  const found: (Gathered[] | null)[] = [];
  for (const kind of kinds)
    found.push(
      isAbsent(constraints, layerOf[kind])
        ? null
        : await session.rows<Gathered>(statement(`centrality/${kind}`), {
            ...{ datasets: datasetIds(constraints, layerOf[kind]), population, year, square_m, ...within },
          }),
    );
  const negative = await session.row<Places['negative']>(statement('centrality/negative-counts'), {
    ...{ population, workplace: datasetIds(constraints, 'workplace'), service: datasetIds(constraints, 'service') },
  });
  return { year, ...gather(cells, found), negative };
}

async function yearOf(session: Session, population: readonly number[], asked: number | undefined) {
  const rows = await session.rows<{ year: number | null }>(statement('centrality/population-years'), { population });
  const years = rows.map(({ year }) => year);
  const year = asked === undefined ? years[0] : years.find((one) => one === asked);
  if (year !== undefined) return year;
  const known = years.map((one) => one ?? '–').join(', ');
  throw new CannotMeasure({
    nb: `Det finnes ingen bosatte for ${asked ?? 'noe år'} i kartlaget population. År med data: ${known || 'ingen'}.`,
    en: `There are no residents of ${asked ?? 'any year'} in layer population. Years with data: ${known || 'none'}.`,
  });
}

function gather(cells: Cell[], found: (Gathered[] | null)[]): Omit<Places, 'year' | 'negative'> {
  const keyOf = ({ dataset, fid }: { dataset: number | null; fid: number | null }) => `${dataset}/${fid}`;
  const numberOf = new Map(cells.map((cell, at) => [keyOf(cell), at]));
  const points: Places['points'] = cells.map(({ x, y, geom }) => ({ x, y, geom }));
  const names = cells.map(({ municipality }) => municipality);
  const tallies = found.map((rows) => {
    const counts = new Map<number, number>();
    for (const row of rows ?? []) {
      const inCell = row.fid === null ? undefined : numberOf.get(keyOf(row));
      const at = inCell ?? points.length;
      if (inCell === undefined) {
        const [x, y] = [row.x ?? 0, row.y ?? 0];
        points.push({ x, y, geom: toWkb({ type: 'Point', coordinates: [x, y] }) });
        names.push(row.municipality);
      }
      counts.set(at, (counts.get(at) ?? 0) + row.count);
    }
    return rows && counts;
  });
  const inShares = (counts: Map<number, number> | null | undefined) =>
    Float64Array.from(points, (_, at) => (counts ? (counts.get(at) ?? 0) : (cells[at]?.residents ?? 0)));
  const municipalities = [...new Set(names)].sort();
  return {
    ...{ cells, points, municipalities },
    counts: { jobs: inShares(tallies[0]), services: inShares(tallies[1]) },
    standIn: { jobs: !tallies[0], services: !tallies[1] },
    groups: Int32Array.from(names, (name) => municipalities.indexOf(name)),
  };
}
