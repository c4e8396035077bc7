import type { Fault, Reason } from '../reasons.ts';
import type { PlanLayer } from './plan-source.ts';

/** Values of what a plan register would complain about, by code; the words are in texts/nb.ts and texts/en.ts. */
export interface Defects {
  'no-plan-id': Record<string, never>;
  'plan-id-form': { plan_id: string };
  'no-plan-name': Record<string, never>;
  'no-plan-type': Record<string, never>;
  /** A name that says another kind of plan than the plan type. */
  'name-against-type': { name: string; plan_type: number };
  'no-plan-status': Record<string, never>;
  'no-law': Record<string, never>;
  /** An adopted plan without its date. */
  'no-in-force': Record<string, never>;
  'no-outline': { zones: number };
  'no-zones': Record<string, never>;
  rejected: { reason: Reason; values: Record<string, unknown> };
  repaired: { fault: Fault; before_m2: number | null; after_m2: number | null };
  overlap: { area_m2: number; level: number; other: ZoneRef };
  gap: { area_m2: number };
  'outline-uncovered': { area_m2: number };
  'outside-outline': { area_m2: number; share: number; farthest_m: number };
  'no-purpose': Record<string, never>;
  'no-object-type': Record<string, never>;
  'unknown-purpose': { object_type: string | null; code: number };
  'expired-purpose': { code: number };
  'wrong-law': { object_type: string; law: number };
  'mixed-laws': { old: number; new: number };
  'wrong-kind': { object_type: string; plan_type: number };
  'no-zone-status': Record<string, never>;
  'unknown-value': { field: string; value: string; count: number };
  'no-consideration-code': Record<string, never>;
  'unknown-consideration': { code: number };
  'no-level': { count: number; of: number };
  'no-zone-name': { count: number; of: number };
  /** Gaps and overlaps could not be computed. */
  'topology-failed': { what: string };
}

export type DefectCode = keyof Defects;

/**
 * `error`: must be mended before a plan register takes the plan in; `warning`: should be looked at; `information`:
 * nothing is wrong.
 */
export type Severity = 'error' | 'warning' | 'information';

/** In the order in which a planner mends them. */
export const severities: Record<DefectCode, Severity> = {
  'no-zones': 'error',
  'no-plan-id': 'error',
  'plan-id-form': 'warning',
  'no-plan-name': 'warning',
  'no-plan-type': 'error',
  'name-against-type': 'warning',
  'no-plan-status': 'error',
  'no-law': 'error',
  'no-in-force': 'error',
  'no-outline': 'error',
  rejected: 'error',
  'no-object-type': 'error',
  'no-purpose': 'error',
  'unknown-purpose': 'error',
  'mixed-laws': 'error',
  'wrong-law': 'error',
  'wrong-kind': 'warning',
  'no-zone-status': 'error',
  'no-consideration-code': 'error',
  'unknown-consideration': 'error',
  'unknown-value': 'error',
  overlap: 'error',
  gap: 'error',
  'outline-uncovered': 'error',
  'outside-outline': 'error',
  'topology-failed': 'warning',
  repaired: 'warning',
  'expired-purpose': 'warning',
  'no-level': 'warning',
  'no-zone-name': 'information',
};

/** A zone as a planner finds it again in the drawing. */
export interface ZoneRef {
  /** The source's own id; null when it has none. */
  id: string | null;
  name: string | null;
  object_type: string | null;
  /** Purpose, or code of a consideration zone. */
  code: number | null;
}

/** A point: degrees (ETRS89), and in the CRS of the source. */
export interface Place {
  lon: number;
  lat: number;
  x: number;
  y: number;
  /** EPSG number of x and y */
  crs: number;
}

/** One thing to mend. */
export type Defect<Code extends DefectCode = DefectCode> = {
  [One in Code]: {
    code: One;
    values: Defects[One];
    layer: PlanLayer | null;
    zone: ZoneRef | null;
    /** Position in the files, from 0, where the defect is a feature's that was not loaded. */
    index: number | null;
    place: Place | null;
    /** Of gaps, overlaps and what lies outside: GeoJSON in degrees (ETRS89). */
    geometry: unknown;
  };
}[Code];

/** A defect; what it has nothing to say about is null. */
export const defect = <Code extends DefectCode>(
  code: Code,
  values: Defects[Code],
  about: Partial<Omit<Defect, 'code' | 'values'>> = {},
): Defect =>
  ({ code, values, ...{ layer: null, zone: null, index: null, place: null, geometry: null }, ...about }) as Defect;
