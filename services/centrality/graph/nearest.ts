import type { Cost, RoadGraph } from './road-graph.ts';
import { isWithin, Search } from './search.ts';
import { costsOf, landingsOf, share, sourcesOf, type Landing, type Stretch } from './stretch.ts';

/** A destination that was found, by its position in the list, and what it costs to come there. */
export interface Found {
  target: number;
  cost: number;
}

/** Finds the nearest of many destinations from any place of a network; places lie along roads, not only at nodes. */
export class Destinations {
  readonly #graph: RoadGraph;
  readonly #cost: Cost;
  readonly #search: Search;
  readonly #atNode = new Map<number, Found[]>();
  readonly #onEdge = new Map<number, (Landing & { target: number })[]>();
  readonly #parts = new Set<number>();

  /** @param targets stretches along which each destination is come to; none for one without a road */
  constructor(graph: RoadGraph, cost: Cost, targets: readonly (readonly Stretch[])[]) {
    this.#graph = graph;
    this.#cost = cost;
    this.#search = new Search(graph, cost);
    for (const [target, stretches] of targets.entries())
      for (const landing of landingsOf(graph, stretches, cost)) this.#add(target, landing);
  }

  #add(target: number, landing: Landing): void {
    const { edge, start, stop, gap } = landing;
    const { there, back } = costsOf(this.#graph, edge, this.#cost);
    const { from, to } = this.#graph.edges;
    const arrive = (node: number, cost: number) => {
      if (cost === Infinity) return;
      const known = this.#atNode.get(node);
      if (known) known.push({ target, cost });
      else this.#atNode.set(node, [{ target, cost }]);
    };
    arrive(from[edge], gap + share(start, there));
    arrive(to[edge], gap + share(1 - stop, back));
    this.#onEdge.set(edge, [...(this.#onEdge.get(edge) ?? []), { ...landing, target }]);
    this.#parts.add(this.#graph.components.of[from[edge]]);
  }

  /** Whether any road that leads to a destination is tied to one of these. */
  areTiedTo(stretches: readonly Stretch[]): boolean {
    const { edges, components } = this.#graph;
    return landingsOf(this.#graph, stretches, this.#cost).some(({ edge }) =>
      this.#parts.has(components.of[edges.from[edge]]),
    );
  }

  /**
   * The nearest destination of a place, driving from the place to it.
   * @returns null where none can be reached within the limit
   */
  nearest(stretches: readonly Stretch[], limit: number): Found | null {
    let best: Found | null = null;
    const offer = (target: number, cost: number) => {
      if (isWithin(cost, limit) && (!best || cost < best.cost || (cost === best.cost && target < best.target)))
        best = { target, cost };
    };
    const landings = landingsOf(this.#graph, stretches, this.#cost);
    for (const landing of landings) this.#alongEdge(landing, offer);
    this.#search.run(sourcesOf(this.#graph, landings, this.#cost), limit, (node, cost) => {
      if (best && cost > best.cost) return false;
      for (const arrival of this.#atNode.get(node) ?? []) offer(arrival.target, cost + arrival.cost);
      return true;
    });
    return best;
  }

  /** Destinations on the edge itself, without a turn at its ends. */
  #alongEdge({ edge, start, stop, gap }: Landing, offer: (target: number, cost: number) => void): void {
    const { there, back } = costsOf(this.#graph, edge, this.#cost);
    for (const other of this.#onEdge.get(edge) ?? []) {
      const ahead = share(other.start - stop, there);
      const behind = share(start - other.stop, back);
      offer(other.target, gap + other.gap + Math.max(ahead, behind));
    }
  }
}
