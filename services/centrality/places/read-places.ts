import { datasetIds, datasetsOf, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { toWkb } from '../../imports/wkb.ts';
import { cellIds } from './cell-ids.ts';
import { coveredMunicipalities } from './known-municipalities.ts';
import { yearsUsed, type YearsUsed } from './years-used.ts';

/** A population cell, or a point where people live; the place that stands for it. */
export interface Cell {
  dataset: number;
  fid: number;
  /** No other cell has it: the code, with more before it where datasets share codes. */
  id: string;
  /** As its source names it. */
  code: string;
  year: number | null;
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
  /** Which rows of residents and jobs count. */
  used: Record<'residents' | 'jobs', YearsUsed>;
  cells: Cell[];
  /** Rows of the same cells in the same places in other datasets or years, which do not count again. */
  repeated: number;
  /** All places, the cells' among them: points in the analysis CRS, well-known binary. */
  points: { x: number; y: number; geom: Buffer }[];
  counts: Record<OpportunityKind, Float64Array>;
  /** Which figures residents stand in for, because nobody loaded any. */
  standIn: Record<OpportunityKind, boolean>;
  /** Municipalities that the figures say something about: with rows, or covered by what their source says. */
  told: Record<OpportunityKind, ReadonlySet<string>>;
  /** Numbers of municipalities that places lie in; '' stands for outside all. */
  municipalities: string[];
  /** Municipality of each place, by its position in `municipalities`. */
  groups: Int32Array;
  /** Rows that say less than nothing; they are left out. */
  negative: Record<OpportunityKind | 'residents', number>;
}

type CellRow = Omit<Cell, 'id'> & { twin_dataset: number | null; twin_fid: number | null };

interface Gathered {
  dataset: number | null;
  fid: number | null;
  x: number;
  y: number;
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
 * @param asked year of the population; undefined: the newest of each dataset
 * @throws CannotMeasure where there are no residents of that year
 */
export async function readPlaces(
  session: Session,
  constraints: Constraints,
  asked: number | undefined,
): Promise<Places> {
  const population = datasetIds(constraints, 'population');
  const within = { municipalities: datasetIds(constraints, 'municipality'), division: constraints.division };
  const workplace = datasetIds(constraints, 'workplace');
  const used = await yearsUsed(session, { population, workplace }, asked);
  const counted = { population, years: used.residents.years, ...within };
  const rows: CellRow[] = [];
  for (let last: { dataset: number; fid: number } | undefined = { dataset: 0, fid: 0 }; last;) {
    const page: CellRow[] = await session.rows<CellRow>(statement('centrality/cells'), {
      ...{ ...counted, most: pageSize, dataset: last.dataset, fid: last.fid },
    });
    for (const row of page) rows.push(row);
    last = page.length < pageSize ? undefined : page.at(-1);
  }
  const service = datasetIds(constraints, 'service');
  const sources = {
    jobs: { workplaces: workplace, own_years: used.jobs.years, services: [] },
    services: { workplaces: [], own_years: [], services: service },
  };
  const found: (Gathered[] | null)[] = [];
  const covered: string[][] = [];
  for (const kind of kinds) {
    found.push(
      isAbsent(constraints, layerOf[kind])
        ? null
        : await session.rows<Gathered>(statement('centrality/opportunities'), {
            ...{ ...sources[kind], ...counted, square_m },
          }),
    );
    covered.push(await coveredMunicipalities(session, constraints, layerOf[kind]));
  }
  const negative = await session.row<Places['negative']>(statement('centrality/negative-counts'), {
    ...{ population, workplace, service },
  });
  const parts = new Map(datasetsOf(constraints, 'population').map(({ id, part }) => [id, part]));
  return { ...gather(rows, found, covered, parts), used, negative };
}

function gather(
  rows: readonly CellRow[],
  found: readonly (Gathered[] | null)[],
  covered: readonly string[][],
  parts: ReadonlyMap<number, string>,
): Omit<Places, 'used' | 'negative'> {
  const keyOf = ({ dataset, fid }: { dataset: number | null; fid: number | null }) => `${dataset}/${fid}`;
  const own = rows.filter(({ twin_fid }) => twin_fid === null);
  const ids = cellIds(own, parts);
  const cells: Cell[] = own.map((cell, at) => ({ ...cell, id: ids[at] }));
  const twinOf = new Map(
    rows.flatMap((row) =>
      row.twin_fid === null ? [] : [[keyOf(row), keyOf({ dataset: row.twin_dataset, fid: row.twin_fid })]],
    ),
  );
  const numberOf = new Map(cells.map((cell, at) => [keyOf(cell), at]));
  const points: Places['points'] = cells.map(({ x, y, geom }) => ({ x, y, geom }));
  const names = cells.map(({ municipality }) => municipality);
  const tallies = found.map((gathered) => {
    const counts = new Map<number, number>();
    for (const row of gathered ?? []) {
      const inCell = row.fid === null ? undefined : numberOf.get(twinOf.get(keyOf(row)) ?? keyOf(row));
      const at = inCell ?? points.length;
      if (inCell === undefined) {
        const [x, y] = [row.x, row.y];
        points.push({ x, y, geom: toWkb({ type: 'Point', coordinates: [x, y] }) });
        names.push(row.municipality);
      }
      counts.set(at, (counts.get(at) ?? 0) + row.count);
    }
    return gathered && counts;
  });
  const inShares = (counts: Map<number, number> | null | undefined) =>
    Float64Array.from(points, (_, at) => (counts ? (counts.get(at) ?? 0) : (cells[at]?.residents ?? 0)));
  const told = (kind: number) =>
    new Set([...(tallies[kind]?.keys() ?? cells.keys())].map((at) => names[at]).concat(covered[kind]));
  const municipalities = [...new Set(names)].sort();
  return {
    ...{ cells, points, municipalities, repeated: rows.length - own.length },
    counts: { jobs: inShares(tallies[0]), services: inShares(tallies[1]) },
    standIn: { jobs: !tallies[0], services: !tallies[1] },
    told: { jobs: told(0), services: told(1) },
    groups: Int32Array.from(names, (name) => municipalities.indexOf(name)),
  };
}
