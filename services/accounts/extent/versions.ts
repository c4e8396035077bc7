import type { Layer } from '../../../layers/declaration/layer.ts';
import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { editionOf } from '../../imports/editions.ts';
import { noSuchVersion, noSuchYear } from '../cannot-account.ts';
import type { Version } from './extent-account.ts';

/** How a version is asked for: a year of the current edition, another edition, or a dataset. */
export type AskedVersion = number | { edition: number } | { dataset: number };

type Dated = { dataset: number; year: number | null };

/**
 * The two versions of a coverage to account between: those asked for, else the two newest years. With one year alone it
 * is both.
 * @returns null where the layer has no rows at all
 * @throws CannotAccount naming the years or editions that there are
 */
export async function versionsOf(
  session: Session,
  layer: Layer,
  constraints: Constraints,
  asked: { from?: AskedVersion | undefined; to?: AskedVersion | undefined },
): Promise<{ from: Version; to: Version } | null> {
  const rows = await yearsOf(session, layer, datasetIds(constraints, layer.id));
  const years = [...new Set(rows.map(({ year }) => year))];
  const newest = (before: number | null | undefined): Version | null => {
    const year = years.find((one) => before === undefined || (one ?? -Infinity) < (before ?? -Infinity));
    return year === undefined ? null : ofYear(rows, year);
  };
  const to = asked.to === undefined ? newest(undefined) : await chosen(session, layer, rows, asked.to);
  if (!to) return null;
  const from = asked.from === undefined ? newest(to.year) : await chosen(session, layer, rows, asked.from);
  return { from: from ?? to, to };
}

const yearsOf = (session: Session, layer: Layer, datasets: readonly number[]): Promise<Dated[]> =>
  session.rows<Dated>(layerStatement('accounts/years', layer), { datasets });

const ofYear = (rows: readonly Dated[], year: number | null): Version => ({
  year,
  datasets: rows.flatMap((row) => (row.year === year ? row.dataset : [])),
});

async function chosen(session: Session, layer: Layer, rows: readonly Dated[], asked: AskedVersion): Promise<Version> {
  if (typeof asked === 'number') {
    const version = ofYear(rows, asked);
    if (version.datasets.length === 0) throw noSuchYear(layer.id, asked, [...new Set(rows.map(({ year }) => year))]);
    return version;
  }
  if ('dataset' in asked) return ofNewestYear(session, layer, [asked.dataset], `dataset ${asked.dataset}`);
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
