import type { Edges } from './edges.ts';
import { Sets } from './node-sets.ts';

/** Parts of a network that no road ties together, whichever way the roads are open; the largest first. */
export interface Components {
  /** Component of each node. */
  of: Int32Array;
  /** Nodes in each component. */
  sizes: number[];
}

export function componentsOf(nodes: number, { count, from, to }: Edges): Components {
  const sets = new Sets(nodes);
  for (let edge = 0; edge < count; edge++) sets.join(from[edge], to[edge]);
  const sizeOf = new Map<number, number>();
  for (let node = 0; node < nodes; node++) {
    const first = sets.find(node);
    sizeOf.set(first, (sizeOf.get(first) ?? 0) + 1);
  }
  const ordered = [...sizeOf].sort(([a, one], [b, other]) => other - one || a - b);
  const rank = new Map(ordered.map(([first], at) => [first, at]));
  return {
    of: Int32Array.from({ length: nodes }, (_, node) => rank.get(sets.find(node)) as number),
    sizes: ordered.map(([, size]) => size),
  };
}
