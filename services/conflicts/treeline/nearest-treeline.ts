import { statement } from '../../database/statement.ts';
import { everyZone } from '../measurement/every-zone.ts';
import type { Measuring } from '../measurement/measure.ts';
import type { JudgedZone } from '../plan/zone.ts';

/** How far out to look, metres: most zones lie near, and looking near is cheap. Nothing within the last is no answer. */
const reaches = [2_000, 20_000, 200_000];

/** Ellipsoidal metres from each zone's land to the nearest land above a treeline; a zone with none near is not there. @throws OverlayFailed */
export async function nearestTreeline(
  { session, constraints }: Measuring,
  datasets: readonly number[],
  zones: readonly JudgedZone[],
): Promise<Map<number, number>> {
  const distances = new Map<number, number>();
  for (const reach of reaches) {
    const left = zones.filter(({ index }) => !distances.has(index));
    if (left.length === 0) break;
    const rows = await session.rows<{ zone: number; distance_m: number | null }>(
      statement('conflicts/nearest-treeline'),
      {
        zones: left.map(({ index }) => index),
        geoms: left.map(({ land }) => land),
        datasets,
        division: constraints.division,
        reach,
      },
    );
    for (const [zone, { distance_m }] of everyZone(rows, left))
      if (distance_m !== null) distances.set(zone, distance_m);
  }
  return distances;
}
