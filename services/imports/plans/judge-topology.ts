import type { Database } from '../../database/database.ts';
import { isGeometryFailure } from '../../database/geometry-failure.ts';
import { statement } from '../../database/statement.ts';
import { defect, type Defect, type Place, type ZoneRef } from './defect.ts';
import type { PlanLayer } from './plan-source.ts';

/** Smaller gaps and overlaps are rounding of coordinates, m² (ours). */
export const toleranceM2 = 1;

interface Piece {
  area_m2: number;
  place: Place;
  geometry: unknown;
}

interface Overlap extends Piece {
  one: number;
  other: number;
  level: number;
}

interface Uncovered extends Piece {
  enclosed: boolean;
}

interface Outside extends Piece {
  layer: PlanLayer;
  fid: number;
  share: number;
  farthest_m: number;
}

interface Loaded {
  datasets: Record<PlanLayer, number>;
  outlineGiven: boolean;
  /** EPSG number that places are also given in. */
  srid: number;
  zoneOf: (fid: number) => ZoneRef | null;
}

/** Gaps and overlaps between purposes, what lies outside the outline, and what of it has no purpose. */
export async function judgeTopology(database: Database, loaded: Loaded): Promise<Defect[]> {
  const found: Defect[] = [];
  for (const judge of [overlaps, uncovered, outside])
    try {
      found.push(...(await judge(database, loaded)));
    } catch (error) {
      if (!isGeometryFailure(error)) throw error;
      found.push(defect('topology-failed', { what: (error as Error).message }));
    }
  return found;
}

async function overlaps(database: Database, { datasets, srid, zoneOf }: Loaded): Promise<Defect[]> {
  const parameters = { zoning: datasets.zoning, tolerance_m2: toleranceM2, srid };
  const rows = await database.rows<Overlap>(statement('plans/overlaps'), parameters);
  const nobody: ZoneRef = { id: null, name: null, object_type: null, code: null };
  return rows.map(({ one, other, level, area_m2, place, geometry }) =>
    defect(
      'overlap',
      { area_m2, level, other: zoneOf(other) ?? nobody },
      { layer: 'zoning', zone: zoneOf(one), place, geometry },
    ),
  );
}

async function uncovered(database: Database, { datasets, outlineGiven, srid }: Loaded): Promise<Defect[]> {
  const { plan, zoning } = datasets;
  const parameters = { plan, zoning, given: outlineGiven, tolerance_m2: toleranceM2, srid };
  const rows = await database.rows<Uncovered>(statement('plans/uncovered'), parameters);
  return rows.map(({ area_m2, enclosed, place, geometry }) =>
    defect(enclosed ? 'gap' : 'outline-uncovered', { area_m2 }, { layer: 'zoning', place, geometry }),
  );
}

async function outside(database: Database, { datasets, outlineGiven, srid, zoneOf }: Loaded): Promise<Defect[]> {
  if (!outlineGiven) return [];
  const { plan, zoning, 'zoning-consideration': considerations } = datasets;
  const parameters = { plan, zoning, considerations, tolerance_m2: toleranceM2, srid };
  const rows = await database.rows<Outside>(statement('plans/outside'), parameters);
  return rows.map(({ layer, fid, area_m2, share, farthest_m, place, geometry }) =>
    defect('outside-outline', { area_m2, share, farthest_m }, { layer, zone: zoneOf(fid), place, geometry }),
  );
}
