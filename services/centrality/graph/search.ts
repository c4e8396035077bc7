import { Heap } from './heap.ts';
import type { Arcs, Cost } from './road-graph.ts';

/** Where a search begins, and what it has cost to come there. */
export interface Source {
  node: number;
  cost: number;
}

/** What sums of minutes or metres are rounded by, and no more: what lies on a limit is within it. */
export const rounding = 1e-9;

/** Whether a cost is within a limit; on it counts. */
export const isWithin = (cost: number, limit: number): boolean => cost <= limit + rounding;

/** What can be searched: a road graph, or one with places tied to it. */
export interface Network {
  /** So many of its first nodes are places, where ways begin and end: none leads through one. */
  places?: number;
  nodes: { count: number };
  arcs: Arcs;
}

/**
 * One-to-many search by Dijkstra's method. One object serves any number of searches on its graph, one after the other:
 * only what a search touched is put back afterwards.
 */
export class Search {
  readonly #graph: Network;
  readonly #weights: Float64Array;
  readonly #costs: Float64Array;
  readonly #heap = new Heap();
  readonly #touched: number[] = [];
  readonly #begun = new Set<number>();

  constructor(graph: Network, cost: Cost = 'minutes') {
    this.#graph = graph;
    this.#weights = graph.arcs[cost];
    this.#costs = new Float64Array(graph.nodes.count).fill(Infinity);
  }

  /**
   * Visit nodes in the order of what it costs to reach them, up to the limit.
   * @param visit called once per node reached; what it returns as `false` ends the search
   */
  run(sources: readonly Source[], limit: number, visit: (node: number, cost: number) => boolean | void): void {
    try {
      for (const { node, cost } of sources) {
        this.#begun.add(node);
        this.#offer(node, cost, limit);
      }
      this.#settle(limit, visit);
    } finally {
      for (const node of this.#touched) this.#costs[node] = Infinity;
      this.#touched.length = 0;
      this.#begun.clear();
      this.#heap.clear();
    }
  }

  #settle(limit: number, visit: (node: number, cost: number) => boolean | void): void {
    const { places = 0, arcs } = this.#graph;
    const { first, head } = arcs;
    const [heap, costs, weights] = [this.#heap, this.#costs, this.#weights];
    while (heap.size > 0) {
      const cost = heap.least;
      const node = heap.pop();
      // Settled nodes are marked by -cost - 1; an entry that was improved since is stale.
      if (cost !== costs[node]) continue;
      costs[node] = -cost - 1;
      if (visit(node, cost) === false) return;
      if (node < places && !this.#begun.has(node)) continue;
      const end = first[node + 1];
      for (let arc = first[node]; arc < end; arc++) this.#offer(head[arc], cost + weights[arc], limit);
    }
  }

  #offer(node: number, cost: number, limit: number): void {
    const known = this.#costs[node];
    if (!(cost < known) || !isWithin(cost, limit)) return;
    if (known === Infinity) this.#touched.push(node);
    this.#costs[node] = cost;
    this.#heap.push(cost, node);
  }
}
