import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { crsOf } from '../../imports/crs.ts';
import type { PlanRemedies } from './plan-remedies.ts';
import { remediesGeojson } from './remedies-geojson.ts';
import { remediesGml } from './remedies-gml.ts';
import { sosiFeatures } from './sosi-features.ts';

export const remedyFormats = ['geojson', 'gml'] as const;
export type RemedyFormat = (typeof remedyFormats)[number];

/** The remedies of a plan as a file to take in: GML in the plan's own CRS, GeoJSON in degrees. */
export async function remedyFile(session: Session, remedies: PlanRemedies, format: RemedyFormat): Promise<string> {
  const epsg = format === 'geojson' ? 4326 : await metricCrs(session, remedies.check.plan.crs);
  const features = await sosiFeatures(session, remedies, epsg);
  return (format === 'geojson' ? remediesGeojson : remediesGml)(remedies, features, epsg);
}

/** Plans are drawn in metres: one that came in degrees gets the CRS of the analysis. */
async function metricCrs(session: Session, own: number): Promise<number> {
  if (crsOf(own).unit === 'metre') return own;
  return (await session.row<{ srid: number }>(statement('database/analysis-srid'))).srid;
}
