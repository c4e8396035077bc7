import type { Network } from './search.ts';

/** The same network with every arc the other way: a search from a place finds who can come to it. */
export function reversed({ nodes, arcs, ...same }: Network): Network {
  const first = new Int32Array(nodes.count + 1);
  for (const head of arcs.head) first[head + 1] = first[head + 1] + 1;
  for (let node = 0; node < nodes.count; node++) first[node + 1] = first[node + 1] + first[node];
  const count = arcs.head.length;
  const back = { head: new Int32Array(count), minutes: new Float64Array(count), metres: new Float64Array(count) };
  const next = first.slice(0, nodes.count);
  for (let tail = 0; tail < nodes.count; tail++)
    for (let arc = arcs.first[tail]; arc < arcs.first[tail + 1]; arc++) {
      const at = next[arcs.head[arc]]++;
      back.head[at] = tail;
      back.minutes[at] = arcs.minutes[arc];
      back.metres[at] = arcs.metres[arc];
    }
  return { ...same, nodes, arcs: { first, ...back } };
}
