import type { Arcs } from '../../centrality/graph/road-graph.ts';
import type { Network } from '../../centrality/graph/search.ts';

/** A network with every way turned round: a search from a place finds what it costs to come to it. */
export function reversed({ nodes, arcs }: Network): Network {
  const first = new Int32Array(nodes.count + 1);
  for (const tail of arcs.head) first[tail + 1] = first[tail + 1] + 1;
  for (let node = 0; node < nodes.count; node++) first[node + 1] = first[node + 1] + first[node];
  const size = arcs.head.length;
  const turned: Omit<Arcs, 'first'> = {
    ...{ head: new Int32Array(size), minutes: new Float64Array(size), metres: new Float64Array(size) },
  };
  const next = first.slice(0, nodes.count);
  for (let node = 0; node < nodes.count; node++)
    for (let arc = arcs.first[node]; arc < arcs.first[node + 1]; arc++) {
      const tail = arcs.head[arc];
      const at = next[tail];
      next[tail] = at + 1;
      turned.head[at] = node;
      turned.minutes[at] = arcs.minutes[arc];
      turned.metres[at] = arcs.metres[arc];
    }
  return { nodes, arcs: { first, ...turned } };
}
