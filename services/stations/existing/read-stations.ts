import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { roadKey } from '../demand/road-key.ts';

export const energies = ['charging', 'hydrogen', 'biogas'] as const;
export type Energy = (typeof energies)[number];

/** A station that stands, or is being built. */
export interface Station {
  /** No candidate and no other station has it. */
  id: string;
  name: string | null;
  dataset: number;
  energy: Energy | null;
  power_kw: number | null;
  directions: 'both' | 'with' | 'against' | null;
  /** Key of the road that it is said to lie at. */
  road: string | null;
  x: number;
  y: number;
  geom: Buffer;
  /** '' outside all that are loaded: across the county's border. */
  municipality: string;
}

/** Why a station of the data does not count. */
export const ignoredReasons = ['other-energy', 'no-trucks', 'not-standing', 'no-road'] as const;
export type IgnoredReason = (typeof ignoredReasons)[number];

export interface IgnoredStation {
  id: string;
  name: string | null;
  reason: IgnoredReason;
}

type Row = Omit<Station, 'road'> & { truck_access: boolean | null; status: string | null; road_number: string | null };

/** Stations that stand; what is only planned may never come, and may be given as sites of the asker's own. */
const standing = new Set<string | null>(['open', 'building', null]);

/**
 * Stations that trucks can use today, and those of the data that do not count. One without a status stands; one of which
 * nobody says what it gives is taken to give what is asked for.
 */
export async function readStations(
  session: Session,
  constraints: Constraints,
  wanted: readonly Energy[],
): Promise<{ stations: Station[]; ignored: IgnoredStation[] }> {
  const rows = await session.rows<Row>(statement('stations/energy-stations'), {
    ...{ datasets: datasetIds(constraints, 'energy-station') },
    ...{ municipalities: datasetIds(constraints, 'municipality'), division: constraints.division },
  });
  const stations: Station[] = [];
  const ignored: IgnoredStation[] = [];
  for (const { truck_access, status, road_number, ...row } of rows) {
    const station = { ...row, id: `station.${row.id}`, road: roadKey(road_number, null) };
    const reason = whyNot(row.energy, truck_access, status, wanted);
    if (reason) ignored.push({ id: station.id, name: row.name, reason });
    else stations.push(station);
  }
  return { stations: onePerPlace(stations), ignored };
}

function whyNot(
  energy: Energy | null,
  trucks: boolean | null,
  status: string | null,
  wanted: readonly Energy[],
): IgnoredReason | null {
  if (!standing.has(status)) return 'not-standing';
  if (trucks === false) return 'no-trucks';
  return energy !== null && !wanted.includes(energy) ? 'other-energy' : null;
}

/** A station with several kinds of energy has a row for each: in one place, it is one station. */
function onePerPlace(stations: readonly Station[]): Station[] {
  const places = new Map<string, Station>();
  for (const station of stations) {
    const place = `${station.x}/${station.y}`;
    const known = places.get(place);
    if (!known) places.set(place, station);
    else places.set(place, { ...known, power_kw: Math.max(known.power_kw ?? 0, station.power_kw ?? 0) || null });
  }
  const seen = new Map<string, number>();
  return [...places.values()].map((station) => {
    const count = (seen.get(station.id) ?? 0) + 1;
    seen.set(station.id, count);
    return count === 1 ? station : { ...station, id: `${station.id}.${station.dataset}.${count}` };
  });
}
