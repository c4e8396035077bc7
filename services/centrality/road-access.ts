import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { nearestStretches, type Stretch } from './graph/stretch.ts';
import type { StoredGraph, StoredRoad } from './read-graph.ts';

/** A point or land, well-known binary in the analysis CRS. */
export interface Located {
  geom: Buffer;
}

/** Roads that are tried for a place that none runs through: the nearest may be tied to nothing. */
export const mostRoads = 8;

/** Where a place comes to roads, and whether more of them are within reach than were tried. */
export interface RoadsNear {
  /** Of every part of the network among the roads that were tried, at the nearest point. */
  stretches: Stretch[];
  more: boolean;
}

/**
 * Where places come to the roads of a graph: all along the roads that run through them; else, of every part of the
 * network within reach, at the nearest point.
 * @param within_m farthest from a place that a road may be
 * @returns one list per place, in their order; empty where no road is near
 */
export async function roadAccess(
  session: Session,
  stored: StoredGraph,
  datasets: readonly number[],
  places: readonly Located[],
  within_m: number,
): Promise<Stretch[][]> {
  const near = await roadsNear(session, stored, datasets, places, { within_m, most: mostRoads });
  return near.map(({ stretches }) => stretches);
}

/**
 * The same, with the number of roads that are tried for each place.
 * @param most of the nearest
 */
export async function roadsNear(
  session: Session,
  { graph, find }: StoredGraph,
  datasets: readonly number[],
  places: readonly Located[],
  { within_m, most }: { within_m: number; most: number },
): Promise<RoadsNear[]> {
  if (places.length === 0) return [];
  type Row = Pick<StoredRoad, 'dataset' | 'fid' | 'part'> & Omit<Stretch, 'road'> & { place: number };
  const rows = await session.rows<Row>(statement('centrality/road-access'), {
    places: [...places.keys()],
    geoms: places.map(({ geom }) => geom),
    ...{ datasets, within_m, most },
  });
  const found = places.map(() => ({ stretches: [] as Stretch[], links: new Set<string>() }));
  for (const { place, start, stop, gap_m, ...key } of rows) {
    const road = find(key);
    found[place].links.add(`${key.dataset}/${key.fid}`);
    if (road !== undefined) found[place].stretches.push({ road, start, stop, gap_m });
  }
  return found.map(({ stretches, links }) => ({
    stretches: nearestStretches(graph, stretches),
    more: links.size >= most,
  }));
}
