import type { RoadGraph } from '../../centrality/graph/road-graph.ts';
import type { LinkDemand } from './demand.ts';

/** A place that stands for the traffic of a road around it. */
export interface DemandPoint {
  id: string;
  /** Key of its road; '' for roads without one. */
  road: string;
  /** Node of the graph. */
  node: number;
  /** Long-vehicle-kilometres a day. */
  vkm_day: number;
  /** Part of it that is estimated. */
  estimated_vkm_day: number;
}

/** What the points leave out: unknown is not zero. */
export interface LeftOut {
  /** Kilometres of numbered roads whose traffic is not known. */
  unknown_km: number;
  known_km: number;
}

/**
 * Gather the known traffic of links into points: half of a link's long-vehicle-kilometres at each of its ends, those of one
 * road in one square of the map together, at the end that has most of it.
 * @param step_m side of the squares
 */
export function demandPoints(
  { nodes }: RoadGraph,
  links: readonly LinkDemand[],
  step_m: number,
): { points: DemandPoint[]; leftOut: LeftOut } {
  const squares = new Map<string, { road: string; own: Map<number, number>; vkm: number; estimated: number }>();
  const leftOut: LeftOut = { unknown_km: 0, known_km: 0 };
  for (const { road, length_m, from, to, used_day, estimated } of links) {
    if (used_day === null) {
      if (road !== null) leftOut.unknown_km += length_m / 1000;
      continue;
    }
    if (road !== null) leftOut.known_km += length_m / 1000;
    const half = (used_day * length_m) / 2000;
    if (!(half > 0)) continue;
    for (const node of [from, to]) {
      const [x, y] = [nodes.x[node], nodes.y[node]];
      if (Number.isNaN(x)) continue;
      const id = `${road ?? ''}@${Math.floor(x / step_m)}/${Math.floor(y / step_m)}`;
      const square = squares.get(id) ?? { road: road ?? '', own: new Map<number, number>(), vkm: 0, estimated: 0 };
      squares.set(id, square);
      square.own.set(node, (square.own.get(node) ?? 0) + half);
      square.vkm += half;
      if (estimated) square.estimated += half;
    }
  }
  const points = [...squares].map(([id, { road, own, vkm, estimated }]): DemandPoint => {
    const [[node]] = [...own].sort(([a, one], [b, other]) => other - one || a - b);
    return { id, road, node, vkm_day: vkm, estimated_vkm_day: estimated };
  });
  return { points: points.sort((a, b) => (a.id < b.id ? -1 : 1)), leftOut };
}
