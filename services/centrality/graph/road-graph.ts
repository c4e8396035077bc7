import { componentsOf, type Components } from './components.ts';
import { edgesOf, type Edges, type Joint } from './edges.ts';
import { byCar, type Travel } from './mode.ts';
import { nodesOf, type Nodes } from './nodes.ts';
import type { Road } from './road.ts';

/** The arcs out of each node in typed arrays, one after the other (compressed sparse rows). */
export interface Arcs {
  /** First arc of each node, and one more. */
  first: Int32Array;
  /** Node that each arc leads to. */
  head: Int32Array;
  minutes: Float64Array;
  metres: Float64Array;
}

/** A network of roads that can be searched. */
export interface RoadGraph {
  nodes: Nodes;
  edges: Edges;
  arcs: Arcs;
  components: Components;
  /** How it is travelled. */
  travel: Travel;
}

/** What an arc costs. A ferry counts with the metres of its crossing. */
export type Cost = 'minutes' | 'metres';

/** Metres within which two ends are one node (ours): wider than digitising noise, narrower than a traffic island. */
export const defaultSnap = 1;

/**
 * Build the graph of roads.
 * @param nodes found with {@link nodesOf}
 * @param joints ends that meet another road between its ends
 * @param travel roads that are closed to it have no edges
 */
export function buildGraph(
  roads: readonly Road[],
  nodes: Nodes = nodesOf(roads, defaultSnap),
  joints: readonly Joint[] = [],
  travel: Travel = byCar,
): RoadGraph {
  const edges = edgesOf(roads, nodes, joints, travel);
  const arcs = arcsOf(nodes.count, edges);
  return { nodes, edges, arcs, components: componentsOf(nodes.count, edges), travel };
}

function arcsOf(nodes: number, edges: Edges): Arcs {
  const first = new Int32Array(nodes + 1);
  eachArc(edges, (tail) => {
    first[tail + 1] = first[tail + 1] + 1;
  });
  for (let node = 0; node < nodes; node++) first[node + 1] = first[node + 1] + first[node];
  const count = first[nodes];
  const arcs = { head: new Int32Array(count), minutes: new Float64Array(count), metres: new Float64Array(count) };
  const next = first.slice(0, nodes);
  eachArc(edges, (tail, head, minutes, metres) => {
    const at = next[tail];
    next[tail] = at + 1;
    arcs.head[at] = head;
    arcs.minutes[at] = minutes;
    arcs.metres[at] = metres;
  });
  return { first, ...arcs };
}

/** Both ways of every edge that are open; a loop leads nowhere. */
function eachArc(edges: Edges, work: (tail: number, head: number, minutes: number, metres: number) => void): void {
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to, metres] = [edges.from[edge], edges.to[edge], edges.metres[edge]];
    if (from === to) continue;
    const [forward, backward] = [edges.forward[edge], edges.backward[edge]];
    if (forward < Infinity) work(from, to, forward, metres);
    if (backward < Infinity) work(to, from, backward, metres);
  }
}
