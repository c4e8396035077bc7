import { Heap } from '../graph/heap.ts';
import type { ArcLists } from './arc-lists.ts';

/** A way between two neighbours of a node that is left out. */
type Shortcut = readonly [tail: number, head: number, minutes: number];

/** Nodes that a search for another way looks at before it gives up: a shortcut too many costs little and is never wrong. */
const patience = 40;

/** Leaves nodes out of a graph one by one; shortcuts keep the times between those that stay. */
export class Contraction {
  readonly #arcs: ArcLists;
  readonly #costs: Float64Array;
  readonly #heap = new Heap();
  readonly #touched: number[] = [];

  constructor(nodes: number, arcs: ArcLists) {
    this.#arcs = arcs;
    this.#costs = new Float64Array(nodes).fill(Infinity);
  }

  /** Leave a node out. Its own lists then name those of its neighbours that are left out later. */
  leaveOut(node: number): void {
    const shortcuts = this.shortcutsAround(node);
    this.#arcs.detach(node);
    for (const [tail, head, minutes] of shortcuts) this.#arcs.add(tail, head, minutes);
  }

  /** What must be added when a node is left out: ways through it that no way around it makes up for. */
  shortcutsAround(node: number): Shortcut[] {
    const { nodes: tails, minutes: before } = this.#arcs.behind[node];
    const { nodes: heads, minutes: after } = this.#arcs.ahead[node];
    if (heads.length === 0 || (heads.length === 1 && tails.length === 1 && heads[0] === tails[0])) return [];
    const farthest = Math.max(...after);
    return tails.flatMap((tail, at) => {
      const soFar = before[at];
      this.#search(tail, node, soFar + farthest);
      const needed = heads.flatMap((head, next): Shortcut[] => {
        const minutes = soFar + after[next];
        return head !== tail && minutes < this.#costs[head] ? [[tail, head, minutes]] : [];
      });
      for (const reached of this.#touched) this.#costs[reached] = Infinity;
      this.#touched.length = 0;
      return needed;
    });
  }

  /** What ways that do not lead through a node cost, from one of its neighbours to what lies around: never too little. */
  #search(source: number, without: number, limit: number): void {
    const [costs, heap] = [this.#costs, this.#heap];
    heap.clear();
    this.#offer(source, 0);
    for (let settled = 0; settled < patience && heap.least <= limit; settled++) {
      const cost = heap.least;
      const node = heap.pop();
      if (cost !== costs[node]) continue;
      const { nodes, minutes } = this.#arcs.ahead[node];
      for (let at = 0; at < nodes.length; at++) {
        const sum = cost + minutes[at];
        if (nodes[at] !== without && sum <= limit) this.#offer(nodes[at], sum);
      }
    }
  }

  #offer(node: number, cost: number): void {
    const known = this.#costs[node];
    if (!(cost < known)) return;
    if (known === Infinity) this.#touched.push(node);
    this.#costs[node] = cost;
    this.#heap.push(cost, node);
  }
}
