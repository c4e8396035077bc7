import type { Place, Road } from '../../services/centrality/graph/road.ts';
import { buildGraph, type RoadGraph } from '../../services/centrality/graph/road-graph.ts';
import { Search } from '../../services/centrality/graph/search.ts';

let roads = 0;

/** A road of a test between two nodes, one minute for each kilometre, unless something else is said. */
export function road(from: string | null, to: string | null, other: Partial<Road> = {}): Road {
  const at = (node: string | null) => ({ node, register: 'test', place: null });
  return {
    ...{ id: `v${++roads}`, from: at(from), to: at(to), length_m: 1000, speed_kmh: 60, category: null },
    ...{ oneWay: false, ferry: false, ferry_min: null, wait_min: null, level: 0 },
    ...other,
  };
}

/** A road from place to place, without node ids; its length is that of the straight line. */
export function drawn(start: Place, stop: Place, other: Partial<Road> = {}): Road {
  const at = (place: Place) => ({ node: null, register: 'test', place });
  const length_m = Math.hypot(stop[0] - start[0], stop[1] - start[1]);
  return road(null, null, { from: at(start), to: at(stop), length_m, ...other });
}

/** Minutes from a node to every node it reaches. */
export function timesFrom(graph: RoadGraph, node: number, limit = Infinity): Map<number, number> {
  const times = new Map<number, number>();
  new Search(graph).run([{ node, cost: 0 }], limit, (to, minutes) => {
    times.set(to, minutes);
  });
  return times;
}

/** Minutes from the first end of one road to the last end of another; undefined where there is no way. */
export function between(all: readonly Road[], one: Road, other: Road, graph = buildGraph(all)): number | undefined {
  const { ofEnd } = graph.nodes;
  return timesFrom(graph, ofEnd[2 * all.indexOf(one)]).get(ofEnd[2 * all.indexOf(other) + 1]);
}
