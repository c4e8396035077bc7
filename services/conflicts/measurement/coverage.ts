import { statement } from '../../database/statement.ts';
import { everyZone } from './every-zone.ts';
import type { Measuring } from './measure.ts';
import type { JudgedZone } from '../plan/zone.ts';
import type { FullCoverage } from './full-coverage.ts';

export interface Covered {
  /** Share of the whole zone that was looked at, 0–1; null when no dataset says where it looked. */
  share: number | null;
  /** All of the judged land was looked at. */
  whole: boolean;
}

/** Land that is asked about: zones, or the plan as a whole. */
export type LookedAt = Pick<Measuring, 'session' | 'parameters'> & {
  fullCoverage?: FullCoverage;
  zones: readonly Pick<JudgedZone, 'index' | 'geom' | 'land'>[];
};

/**
 * How much of each zone the datasets looked at.
 * @throws OverlayFailed
 */
export async function coverageShares(given: LookedAt, datasets: readonly number[]): Promise<Map<number, Covered>> {
  const { session, zones, parameters, fullCoverage } = given;
  const geoms = zones.flatMap(({ geom, land }) => (land ? [geom, land] : [geom]));
  if (await fullCoverage?.holds(geoms, datasets))
    return new Map(zones.map(({ index }) => [index, { share: 1, whole: true }]));
  const rows = await session.rows<Covered & { zone: number }>(statement('conflicts/coverage-share'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ geom }) => geom),
    lands: zones.map(({ land }) => land),
    datasets,
    noise_m: parameters.touching_m,
  });
  return everyZone(rows, zones);
}
