import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { nearestStretches, type Stretch } from './graph/stretch.ts';
import type { StoredGraph, StoredRoad } from './read-graph.ts';

/** A point or land, well-known binary in the analysis CRS. */
export interface Located {
  geom: Buffer;
}

/** Roads that are tried first for a place that none runs through. */
const firstRoads = 8;
/** Most places have a road so near, metres: a small ring is asked for first. */
const firstRing = 300;

/** Where a place comes to roads, and whether more of them are within reach than were tried. */
interface RoadsNear {
  /** Of every part of the network among the roads that were tried, at the nearest point. */
  stretches: Stretch[];
  more: boolean;
}

interface Asked {
  within_m: number;
  /** Roads that are tried. */
  most: number;
  anywhere: boolean;
}

/**
 * Where places come to the roads of a graph: all along the roads that run through them; else, of every part of the
 * network within reach, at the nearest point. More and more roads are tried until one is of the largest part, or there are
 * no more within reach: the nearest ones may be tied to nothing. Motorways, bridges and viaducts are come to only where no
 * other road is within reach.
 * @param within_m farthest from a place that a road may be
 * @param anywhere motorways, bridges and viaducts are come to like any road: by what lies along them
 * @returns one list per place, in their order; empty where no road is near
 */
export async function roadAccess(
  session: Session,
  stored: StoredGraph,
  datasets: readonly number[],
  places: readonly Located[],
  within_m: number,
  { anywhere = false }: { anywhere?: boolean } = {},
): Promise<Stretch[][]> {
  const found: Stretch[][] = places.map(() => []);
  /** @returns those that may be tied to the largest part by a road farther off */
  const tryRoads = async (those: readonly number[], asked: Asked): Promise<number[]> => {
    const located = those.map((at) => places[at]);
    const near = await roadsNear(session, stored, datasets, located, asked);
    return those.filter((at, index) => {
      const { stretches, more } = near[index];
      found[at] = stretches;
      return (more || asked.within_m < within_m) && !isOnMain(stored, stretches);
    });
  };
  for (const everywhere of anywhere ? [true] : [false, true]) {
    const without = [...places.keys()].filter((at) => found[at].length === 0);
    const ring = Math.min(firstRing, within_m);
    let left = await tryRoads(without, { within_m: ring, most: firstRoads, anywhere: everywhere });
    for (let most = firstRoads; left.length > 0; most *= 8)
      left = await tryRoads(left, { within_m, most, anywhere: everywhere });
  }
  return found;
}

/** Whether any of the roads is of the largest part of the network. */
export const isOnMain = ({ graph: { edges, components } }: StoredGraph, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ road }) => components.of[edges.from[edges.ofRoad[road]]] === 0);

async function roadsNear(
  session: Session,
  { graph, find }: StoredGraph,
  datasets: readonly number[],
  places: readonly Located[],
  { within_m, most, anywhere }: Asked,
): Promise<RoadsNear[]> {
  if (places.length === 0) return [];
  type Row = Pick<StoredRoad, 'dataset' | 'fid' | 'part'> & Omit<Stretch, 'road'> & { place: number };
  const rows = await session.rows<Row>(statement('centrality/road-access'), {
    places: [...places.keys()],
    geoms: places.map(({ geom }) => geom),
    ...{ datasets, within_m, most, anywhere },
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
