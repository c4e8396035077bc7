import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { everyAnswer } from '../measurement/every-zone.ts';

/** A zone, and the land that it should leave; well-known binaries. */
export interface ToTrim {
  number: number;
  geom: Buffer;
  leaves: readonly Buffer[];
}

export interface Trimmed {
  number: number;
  /** Null where nothing of the zone would be left. */
  geom: Buffer | null;
  /** Ellipsoidal m² that the zone gives up. */
  left_m2: number;
}

/**
 * Zones as they could be drawn instead.
 * @param noise metres: what would be narrower is left out
 * @throws OverlayFailed
 */
export async function trimZones(
  session: Session,
  zones: readonly ToTrim[],
  noise: number,
): Promise<Map<number, Trimmed>> {
  const lands = zones.flatMap(({ number, leaves }) => leaves.map((land) => ({ number, land })));
  const numbers = zones.map(({ number }) => number);
  const rows = await session.rows<Trimmed>(statement('conflicts/trimmed-zones'), {
    numbers,
    geoms: zones.map(({ geom }) => geom),
    of: lands.map(({ number }) => number),
    lands: lands.map(({ land }) => land),
    noise_m: noise,
  });
  return everyAnswer(rows, ({ number }) => number, numbers);
}
