import { rounding, Search, type Network } from '../graph/search.ts';
import type { Steps } from './steps.ts';

/** How near a node is to all others, outwards. */
export interface Closeness {
  /** Other nodes reached ÷ the sum of their times; 0 where none is, or all are there without any time. */
  closeness: number;
  /** Σ 1/t, minutes; nodes that take no time are the same place and add nothing. */
  harmonic: number;
}

/** Closeness of a node over the whole of its graph, without a limit. */
export function closenessOf(search: Search, node: number): Closeness {
  let others = -1;
  let sum = 0;
  let harmonic = 0;
  search.run([{ node, cost: 0 }], Infinity, (_, minutes) => {
    others += 1;
    sum += minutes;
    if (minutes > rounding) harmonic += 1 / minutes;
  });
  return { closeness: sum > 0 ? others / sum : 0, harmonic };
}

/** Closeness of every node, one at a time. */
export function* closenessSteps(graph: Network): Steps<Closeness[]> {
  const search = new Search(graph);
  const found: Closeness[] = [];
  for (let node = 0; node < graph.nodes.count; node++) {
    found.push(closenessOf(search, node));
    yield (node + 1) / graph.nodes.count;
  }
  return found;
}
