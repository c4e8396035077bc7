import type { Geometry } from 'geojson';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement } from '../database/statement.ts';
import type { Crs } from './crs.ts';

/**
 * Where a source has looked, so that no hit there means that there is nothing: polygons in the source's CRS, the
 * rectangle round its features, or all municipalities that are there now. Nobody but the user can know.
 */
export type Coverage = Geometry | 'extent' | 'municipalities';

/** What was given as coverage covers nothing. */
export class NoCoverage extends Error {}

/** @throws NoCoverage when the polygons have no area, or there are no features or municipalities */
export async function setCoverage(
  session: Session,
  layer: Layer,
  dataset: number,
  coverage: Coverage,
  crs: Crs,
): Promise<void> {
  const { has_area } = await update(session, layer, dataset, coverage, crs);
  if (!has_area) {
    const what = typeof coverage === 'string' ? `'${coverage}'` : `The ${coverage.type} given`;
    throw new NoCoverage(
      `${what} as coverage covers nothing. Give polygons, or leave it out: then coverage is unknown.`,
    );
  }
}

function update(
  session: Session,
  layer: Layer,
  dataset: number,
  coverage: Coverage,
  crs: Crs,
): Promise<{ has_area: boolean | null }> {
  if (coverage === 'extent') return session.row(layerStatement('imports/set-coverage-extent', layer), { dataset });
  if (coverage === 'municipalities') return session.row(statement('imports/set-coverage-municipalities'), { dataset });
  const given = { dataset, geometry: JSON.stringify(coverage), srid: crs.epsg };
  return session.row(statement('imports/set-coverage'), given);
}
