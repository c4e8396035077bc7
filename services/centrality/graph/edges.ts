import type { Nodes } from './nodes.ts';
import { byCar, type Travel } from './mode.ts';
import type { Road } from './road.ts';
import { isOpen, knownLength, minutesOf } from './travel-time.ts';

/** The end of a road that meets another road between that one's ends. */
export interface Joint {
  /** `2 · road` is a road's first end, `2 · road + 1` its last. */
  end: number;
  onto: number;
  /** Where along the other road, 0–1. */
  at: number;
}

/** Roads cut at the places where others join them, in the order of the roads. */
export interface Edges {
  count: number;
  from: Int32Array;
  to: Int32Array;
  /** Minutes from the first node to the last; Infinity where that way is closed. */
  forward: Float64Array;
  /** The same the other way. */
  backward: Float64Array;
  metres: Float64Array;
  /** Which part of its road an edge is, 0–1 along it. */
  start: Float64Array;
  stop: Float64Array;
  /** First edge of each road, and one more: a road that cannot be driven has none. */
  ofRoad: Int32Array;
}

/**
 * Cut roads into edges. A ferry is never cut: it takes its time once. Roads whose time cannot be known have no edges, nor
 * have those that are closed to this way of travelling; one-ways bind all but those on foot.
 */
export function edgesOf(roads: readonly Road[], nodes: Nodes, joints: readonly Joint[], travel: Travel = byCar): Edges {
  const cuts = new Map<number, { node: number; at: number }[]>();
  for (const { end, onto, at } of joints) {
    if (roads[onto]?.ferry) continue;
    cuts.set(onto, [...(cuts.get(onto) ?? []), { node: nodes.ofEnd[end], at }]);
  }
  const most = roads.length + joints.length;
  const edges = {
    ...{ from: new Int32Array(most), to: new Int32Array(most), ofRoad: new Int32Array(roads.length + 1) },
    ...{ forward: new Float64Array(most), backward: new Float64Array(most), metres: new Float64Array(most) },
    ...{ start: new Float64Array(most), stop: new Float64Array(most) },
  };
  let count = 0;
  for (const [index, road] of roads.entries()) {
    edges.ofRoad[index] = count;
    const minutes = isOpen(road, travel) ? minutesOf(road, travel) : null;
    if (minutes === null) continue;
    const oneWay = road.oneWay && travel.mode !== 'foot';
    const along = (cuts.get(index) ?? []).sort((a, b) => a.at - b.at);
    const ends = [{ node: nodes.ofEnd[2 * index + 1], at: 1 }];
    let before = { node: nodes.ofEnd[2 * index], at: 0 };
    for (const cut of [...along, ...ends]) {
      const part = cut.at - before.at;
      [edges.from[count], edges.to[count]] = [before.node, cut.node];
      [edges.start[count], edges.stop[count]] = [before.at, cut.at];
      edges.metres[count] = part * (knownLength(road) ?? 0);
      edges.forward[count] = part * minutes;
      edges.backward[count] = oneWay ? Infinity : part * minutes;
      before = cut;
      count++;
    }
  }
  edges.ofRoad[roads.length] = count;
  return { count, ...edges };
}
