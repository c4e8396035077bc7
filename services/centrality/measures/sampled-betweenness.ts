import type { RoadGraph } from '../graph/road-graph.ts';
import { placesOf } from './places.ts';
import { Paths } from './quickest-paths.ts';
import type { Steps } from './steps.ts';

/** Betweenness as it is estimated from some of the sources. */
export interface SampledBetweenness {
  /** Of each node. */
  values: Float64Array;
  /** The true value of a node lies no farther from the estimate, with a probability of at least {@link confidence}. */
  errors: Float64Array;
  sources: number;
}

/** Of each node's interval by itself: of a thousand nodes, fifty may lie outside theirs; they do so far less often. */
export const confidence = 0.95;

/**
 * Betweenness from a sample of the sources, drawn without replacement (Brandes and Pich 2007): what the sampled sources add,
 * times the number of nodes over that of the sample. What one source adds to a node lies between 0 and the other nodes of
 * its part of the network, however few sources pass it; so the error is bounded without guessing the spread of those
 * that were not drawn: by the smaller of two inequalities for sampling without replacement (Bardenet and Maillard 2015,
 * Hoeffding–Serfling and empirical Bernstein–Serfling), each given half of the risk.
 * @param random 0 ≤ number < 1; the same stream gives the same sample
 */
export function* sampledBetweennessSteps(
  graph: RoadGraph,
  sources: number,
  random: () => number,
): Steps<SampledBetweenness> {
  const { count, of, sizes, arcs } = placesOf(graph);
  const nodes = graph.nodes.count;
  const drawn = drawnFrom(nodes, Math.min(nodes, Math.max(1, Math.floor(sources))), random);
  const [sum, squares] = [new Float64Array(count), new Float64Array(count)];
  const work = new Paths(count, arcs);
  for (const [at, node] of drawn.entries()) {
    work.from(of[node]);
    work.gather(sizes, (place, dependency) => {
      sum[place] = sum[place] + dependency;
      squares[place] = squares[place] + dependency * dependency;
    });
    yield (at + 1) / drawn.length;
  }
  const { of: partOf, sizes: partSizes } = graph.components;
  return {
    values: Float64Array.from(of, (place) => (nodes * sum[place]) / drawn.length),
    errors: Float64Array.from(of, (place, node) => {
      const mean = sum[place] / drawn.length;
      const deviation = Math.sqrt(Math.max(0, squares[place] / drawn.length - mean * mean));
      const range = Math.max(0, partSizes[partOf[node]] - 2);
      return nodes * errorOfMean(deviation, range, drawn.length, nodes);
    }),
    sources: drawn.length,
  };
}

/**
 * How far the mean of a sample without replacement may lie from the mean of all.
 * @param deviation of the sample, divided by its size
 * @param range of all values, known beforehand
 */
function errorOfMean(deviation: number, range: number, sample: number, all: number): number {
  if (sample >= all) return 0;
  const risk = (1 - confidence) / 2;
  const left = sample <= all / 2 ? 1 - (sample - 1) / all : (1 - sample / all) * (1 + 1 / sample);
  const hoeffding = range * Math.sqrt((left * Math.log(2 / risk)) / (2 * sample));
  const terms = Math.log(10 / risk);
  const bernstein =
    deviation * Math.sqrt((2 * left * terms) / sample) + ((7 / 3 + 3 / Math.SQRT2) * range * terms) / sample;
  return Math.min(hoeffding, bernstein);
}

/** So many of the numbers below `count`, each at most once (Fisher and Yates). */
function drawnFrom(count: number, wanted: number, random: () => number): Int32Array {
  const numbers = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = 0; at < wanted; at++) {
    const other = at + Math.floor(random() * (count - at));
    [numbers[at], numbers[other]] = [numbers[other], numbers[at]];
  }
  return numbers.slice(0, wanted);
}
