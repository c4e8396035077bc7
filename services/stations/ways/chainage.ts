import type { RoadGraph } from '../../centrality/graph/road-graph.ts';
import { Search, type Network } from '../../centrality/graph/search.ts';

/** A road by itself: how far along it each of its nodes lies. */
export interface Chainage {
  length_m: number;
  /** Metres from its beginning, by node of the graph. */
  at: ReadonlyMap<number, number>;
  /** Metres of its links that are not tied to the part that is measured. */
  apart_m: number;
}

/**
 * Measure a road from end to end: along its longest part, between the two places that are farthest apart along it, from the
 * southern one. One-way links are measured both ways: a carriageway lies along its road whichever way it is driven.
 * @param links numbers of its links in the graph
 */
export function chainageOf({ edges, nodes }: RoadGraph, links: readonly number[]): Chainage | null {
  const local = new Map<number, number>();
  const own = (node: number): number => {
    const known = local.get(node) ?? local.size;
    local.set(node, known);
    return known;
  };
  const ends: { from: number; to: number; metres: number }[] = [];
  for (const link of links)
    for (let edge = edges.ofRoad[link]; edge < edges.ofRoad[link + 1]; edge++)
      ends.push({ from: own(edges.from[edge]), to: own(edges.to[edge]), metres: edges.metres[edge] });
  if (ends.length === 0) return null;
  const search = new Search(networkOf(local.size, ends), 'metres');
  const reach = (node: number) => {
    const found = new Map<number, number>();
    search.run([{ node, cost: 0 }], Infinity, (other, metres) => void found.set(other, metres));
    return found;
  };
  const roadNodes = [...local.keys()];
  const part = largestPart(local.size, reach);
  const farthest = (from: number) => {
    const all = [...reach(from)];
    return all.reduce((best, one) => (one[1] > best[1] ? one : best));
  };
  const [one] = farthest(part[0]);
  const [other, length_m] = farthest(one);
  const [a, b] = [roadNodes[one], roadNodes[other]];
  const isFirst = nodes.y[a] < nodes.y[b] || (nodes.y[a] === nodes.y[b] && nodes.x[a] <= nodes.x[b]);
  const measured = reach(isFirst ? one : other);
  const inPart = new Set(part);
  const apart_m = ends.reduce((sum, { from, metres }) => sum + (inPart.has(from) ? 0 : metres), 0);
  return { length_m, apart_m, at: new Map([...measured].map(([node, metres]) => [roadNodes[node], metres])) };
}

function largestPart(count: number, reach: (node: number) => Map<number, number>): number[] {
  const seen = new Set<number>();
  let largest: number[] = [];
  for (let node = 0; node < count; node++) {
    if (seen.has(node)) continue;
    const part = [...reach(node).keys()];
    for (const member of part) seen.add(member);
    if (part.length > largest.length) largest = part;
  }
  return largest;
}

function networkOf(count: number, ends: readonly { from: number; to: number; metres: number }[]): Network {
  const both = ends.flatMap(({ from, to, metres }) => [
    { tail: from, head: to, metres },
    { tail: to, head: from, metres },
  ]);
  const first = new Int32Array(count + 1);
  for (const { tail } of both) first[tail + 1] = first[tail + 1] + 1;
  for (let node = 0; node < count; node++) first[node + 1] = first[node + 1] + first[node];
  const next = first.slice(0, count);
  const head = new Int32Array(both.length);
  const metres = new Float64Array(both.length);
  for (const arc of both) {
    const at = next[arc.tail];
    next[arc.tail] = at + 1;
    [head[at], metres[at]] = [arc.head, arc.metres];
  }
  return { nodes: { count }, arcs: { first, head, metres, minutes: metres } };
}
