import type { Layer } from '../../../layers/declaration/layer.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import { editionOf } from '../../imports/editions.ts';
import { noSuchVersion, noSuchYear } from '../cannot-account.ts';
import type { ExtentAccount, Version } from './extent-account.ts';

/** How a version is asked for: a year of the current edition, another edition, or a dataset. */
export type AskedVersion = number | { edition: number } | { dataset: number };

/** `undated`: of a dataset whose other polygons have a year, so many have none; they are counted in every year. */
type Dated = { dataset: number; year: number | null; undated: number };

/**
 * The two versions of a coverage to account between: those asked for, else the two newest years. With one year alone it
 * is both.
 * @returns null where the layer has no rows at all, or a dataset was asked for that is another layer's
 * @throws CannotAccount naming the years or editions that there are
 */
export async function versionsOf(
  session: Session,
  layer: Layer,
  constraints: Constraints,
  asked: { from?: AskedVersion | undefined; to?: AskedVersion | undefined },
): Promise<Versions | null> {
  const rows = await yearsOf(session, layer, datasetIds(constraints, layer.id));
  if (rows.length === 0) return null;
  const to = asked.to === undefined ? newest(rows, undefined) : await chosen(session, layer, rows, asked.to);
  if (!to) return null;
  const from = asked.from === undefined ? newest(rows, to.year) : await chosen(session, layer, rows, asked.from);
  if (!from && asked.from !== undefined) return null;
  return {
    from: from ?? to,
    to,
    /** Files of one municipality each are of different years: where nobody asks for one, each has its own newest two. */
    within: (datasets) => {
      const own = rows.filter(({ dataset }) => datasets.has(dataset));
      const closing = asked.to === undefined ? (newest(own, undefined) ?? to) : to;
      const opening = asked.from === undefined ? (newest(own, closing.year) ?? closing) : (from ?? closing);
      const latest = newest(own, undefined) ?? closing;
      const undated = new Map(own.flatMap((row) => (row.undated > 0 ? [[row.dataset, row.undated] as const] : [])));
      return {
        ...{ from: opening, to: closing, isNewest: isSame(latest, closing) },
        undated: [...undated].map(([dataset, polygons]) => ({ dataset, polygons })),
      };
    },
  };
}

/** Two versions, and those of a place by the datasets that lie there. */
export interface Versions {
  from: Version;
  to: Version;
  /** `isNewest`: the closing version is what would be taken if nobody asked for one. */
  within: (
    datasets: ReadonlySet<number>,
  ) => Pick<Versions, 'from' | 'to'> & Pick<ExtentAccount, 'undated'> & { isNewest: boolean };
}

/** Datasets elsewhere make no other version. */
const isSame = (a: Version, b: Version): boolean =>
  a.year === b.year && a.datasets.every((dataset) => b.datasets.includes(dataset));

function newest(rows: readonly Dated[], before: number | null | undefined): Version | null {
  const years = [...new Set(rows.map(({ year }) => year))];
  const year = years.find((one) => before === undefined || (one ?? -Infinity) < (before ?? -Infinity));
  return year === undefined ? null : ofYear(rows, year);
}

const yearsOf = (session: Session, layer: Layer, datasets: readonly number[]): Promise<Dated[]> =>
  session.rows<Dated>(layerStatement('accounts/years', layer), { datasets });

const ofYear = (rows: readonly Dated[], year: number | null): Version => ({
  year,
  datasets: rows.flatMap((row) => (row.year === year ? row.dataset : [])),
});

/** @returns null: a dataset of another layer */
async function chosen(
  session: Session,
  layer: Layer,
  rows: readonly Dated[],
  asked: AskedVersion,
): Promise<Version | null> {
  if (typeof asked === 'number') {
    const version = ofYear(rows, asked);
    if (version.datasets.length === 0) throw noSuchYear(layer.id, asked, [...new Set(rows.map(({ year }) => year))]);
    return version;
  }
  if ('dataset' in asked) {
    const { own, known } = await session.row<{ own: boolean; known: boolean }>(statement('accounts/dataset-of'), {
      ...{ layer: layer.id, dataset: asked.dataset },
    });
    if (known && !own) return null;
    return ofNewestYear(session, layer, [asked.dataset], `dataset ${asked.dataset}`);
  }
  const edition = await editionOf(session, layer.id, asked.edition);
  return ofNewestYear(session, layer, edition?.datasets.map(({ id }) => id) ?? [], `edition ${asked.edition}`);
}

async function ofNewestYear(
  session: Session,
  layer: Layer,
  datasets: readonly number[],
  what: string,
): Promise<Version> {
  const rows = await yearsOf(session, layer, datasets);
  const [newest] = rows;
  if (!newest) throw noSuchVersion(layer.id, what);
  return ofYear(rows, newest.year);
}
