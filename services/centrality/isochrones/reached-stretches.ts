import type { RoadGraph } from '../graph/road-graph.ts';
import { rounding, Search } from '../graph/search.ts';
import { costsOf, landingsOf, sourcesOf, type Stretch } from '../graph/stretch.ts';

/** A part of a road that is reached, 0–1 along it, and the first of the limits by which it is. */
export interface ReachedStretch {
  road: number;
  start: number;
  stop: number;
  /** Position of the limit. */
  band: number;
}

/**
 * The parts of roads that are reached from a place within each of several limits; roads are cut where the time is up.
 * A stretch is told again, longer, by each limit that brings more of it; what lies on a limit is within it.
 * @param from where the place comes to the roads
 * @param limits minutes, ascending
 */
export function reachedStretches(
  graph: RoadGraph,
  from: readonly Stretch[],
  limits: readonly number[],
): ReachedStretch[] {
  const landings = landingsOf(graph, from, 'minutes');
  const times = new Float64Array(graph.nodes.count).fill(Infinity);
  new Search(graph).run(sourcesOf(graph, landings, 'minutes'), limits.at(-1) ?? 0, (node, minutes) => {
    times[node] = minutes;
  });
  const found: ReachedStretch[] = [];
  const { edges } = graph;
  const roadOf = roadsOfEdges(edges);
  const add = (edge: number, start: number, stop: number, band: number) => {
    const [first, whole] = [edges.start[edge], edges.stop[edge] - edges.start[edge]];
    found.push({ road: roadOf[edge], start: first + start * whole, stop: first + stop * whole, band });
  };
  for (let edge = 0; edge < edges.count; edge++) {
    const { there, back } = costsOf(graph, edge, 'minutes');
    const [ahead, behind] = [times[edges.from[edge]], times[edges.to[edge]]];
    let [before, after] = [-1, -1];
    for (const [band, limit] of limits.entries()) {
      const forth = partWithin(limit - ahead, there);
      const home = partWithin(limit - behind, back);
      const isWhole = forth >= 0 && home >= 0 && forth + home >= 1;
      if (isWhole ? before < 1 : forth > before) add(edge, 0, isWhole ? 1 : forth, band);
      if (!isWhole && home > after) add(edge, 1 - home, 1, band);
      [before, after] = isWhole ? [1, 1] : [forth, home];
    }
  }
  for (const { edge, start, stop, gap } of landings) {
    const { there, back } = costsOf(graph, edge, 'minutes');
    let [first, last] = [Infinity, -Infinity];
    for (const [band, limit] of limits.entries()) {
      if (limit - gap < -rounding) continue;
      const least = Math.max(0, start - Math.max(0, partWithin(limit - gap, back)));
      const most = Math.min(1, stop + Math.max(0, partWithin(limit - gap, there)));
      if (least < first || most > last) add(edge, least, most, band);
      [first, last] = [least, most];
    }
  }
  return found;
}

/** How much of an edge can be driven in the time that is left, 0–1; below 0: its end is not reached, or closed. */
function partWithin(left: number, whole: number): number {
  if (left < -rounding || whole === Infinity) return -1;
  return whole <= left + rounding ? 1 : Math.max(0, left) / whole;
}

function roadsOfEdges({ count, ofRoad }: RoadGraph['edges']): Int32Array {
  const roads = new Int32Array(count);
  for (let road = 0; road + 1 < ofRoad.length; road++) roads.fill(road, ofRoad[road], ofRoad[road + 1]);
  return roads;
}
