import type { RoadGraph } from '../graph/road-graph.ts';
import { placesOf } from './places.ts';
import { Paths } from './quickest-paths.ts';
import { finish, type Steps } from './steps.ts';

/**
 * Betweenness of every node, exact (Brandes 2001): Σ over ordered pairs of other nodes of the share of the quickest paths
 * that pass through it, ends excluded, not normalised. A path is a row of nodes: parallel links do not make two of one.
 * Nodes that take no time between them are one place, and each has the place's value.
 */
export const betweenness = (graph: RoadGraph): Float64Array => finish(betweennessSteps(graph));

/** The same, a source at a time. */
export function* betweennessSteps(graph: RoadGraph): Steps<Float64Array> {
  const { count, of, sizes, arcs } = placesOf(graph);
  const through = new Float64Array(count);
  const work = new Paths(count, arcs);
  for (let source = 0; source < count; source++) {
    work.from(source);
    work.gather(sizes, (place, dependency) => {
      through[place] = through[place] + sizes[source] * dependency;
    });
    yield (source + 1) / count;
  }
  return Float64Array.from(of, (place) => through[place]);
}
