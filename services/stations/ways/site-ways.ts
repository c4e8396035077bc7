import { placedNetwork, type PlacedNetwork } from '../../centrality/graph/placed-network.ts';
import type { RoadGraph } from '../../centrality/graph/road-graph.ts';
import { Search, type Network } from '../../centrality/graph/search.ts';
import type { Stretch } from '../../centrality/graph/stretch.ts';
import { reversed } from './reversed.ts';

/** A way on from a site: the next node of the network of ways, and how far it is. */
export interface Arm {
  node: number;
  metres: number;
}

/**
 * Ways between sites and along the roads, metres. The way between a site and its road is driven, too, and counts at both
 * ends. Nodes are those of the graph, as {@link nodeOf} numbers them.
 */
export class SiteWays {
  readonly #network: PlacedNetwork;
  readonly #forward: Search;
  readonly #backward: Search;
  readonly #turned: Network;
  #quickest: Search | undefined;
  readonly #gaps: readonly number[];

  /** @param access where each site comes to the roads; null for one without a road */
  constructor(graph: RoadGraph, access: readonly (Stretch | null)[]) {
    this.#network = placedNetwork(
      graph,
      access.map((stretch) => (stretch ? [{ ...stretch, gap_m: 0 }] : [])),
    );
    this.#forward = new Search(this.#network, 'metres');
    this.#turned = reversed(this.#network);
    this.#backward = new Search(this.#turned, 'metres');
    this.#gaps = access.map((stretch) => stretch?.gap_m ?? 0);
  }

  /** Sites and nodes together: so long is what {@link distancesTo} fills. */
  get size(): number {
    return this.#network.nodes.count;
  }

  /** A node of the graph among these; sites come first, by their own numbers. */
  nodeOf(roadNode: number): number {
    return this.#network.places + roadNode;
  }

  /** Visit nodes by how far they are from a site. @param visit `false` ends it */
  from(site: number, limit: number, visit: (node: number, metres: number) => boolean | void): void {
    this.#forward.run([{ node: site, cost: this.#gaps[site] }], limit, visit);
  }

  /** The same by how far it is from them to the site. */
  to(site: number, limit: number, visit: (node: number, metres: number) => boolean | void): void {
    this.#backward.run([{ node: site, cost: this.#gaps[site] }], limit, visit);
  }

  /** Metres from every node and every other site to this one; Infinity beyond the limit. */
  distancesTo(site: number, limit: number, into: Float64Array): void {
    into.fill(Infinity);
    const { places } = this.#network;
    this.to(site, limit, (node, metres) => {
      into[node] = node < places ? metres + this.#gaps[node] : metres;
    });
    into[site] = 0;
  }

  /** Where a site comes to its road; null without a road. */
  exitOf(site: number): number | null {
    const { first, head } = this.#network.arcs;
    return first[site] < first[site + 1] ? head[first[site]] : null;
  }

  /** The ways on from where a site comes to its road: two along a road, more where roads meet. */
  arms(site: number): Arm[] {
    const { arcs, places } = this.#network;
    const exit = this.exitOf(site);
    if (exit === null) return [];
    const here = [exit, ...this.sameAs(exit)];
    return here.flatMap((node) => {
      const found: Arm[] = [];
      for (let arc = arcs.first[node]; arc < arcs.first[node + 1]; arc++) {
        const next = arcs.head[arc];
        if (next >= places && !here.includes(next)) found.push({ node: next, metres: arcs.metres[arc] });
      }
      return found;
    });
  }

  /** Nodes 0 m from one: a site at the end of a road is put a step of nothing before it. */
  sameAs(node: number): number[] {
    const { arcs, places } = this.#network;
    const here = new Set([node]);
    for (const one of here)
      for (let arc = arcs.first[one]; arc < arcs.first[one + 1]; arc++)
        if (arcs.head[arc] >= places && arcs.metres[arc] === 0) here.add(arcs.head[arc]);
    here.delete(node);
    return [...here];
  }

  /** The quickest way from one site to another: its nodes in order, and metres from the first. Null: no way. */
  route(from: number, to: number): { nodes: number[]; metres: number[] } | null {
    const { nodes } = this.#network;
    const minutes = new Float64Array(nodes.count).fill(Infinity);
    const search = (this.#quickest ??= new Search(this.#network, 'minutes'));
    search.run([{ node: from, cost: 0 }], Infinity, (node, cost) => {
      minutes[node] = cost;
      return node !== to;
    });
    if (minutes[to] === Infinity) return null;
    const turned = this.#turned.arcs;
    const [way, along] = [[to], [0]];
    for (let node = to; node !== from;) {
      let best = -1;
      for (let arc = turned.first[node]; arc < turned.first[node + 1]; arc++) {
        const before = turned.head[arc];
        if (before < this.#network.places && before !== from) continue;
        const left = Math.abs(minutes[before] + turned.minutes[arc] - minutes[node]);
        const isOnWay = left <= 1e-9 && (minutes[before] < minutes[node] || !way.includes(before));
        if (isOnWay && (best < 0 || minutes[before] < minutes[turned.head[best]])) best = arc;
      }
      if (best < 0) return null;
      node = turned.head[best];
      way.push(node);
      along.push(turned.metres[best]);
    }
    let sum = 0;
    const steps = [0, ...along.slice(1).reverse()];
    return { nodes: way.reverse(), metres: steps.map((step) => (sum += step)) };
  }
}
