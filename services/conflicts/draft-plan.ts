import type { Geometry } from 'geojson';
import type { PlanStanding } from './plans-in-force.ts';

/** A zone as the plan gives it: fields read, nothing judged. */
export interface DraftZone {
  /** The zone's own id; two zones may carry the same. */
  id: string;
  object_type: string | null;
  /** Null where the zone has none, or one that is no number. */
  purpose: number | null;
  status: number | null;
  level: number | null;
  name: string | null;
  /** In the CRS of the plan. */
  geometry: Geometry | null;
}

/** A plan to be checked. */
export interface PlanToCheck {
  /** EPSG number of the geometries. */
  crs: number;
  plan: PlanStanding;
  zones: DraftZone[];
}
