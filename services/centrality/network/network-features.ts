import { betweennessStep } from '../../../layers/codes/betweenness.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import type { RoadCategory } from '../graph/road.ts';
import { percentileRanks } from '../pressure/percentile.ts';
import type { StoredGraph } from '../read-graph.ts';
import type { NetworkMeasures } from './measure-network.ts';

const letters: Record<RoadCategory, string> = {
  ...{ european: 'E', national: 'Rv', county: 'Fv', municipal: 'Kv', private: 'Pv', forest: 'Sv' },
};

/** What is told of a node. */
export interface NodeMeasures {
  /** Analysis CRS. */
  x: number;
  y: number;
  /** Numbers of the roads that meet there. */
  roads: string;
  betweenness: number;
  betweenness_error: number | null;
  betweenness_share: number | null;
  step: string;
  closeness: number;
  harmonic: number;
  part: number;
  part_nodes: number;
}

/** The measures of every node, in the order of the nodes. */
export function nodeMeasures(
  { graph, roads }: Pick<StoredGraph, 'graph' | 'roads'>,
  { closeness, betweenness, sample }: NetworkMeasures,
): NodeMeasures[] {
  const { nodes, components } = graph;
  const numbers = Array.from({ length: nodes.count }, () => new Set<string>());
  for (const [road, { number, category }] of roads.entries())
    if (number !== null)
      for (const end of [2 * road, 2 * road + 1]) numbers[nodes.ofEnd[end]].add(named(number, category));
  const ranks = percentileRanks(betweenness);
  const pairs = (nodes.count - 1) * (nodes.count - 2);
  return closeness.map(({ closeness: near, harmonic }, node) => ({
    ...{ x: nodes.x[node], y: nodes.y[node], roads: [...numbers[node]].sort().join(', ') },
    ...{ betweenness: betweenness[node], betweenness_error: sample ? sample.errors[node] : null },
    betweenness_share: pairs > 0 ? betweenness[node] / pairs : null,
    ...{ step: betweennessStep(ranks[node]), closeness: near, harmonic },
    ...{ part: components.of[node] + 1, part_nodes: components.sizes[components.of[node]] },
  }));
}

/** How a road is called: maps give the bare number. */
const named = (number: string, category: RoadCategory | null): string =>
  `${/^\d/.test(number) && category ? letters[category] : ''}${number}`;

export function* nodeFeatures(measures: readonly NodeMeasures[]): Generator<SourceFeature> {
  for (const [index, { x, y, ...properties }] of measures.entries())
    yield { index, id: `${index + 1}`, geometry: { type: 'Point', coordinates: [x, y] }, properties };
}
