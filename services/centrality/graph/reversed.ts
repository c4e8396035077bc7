import { intoRows } from './rows.ts';
import type { Network } from './search.ts';

/** The same network with every arc the other way: a search from a place finds who can come to it. */
export function reversed({ nodes, arcs, ...same }: Network): Network {
  const { first, position } = intoRows(nodes.count, arcs.head);
  const count = arcs.head.length;
  const back = { head: new Int32Array(count), minutes: new Float64Array(count), metres: new Float64Array(count) };
  for (let tail = 0; tail < nodes.count; tail++)
    for (let arc = arcs.first[tail]; arc < arcs.first[tail + 1]; arc++) {
      const at = position[arc];
      back.head[at] = tail;
      back.minutes[at] = arcs.minutes[arc];
      back.metres[at] = arcs.metres[arc];
    }
  return { ...same, nodes, arcs: { first, ...back } };
}
