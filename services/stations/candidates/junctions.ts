import type { StoredGraph } from '../../centrality/read-graph.ts';
import type { Stretch } from '../../centrality/graph/stretch.ts';
import { roadKey, roadName } from '../demand/road-key.ts';

/** A place where a main road meets another numbered road. */
export interface Junction {
  /** Keys of the roads, in their order. */
  roads: string[];
  x: number;
  y: number;
  at: Stretch;
}

/** Junctions of the same roads so near to one another are one: slip roads, roundabouts, two carriageways (ours). */
const together_m = 1000;

const isMain = (key: string): boolean => key.startsWith('E') || key.startsWith('R');

/** Where European and national roads meet other numbered roads, on the ground. */
export function junctionsOf({ graph, roads }: StoredGraph): Junction[] {
  const { edges, nodes } = graph;
  const keys = roads.map(({ number, category }) => roadKey(number, category));
  const met = new Map<number, Map<string, Stretch>>();
  for (const [road, key] of keys.entries()) {
    if (key === null) continue;
    for (let edge = edges.ofRoad[road]; edge < edges.ofRoad[road + 1]; edge++)
      for (const [node, at] of [
        [edges.from[edge], edges.start[edge]],
        [edges.to[edge], edges.stop[edge]],
      ] as const) {
        // prettier-ignore
        const own = met.get(node) ?? new Map<string, Stretch>();
        met.set(node, own);
        if (!own.has(key)) own.set(key, { road, start: at, stop: at, gap_m: 0 });
      }
  }
  const found: Junction[] = [];
  for (const [node, own] of met) {
    const names = [...own.keys()].sort();
    const [x, y] = [nodes.x[node], nodes.y[node]];
    const main = names.find(isMain);
    if (main === undefined || names.length < 2 || Number.isNaN(x)) continue;
    found.push({ roads: names, x, y, at: own.get(main) as Stretch });
  }
  return merged(found);
}

export const junctionName = ({ roads }: Pick<Junction, 'roads'>): string => roads.map(roadName).join(' × ');

/** The first of each group of junctions that have the same roads and lie together, from the south-west on. */
function merged(junctions: readonly Junction[]): Junction[] {
  const kept = new Map<string, Junction[]>();
  const ordered = [...junctions].sort((a, b) => a.x + a.y - (b.x + b.y) || a.x - b.x);
  for (const junction of ordered) {
    const same = kept.get(junction.roads.join()) ?? [];
    kept.set(junction.roads.join(), same);
    if (!same.some(({ x, y }) => Math.hypot(x - junction.x, y - junction.y) <= together_m)) same.push(junction);
  }
  return [...kept.values()].flat();
}
