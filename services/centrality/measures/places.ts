import { Sets } from '../graph/node-sets.ts';
import type { Arcs, RoadGraph } from '../graph/road-graph.ts';
import { rounding } from '../graph/search.ts';

/** A graph in which every step takes time both ways or one way, and leads from a place to another by one arc. */
export interface PlaceGraph {
  count: number;
  /** Place of each node. */
  of: Int32Array;
  /** Nodes in each place. */
  sizes: Int32Array;
  arcs: Arcs;
}

/**
 * Nodes that can be reached from each other in no time are one place, and of parallel links only the quickest counts:
 * without that, the shortest paths between two nodes could not be counted.
 */
export function placesOf({ nodes, arcs }: RoadGraph): PlaceGraph {
  const of = togetherInNoTime(nodes.count, arcs);
  const count = of.reduce((most, place) => Math.max(most, place + 1), 0);
  const sizes = new Int32Array(count);
  for (const place of of) sizes[place] = sizes[place] + 1;
  const quickest = Array.from({ length: count }, () => new Map<number, number>());
  for (let node = 0; node < nodes.count; node++) {
    const ways = quickest[of[node]];
    for (let arc = arcs.first[node]; arc < arcs.first[node + 1]; arc++) {
      const head = of[arcs.head[arc]];
      const minutes = arcs.minutes[arc];
      if (head !== of[node] && minutes < (ways.get(head) ?? Infinity)) ways.set(head, minutes);
    }
  }
  const first = new Int32Array(count + 1);
  for (const [place, ways] of quickest.entries()) first[place + 1] = first[place] + ways.size;
  const flat = quickest.flatMap((ways) => [...ways]);
  const head = Int32Array.from(flat, ([place]) => place);
  const minutes = Float64Array.from(flat, ([, time]) => time);
  return { count, of, sizes, arcs: { first, head, minutes, metres: new Float64Array(flat.length) } };
}

/** Place of each node, numbered from 0. */
function togetherInNoTime(nodes: number, arcs: Arcs): Int32Array {
  const together = new Sets(nodes);
  const reach = new Map<number, Set<number>>();
  for (let node = 0; node < nodes; node++) {
    const reached = inNoTime(node, arcs);
    if (reached.size > 1) reach.set(node, reached);
  }
  for (const [node, reached] of reach)
    for (const other of reached) if (reach.get(other)?.has(node)) together.join(node, other);
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: nodes }, (_, node) => {
    const first = together.find(node);
    const number = numbers.get(first) ?? numbers.size;
    numbers.set(first, number);
    return number;
  });
}

function inNoTime(node: number, { first, head, minutes }: Arcs): Set<number> {
  const reached = new Set([node]);
  for (const at of reached)
    for (let arc = first[at]; arc < first[at + 1]; arc++) if (minutes[arc] <= rounding) reached.add(head[arc]);
  return reached;
}
