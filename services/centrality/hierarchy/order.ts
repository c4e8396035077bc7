import { Heap } from '../graph/heap.ts';
import type { ArcLists } from './arc-lists.ts';
import { Contraction } from './contraction.ts';

/**
 * Leave out all nodes, those first that few ways need: whose going adds few shortcuts and takes many arcs away, and evenly
 * over the map (Geisberger, Sanders, Schultes and Delling 2008). The lists of each node then name those that are left out
 * after it alone.
 * @returns the nodes in that order, step by step
 */
export function* contractAll(nodes: number, arcs: ArcLists): Generator<number, Int32Array> {
  const work = new Contraction(nodes, arcs);
  const order = new Int32Array(nodes);
  const depth = new Int32Array(nodes);
  const worth = (node: number): number => {
    const gone = arcs.ahead[node].nodes.length + arcs.behind[node].nodes.length;
    return 2 * work.shortcutsAround(node).length - gone + depth[node];
  };
  const queue = new Heap();
  for (let node = 0; node < nodes; node++) queue.push(worth(node), node);
  for (let done = 0; done < nodes;) {
    const node = queue.pop();
    const now = worth(node);
    if (now > queue.least) {
      queue.push(now, node);
      continue;
    }
    work.leaveOut(node);
    for (const { nodes: neighbours } of [arcs.ahead[node], arcs.behind[node]])
      for (const other of neighbours) depth[other] = Math.max(depth[other], depth[node] + 1);
    order[done++] = node;
    yield done / nodes;
  }
  return order;
}
