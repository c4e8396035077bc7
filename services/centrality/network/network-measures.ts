import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, isAbsent, readConstraints, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { runKey, type RunRequest } from '../../runs/request.ts';
import { describeRoads } from '../centrality/describe-roads.ts';
import { absentLayers, CannotMeasure } from '../places/cannot-measure.ts';
import { editionsIn, publishResults, type OnMap, type Work } from '../publish/publish-results.ts';
import { readGraph } from '../read-graph.ts';
import { confidence } from '../measures/sampled-betweenness.ts';
import { NetworkInput, type NetworkInputs } from './inputs.ts';
import { measureNetwork } from './measure-network.ts';
import { nodeFeatures, nodeMeasures, type NodeMeasures } from './network-features.ts';

export interface NetworkAnswer {
  categories: string[];
  nodes: number;
  /** Null where betweenness is exact. */
  sample: { sources: number; confidence: number; largest_error: number } | null;
  /** Those that most ways lead through, first. */
  largest: NodeMeasures[];
  roads: ReturnType<typeof describeRoads>;
}

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

/** Raised whenever the same input may give another answer. */
export const networkVersion = '1';

const part = 'network-measures';
/** Nodes that the answer tells; all are on the map. */
const mostTold = 200;
/** All roads, wherever they lie. */
const everywhere = { west: -1e8, south: -1e8, east: 1e8, north: 1e8 };

/**
 * Closeness and betweenness of the nodes of the main roads, put on the map. Links without geometry lie nowhere on it: they
 * are left out.
 * @throws CannotMeasure, LeaseLost, and the signal's reason
 */
export async function findNetworkMeasures(
  database: Database,
  catalogue: Catalogue,
  inputs: NetworkInputs,
  { signal, onProgress }: Options = {},
): Promise<NetworkAnswer & OnMap> {
  const constraints = await readConstraints(database, ['road-link']);
  if (isAbsent(constraints, 'road-link')) throw absentLayers(['road-link']);
  const categories = [...new Set(inputs.categories)].sort();
  const request = requestOf(inputs, constraints);
  const isStandard = runKey(request) === runKey(requestOf(NetworkInput.parse({}), constraints));
  const work = async (onShare: (share: number, message: string) => void): Promise<Work<NetworkAnswer>> => {
    const stored = await readGraph(database, datasetIds(constraints, 'road-link'), everywhere, { categories });
    const { graph, report } = stored;
    if (graph.edges.count === 0) throw noRoads(categories);
    onShare(0.1, 'roads');
    const found = await measureNetwork(graph, inputs, {
      ...{ signal, onShare: (share: number) => onShare(0.1 + 0.8 * share, 'measures') },
    });
    const measures = nodeMeasures(stored, found);
    const { sample } = found;
    return {
      answer: {
        ...{ categories, nodes: graph.nodes.count },
        sample: sample && {
          ...{ sources: sample.sources, confidence },
          largest_error: sample.errors.reduce((most, error) => Math.max(most, error), 0),
        },
        largest: [...measures].sort((a, b) => b.betweenness - a.betweenness).slice(0, mostTold),
        roads: describeRoads(report),
      },
      layers: [
        {
          ...{ layer: 'network-measures', title: 'Vegnettets knutepunkt', count: measures.length },
          features: nodeFeatures(measures),
        },
      ],
    };
  };
  return publishResults(database, catalogue, constraints, request, { part, isStandard, signal, onProgress }, work);
}

/** All that decides the answer. */
const requestOf = ({ categories, ...inputs }: NetworkInputs, constraints: Constraints): RunRequest => ({
  ...{ kind: 'network-measures', version: networkVersion, editions: editionsIn(constraints) },
  parameters: { ...inputs, categories: [...new Set(categories)].sort() },
});

const noRoads = (categories: readonly string[]): CannotMeasure =>
  new CannotMeasure({
    nb: `Ingen veger i road-link har kategori ${categories.join(', ')}. Gi categories som finnes i dataene, eller importer veger med vegkategori.`,
    en: `No roads in road-link have category ${categories.join(', ')}. Give categories that are in the data, or import roads with their category.`,
  });
