import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { datasetIds, type Constraints } from '../measurement/constraints.ts';
import type { Zone } from './zone.ts';

/** A box in the analysis CRS, metres. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The box around zones and so many metres more; null when there are no zones. */
export function boxAround(zones: readonly Pick<Zone, 'box'>[], metres = 0): Box | null {
  if (zones.length === 0) return null;
  const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const {
    box: [west, south, east, north],
  } of zones) {
    box.west = Math.min(box.west, west - metres);
    box.south = Math.min(box.south, south - metres);
    box.east = Math.max(box.east, east + metres);
    box.north = Math.max(box.north, north + metres);
  }
  return box;
}

/** Numbers of the municipalities in a box, and '' for land outside all. */
export async function municipalitiesIn(session: Session, constraints: Constraints, box: Box): Promise<string[]> {
  const municipalities = datasetIds(constraints, 'municipality');
  if (municipalities.length === 0) return [''];
  const rows = await session.rows<{ number: string }>(statement('conflicts/municipalities-in'), {
    municipalities,
    ...box,
  });
  return [...new Set(rows.map(({ number }) => number)), ''];
}
