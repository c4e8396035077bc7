import { explain } from '../../services/centrality/accessibility/explain.ts';
import { Reach, type Opportunities } from '../../services/centrality/accessibility/accessibility.ts';
import {
  centralityClass,
  centralityIndex,
  populationMean,
  type Reached,
} from '../../services/centrality/accessibility/centrality-index.ts';
import { buildGraph } from '../../services/centrality/graph/road-graph.ts';
import { Search } from '../../services/centrality/graph/search.ts';
import { betweenness } from '../../services/centrality/measures/betweenness.ts';
import { closenessOf } from '../../services/centrality/measures/closeness.ts';
import { gravity } from '../../services/centrality/pressure/gravity.ts';
import { isPressureCase, roadsOf, type NetworkCase, type PressureCase } from './centrality-case.ts';
import { compareFigures } from './compare-figures.ts';

/** Put a case to the program. @returns what differs from what it expects, in words */
export function differencesIn(given: NetworkCase | PressureCase): string[] {
  const answer = isPressureCase(given) ? answerPressure(given) : answerNetwork(given);
  return compareFigures(given.expected, answer, given.tolerance);
}

/** What the program says to a case about the road graph, in the form of what the case expects. */
function answerNetwork(given: NetworkCase): Record<string, unknown> {
  const graph = buildGraph(roadsOf(given.graph));
  const numbers = given.graph.nodes.map(({ id }) => id);
  const search = new Search(graph);
  const sourcesOf = (id: string) => [{ node: numbers.indexOf(id), cost: 0 }];
  const layers = Object.entries(given.opportunities);
  const kinds = layers.map(([, counts]): Opportunities => Float64Array.from(numbers, (id) => counts[id] ?? 0));
  const reach = new Reach(search, kinds, [given.decay]);
  const reached = new Map(given.origins.map((id) => [id, reach.from(sourcesOf(id), given.cutoff_min)]));
  const perOrigin = <Value>(work: (id: string) => Value) =>
    Object.fromEntries(given.origins.map((id) => [id, work(id)]));
  const sumsOf = (id: string) => Object.fromEntries(layers.map(([name], at) => [name, reached.get(id)?.sums[0]?.[at]]));
  const index = indexOf(given, (id) => sumsOf(id) as unknown as Reached);
  const between = betweenness(graph);
  return {
    times_min: perOrigin((id) => {
      const times: Record<string, number> = {};
      search.run(sourcesOf(id), given.cutoff_min, (node, minutes) => {
        times[numbers[node]] = minutes;
      });
      return times;
    }),
    sums: perOrigin(sumsOf),
    reached: perOrigin((id) => reached.get(id)?.reached),
    explain: perOrigin((id) =>
      Object.fromEntries(
        layers.map(([name], at) => [
          name,
          explain(search, sourcesOf(id), given.cutoff_min, kinds[at], given.decay).map(
            ({ node, minutes, count, adds }) => ({
              node: numbers[node],
              time_min: minutes,
              opportunities: count,
              adds,
            }),
          ),
        ]),
      ),
    ),
    ...index,
    measures: Object.fromEntries(
      numbers.map((id, node) => [id, { ...closenessOf(search, node), betweenness: between[node] }]),
    ),
  };
}

function indexOf({ anchor, origins, population, municipality }: NetworkCase, sumsOf: (id: string) => Reached) {
  if (anchor === undefined) return {};
  const index = new Map(origins.map((id) => [id, centralityIndex(sumsOf(id), sumsOf(anchor))?.index ?? NaN]));
  const numbers = [...new Set(Object.values(municipality ?? {}))];
  return {
    index: Object.fromEntries(index),
    index_class: Object.fromEntries([...index].map(([id, value]) => [id, centralityClass(value)])),
    municipality_index: Object.fromEntries(
      numbers.map((number) => [
        number,
        populationMean(
          [...index].flatMap(([id, value]) =>
            municipality?.[id] === number ? [{ index: value, residents: population?.[id] ?? 0 }] : [],
          ),
        ),
      ]),
    ),
  };
}

/** The gravity measure of a case about development pressure. */
function answerPressure({ raster, R: reach, gamma, scaling }: PressureCase): Record<string, unknown> {
  const columns = raster.rows[0]?.length ?? 0;
  const built = Float64Array.from(raster.rows.flat());
  const found = gravity({ columns, rows: raster.rows.length, built }, { reach, gamma, scaling });
  return { matrix: raster.rows.map((_, row) => [...found.subarray(row * columns, (row + 1) * columns)]) };
}
