import { shared } from './shared-arrays.ts';
import type { Arcs, RoadGraph } from './road-graph.ts';
import { intoRows } from './rows.ts';
import type { Network } from './search.ts';
import { costsOf, landingsOf, type Stretch } from './stretch.ts';

/**
 * A road graph with places tied to it, in shared memory. Its first nodes are the places, in their order; a search between
 * places comes by every road node on the way.
 */
export type PlacedNetwork = Network & { places: number };

/** Where a place meets an edge. */
interface Tie {
  place: number;
  /** 0–1 along the edge. */
  start: number;
  stop: number;
  gap: number;
}

/**
 * Tie places to the roads: every edge is cut where a place comes to it, so that ways along a single edge are found, too.
 * @param access stretches along which each place comes to the roads; one with length is tied at its ends and at every cut
 * between them
 */
export function placedNetwork(graph: RoadGraph, access: readonly (readonly Stretch[])[]): PlacedNetwork {
  const ties = tiesByEdge(graph, access);
  const places = access.length;
  const ofRoads = places; // road nodes come after the places, and the cuts after them
  let count = places + graph.nodes.count;
  const tails: number[] = [];
  const heads: number[] = [];
  const minutes: number[] = [];
  const metres: number[] = [];
  const join = (tail: number, head: number, time: number, length: number) => {
    if (time === Infinity || tail === head) return;
    tails.push(tail);
    heads.push(head);
    minutes.push(time);
    metres.push(length);
  };
  const { edges } = graph;
  for (let edge = 0; edge < edges.count; edge++) {
    const time = costsOf(graph, edge, 'minutes');
    const length = edges.metres[edge];
    let before = { node: ofRoads + edges.from[edge], at: 0 };
    const step = (node: number, at: number) => {
      const part = at - before.at;
      join(before.node, node, time.there === Infinity ? Infinity : part * time.there, part * length);
      join(node, before.node, time.back === Infinity ? Infinity : part * time.back, part * length);
      before = { node, at };
    };
    const own = ties.get(edge) ?? [];
    for (const at of cutsOf(own)) {
      if (at > before.at) step(count++, at);
      for (const { place, start, stop, gap } of own) {
        if (at < start || at > stop) continue;
        join(place, before.node, gap, 0);
        join(before.node, place, gap, 0);
      }
    }
    step(ofRoads + edges.to[edge], 1);
  }
  return { places, nodes: { count }, arcs: inRows(count, { tails, heads, minutes, metres }) };
}

function tiesByEdge(graph: RoadGraph, access: readonly (readonly Stretch[])[]): Map<number, Tie[]> {
  const ties = new Map<number, Tie[]>();
  for (const [place, stretches] of access.entries())
    for (const { edge, start, stop, gap } of landingsOf(graph, stretches, 'minutes')) {
      const own = ties.get(edge) ?? [];
      ties.set(edge, own);
      own.push({ place, start, stop, gap });
    }
  for (const own of ties.values()) own.sort((a, b) => a.start - b.start || a.place - b.place);
  return ties;
}

/** Where places come to an edge, in order, each once. */
const cutsOf = (ties: readonly Tie[]): number[] =>
  [...new Set(ties.flatMap(({ start, stop }) => [start, stop]))].sort((a, b) => a - b);

function inRows(nodes: number, given: Record<'tails' | 'heads' | 'minutes' | 'metres', readonly number[]>): Arcs {
  const { first, position } = intoRows(nodes, given.tails);
  const size = given.tails.length;
  const arcs = {
    head: shared(Int32Array, size),
    minutes: shared(Float64Array, size),
    metres: shared(Float64Array, size),
  };
  for (const [arc, at] of position.entries()) {
    arcs.head[at] = given.heads[arc];
    arcs.minutes[at] = given.minutes[arc];
    arcs.metres[at] = given.metres[arc];
  }
  return { first, ...arcs };
}
