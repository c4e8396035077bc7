import type { Catalogue } from '../../layers/catalogue.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { crsOf } from './crs.ts';
import type { LoadOptions } from './load.ts';
import type { Mapping } from './mapping.ts';
import type { ImportReport, Warning } from './report.ts';
import type { Tally } from './tally.ts';

/** Data further than this from every municipality are probably not where they should be. */
const farAwayKm = 50;

/**
 * The report of a load whose features are all in and drawn, with what the user should look at.
 * @param ownOutline areas of a coverage that were drawn by their own border
 */
export async function finishReport(
  database: Database,
  catalogue: Catalogue,
  tally: Tally,
  mapping: Mapping,
  { layer, part, crs, provenance, settings = {}, warnings: known = [] }: LoadOptions,
  ownOutline: number,
): Promise<ImportReport> {
  const { epsg } = crsOf(crs);
  const report = tally.report({ layer, part, sourceFile: provenance?.sourceFile ?? null, settings, crs: epsg });
  const unused = mapping.unused().map((name): Warning => ({ warning: 'map-not-used', ...name }));
  const warnings = [...known, ...unused];
  if (report.read > 0 && report.loaded === 0) warnings.push({ warning: 'nothing-loaded' });
  const km = await distanceToMunicipalities(database, catalogue, report);
  if (km !== null && km > farAwayKm) warnings.push({ warning: 'far-away', distanceKm: Math.round(km) });
  return { ...report, ownOutline, warnings };
}

async function distanceToMunicipalities(
  database: Database,
  catalogue: Catalogue,
  { layer, extent, crs }: Omit<ImportReport, 'warnings' | 'ownOutline'>,
): Promise<number | null> {
  if (!extent || layer === 'municipality' || !catalogue.has('municipality')) return null;
  const [west, south, east, north] = extent;
  const parameters = { west, south, east, north, srid: crs };
  const { km } = await database.row<{ km: number | null }>(statement('imports/distance-to-municipalities'), parameters);
  return km;
}
