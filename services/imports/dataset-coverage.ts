import type { Geometry, MultiPolygon } from 'geojson';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement } from '../database/statement.ts';
import type { Crs } from './crs.ts';
import { readFile } from './read-file.ts';

/**
 * Where a source has looked, so that no hit there means that there is nothing: polygons (in the CRS of the features, or
 * with a CRS of their own), the rectangle round its features, or all municipalities that are there now.
 * Nobody but the user can know.
 */
export type Coverage = Geometry | PlacedGeometry | 'extent' | 'municipalities';

export interface PlacedGeometry {
  geometry: Geometry;
  /** EPSG number */
  crs: number;
}

/** What was given as coverage covers nothing. */
export class NoCoverage extends Explained {}

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
    const word = typeof coverage === 'string' ? coverage : null;
    throw new NoCoverage({
      nb: `${word ? `«${word}»` : 'Geometrien'} som dekning dekker ingenting. Gi flater, eller utelat den: da er dekningen ukjent.`,
      en: `${word ? `'${word}'` : 'The geometry given'} as coverage covers nothing. Give polygons, or leave it out: then coverage is unknown.`,
    });
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
  const { geometry, crs: srid } = 'geometry' in coverage ? coverage : { geometry: coverage, crs: crs.epsg };
  const given = { dataset, geometry: JSON.stringify(geometry), srid };
  return session.row(statement('imports/set-coverage'), given);
}

/** The polygons of a file, in its CRS, as coverage. @throws UnreadableFile, UnknownCrs, NoCoverage */
export async function coverageIn(path: string): Promise<PlacedGeometry> {
  const { features, crs } = await readFile(path);
  const coordinates: MultiPolygon['coordinates'] = [];
  for await (const { geometry } of features) {
    if (geometry?.type === 'Polygon') coordinates.push(geometry.coordinates);
    if (geometry?.type === 'MultiPolygon') coordinates.push(...geometry.coordinates);
  }
  if (coordinates.length === 0)
    throw new NoCoverage({
      nb: `Det er ingen flater i ${path} som kan være dekningen. Gi en fil med flater.`,
      en: `There are no polygons in ${path} that could be the coverage. Give a file with polygons.`,
    });
  return { geometry: { type: 'MultiPolygon', coordinates }, crs: crs ?? 4326 };
}
