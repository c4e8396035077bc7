import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { RoadCategory } from '../../centrality/graph/road.ts';
import type { Count } from './long-traffic.ts';
import { roadKey } from './road-key.ts';

/** A row of traffic as it is stored. */
export interface TrafficRow extends Count {
  dataset: number;
  fid: number;
  /** Its id in its source. */
  id: string;
  /** What of its source it was counted on. */
  link: string;
  /** Key of its road; null where it names none. */
  road: string | null;
  length_m: number | null;
}

/** A road link that traffic was counted on. */
interface Tie {
  traffic: number;
  link: string;
  dataset: number;
  fid: number;
  off_m: number;
  road: string | null;
}

type Named = { road_number: string | null; category: RoadCategory | null };

/** Metres that a road link's middle may lie off the line that its traffic is drawn along (ours): two drawings of one road. */
const within_m = 15;

const named = <Row extends Named>({ road_number: number, category, ...row }: Row) => ({
  ...row,
  road: roadKey(number, category),
});

/** Every row of traffic, and the road links that they were counted on. */
export async function readTraffic(
  session: Session,
  traffic: readonly number[],
  roads: readonly number[],
): Promise<{ rows: TrafficRow[]; ties: Tie[] }> {
  if (traffic.length === 0) return { rows: [], ties: [] };
  const rows = await session.rows<Omit<TrafficRow, 'road'> & Named>(statement('stations/traffic'), { traffic });
  const ties = await session.rows<Omit<Tie, 'road'> & Named>(statement('stations/links-counted'), {
    ...{ traffic, roads, within_m },
  });
  return { rows: rows.map(named), ties: ties.map(named) };
}
