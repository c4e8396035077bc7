import { randomStream } from '../../example/random.ts';
import type { RoadGraph } from '../graph/road-graph.ts';
import { betweennessSteps } from '../measures/betweenness.ts';
import { closenessSteps, type Closeness } from '../measures/closeness.ts';
import { sampledBetweennessSteps } from '../measures/sampled-betweenness.ts';
import { inTurns } from '../measures/steps.ts';
import type { NetworkInputs } from './inputs.ts';

/** Measures of every node of a network. */
export interface NetworkMeasures {
  closeness: Closeness[];
  betweenness: Float64Array;
  /** Null where betweenness is exact. */
  sample: { sources: number; errors: Float64Array } | null;
}

interface Options {
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** Closeness of every node, and betweenness: exact in a small network, from a sample in a large one. @throws the signal's reason */
export async function measureNetwork(
  graph: RoadGraph,
  { exact_to, sources, seed }: Pick<NetworkInputs, 'exact_to' | 'sources' | 'seed'>,
  { signal, onShare }: Options = {},
): Promise<NetworkMeasures> {
  const closeness = await inTurns(closenessSteps(graph), { signal, onShare: (share) => onShare?.(share / 3) });
  const rest = { signal, onShare: (share: number) => onShare?.((1 + 2 * share) / 3) };
  if (graph.nodes.count <= exact_to)
    return { closeness, betweenness: await inTurns(betweennessSteps(graph), rest), sample: null };
  const random = randomStream(seed, 'betweenness');
  const steps = sampledBetweennessSteps(graph, sources, () => random.next());
  const { values, errors, sources: drawn } = await inTurns(steps, rest);
  return { closeness, betweenness: values, sample: { sources: drawn, errors } };
}
