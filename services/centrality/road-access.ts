import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { nearestStretches, type Stretch } from './graph/stretch.ts';
import type { StoredGraph, StoredRoad } from './read-graph.ts';

/** A point or land, well-known binary in the analysis CRS. */
export interface Located {
  geom: Buffer;
}

/** Roads that are tried for a place that none runs through: the nearest may be tied to nothing. */
const mostRoads = 8;

/**
 * Where places come to the roads of a graph: all along the roads that run through them; else, of every part of the
 * network within reach, at the nearest point.
 * @param within_m farthest from a place that a road may be
 * @returns one list per place, in their order; empty where no road is near
 */
export async function roadAccess(
  session: Session,
  { graph, find }: StoredGraph,
  datasets: readonly number[],
  places: readonly Located[],
  within_m: number,
): Promise<Stretch[][]> {
  if (places.length === 0) return [];
  type Row = Pick<StoredRoad, 'dataset' | 'fid' | 'part'> & Omit<Stretch, 'road'> & { place: number };
  const rows = await session.rows<Row>(statement('centrality/road-access'), {
    places: [...places.keys()],
    geoms: places.map(({ geom }) => geom),
    datasets,
    within_m,
    most: mostRoads,
  });
  const found: Stretch[][] = places.map(() => []);
  for (const { place, start, stop, gap_m, ...key } of rows) {
    const road = find(key);
    if (road !== undefined) found[place]?.push({ road, start, stop, gap_m });
  }
  return found.map((stretches) => nearestStretches(graph, stretches));
}
