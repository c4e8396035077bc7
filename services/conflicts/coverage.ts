import { statement } from '../database/statement.ts';
import { everyZone } from './every-zone.ts';
import type { Measuring } from './measure.ts';

export interface Covered {
  /** Share of the whole zone that was looked at, 0–1; null when no dataset says where it looked. */
  share: number | null;
  /** All of the judged land was looked at. */
  whole: boolean;
}

/**
 * How much of each zone the datasets looked at.
 * @throws OverlayFailed
 */
export async function coverageShares(given: Measuring, datasets: readonly number[]): Promise<Map<number, Covered>> {
  const { session, zones, parameters } = given;
  const rows = await session.rows<Covered & { zone: number }>(statement('conflicts/coverage-share'), {
    zones: zones.map(({ index }) => index),
    geoms: zones.map(({ geom }) => geom),
    lands: zones.map(({ land }) => land),
    datasets,
    noise_m: parameters.touching_m,
  });
  return everyZone(rows, zones);
}
