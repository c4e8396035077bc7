import type { Catalogue } from '../../layers/catalogue.ts';
import { editionsIn, publishResults, type OnMap } from '../centrality/publish/publish-results.ts';
import { LastRead } from '../centrality/places/last-read.ts';
import {
  confirmConstraints,
  datasetIds,
  datasetsOf,
  readConstraints,
  type Constraints,
} from '../conflicts/measurement/constraints.ts';
import type { Database } from '../database/database.ts';
import { canonicalHash, runKey, type RunRequest } from '../runs/request.ts';
import type { StationsAnswer } from './answer.ts';
import { loadCriteria } from './criterion-catalogue.ts';
import { StationInput, preparedOf, type StationInputs } from './inputs.ts';
import { judgeSites, type JudgedCriterion } from './judge-sites.ts';
import { bestNetwork } from './plan/best-network.ts';
import { networkKept } from './plan/kept-networks.ts';
import { prepare } from './prepare.ts';
import { rankSites } from './rank-sites.ts';
import { siteFeatures } from './site-features.ts';
import type { Situation } from './situation.ts';

/** Raised whenever the same input may give another answer. */
export const stationsVersion = '3';

const part = 'energy-stations';

interface Prepared {
  situation: Situation;
  judged: JudgedCriterion[];
}

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number, message: string) => void) | undefined;
}

/** An answer that was not stored: to try something out. */
export type Tried = Omit<OnMap, 'on_map'> & { on_map: 'not-stored' };

/** The last read of each database: another weight, or a site forbidden, needs the same places and distances. */
const keptOf = new WeakMap<Database, LastRead<Prepared>>();

/**
 * Rank sites and find the best network. By default the answer is stored and, by the defaults of every input, put on the
 * map; what is only tried out is worked out in memory.
 * @throws CannotMeasure, CannotRank, UnknownCriterion, BadQuestion, LeaseLost, and the signal's reason
 */
export async function findStations(
  database: Database,
  catalogue: Catalogue,
  inputs: StationInputs,
  { signal, onProgress }: Options = {},
): Promise<StationsAnswer & (OnMap | Tried)> {
  const constraints = await readConstraints(database, await layersRead());
  const request = requestOf(inputs, constraints);
  const work = async (onShare: (share: number, message: string) => void) => {
    const prepared = await preparedFor(database, catalogue, constraints, inputs, { signal, onShare });
    return { prepared, answer: await answerOf(prepared, inputs, { signal, onShare }) };
  };
  if (!inputs.publish) {
    const { answer } = await work((share, message) => onProgress?.(share, message));
    const run = { key: runKey(request), version: request.version, editions: request.editions };
    return { ...answer, datasets: {}, on_map: 'not-stored', run };
  }
  const isStandard = runKey(request) === runKey(requestOf(StationInput.parse({}), constraints));
  return publishResults(
    database,
    catalogue,
    constraints,
    request,
    { part, isStandard, signal, onProgress },
    async (onShare) => {
      const { answer, prepared } = await work(onShare);
      const features = [...siteFeatures(answer, prepared.situation.sites)];
      return { answer, layers: [{ layer: 'energy-station-sites', title: 'Steder for energistasjoner', features, count: features.length }] }; // prettier-ignore
    },
  );
}

function requestOf(inputs: StationInputs, constraints: Constraints): RunRequest {
  // Whether an answer is stored does not change it.
  const parameters = Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== 'publish'));
  return { kind: 'energy-stations', version: stationsVersion, editions: editionsIn(constraints), parameters };
}

/** Layers that places, demand, filters and criteria are read from. */
async function layersRead(): Promise<string[]> {
  const ofCriteria = (await loadCriteria()).flatMap(({ sources, needs = [] }) => [...sources, ...needs]);
  const own = ['road-link', 'traffic', 'municipality', 'rest-area', 'fuel-station', 'industrial-area', 'urban-area'];
  const ofFilters = [
    'protected-area',
    'contiguous-nature',
    'nature-type',
    'heritage-site',
    'hazard',
    'water',
    'elevation',
  ];
  return [...new Set([...own, ...ofFilters, 'energy-station', 'grid-point', ...ofCriteria])];
}

async function preparedFor(
  database: Database,
  catalogue: Catalogue,
  constraints: Constraints,
  inputs: StationInputs,
  { signal, onShare }: { signal?: AbortSignal | undefined; onShare: (share: number, message: string) => void },
): Promise<Prepared> {
  const asked = preparedOf(inputs);
  const datasets = constraints.layers.map((layer) => datasetIds(constraints, layer));
  const key = canonicalHash({ datasets, division: constraints.division, asked });
  const kept = keptOf.get(database) ?? new LastRead<Prepared>();
  keptOf.set(database, kept);
  const read = async (): Promise<Prepared> => {
    const situation = await prepare(database, catalogue, constraints, asked, {
      ...{ signal, onShare: (share) => onShare(0.5 * share, 'places, traffic and distances') },
    });
    onShare(0.5, 'criteria');
    const judged = await judgeSites(situation, signal);
    await confirmConstraints(database, constraints);
    return { situation, judged };
  };
  return kept.of(key, read, signal);
}

async function answerOf(
  { situation, judged }: Prepared,
  inputs: StationInputs,
  { signal, onShare }: { signal?: AbortSignal | undefined; onShare: (share: number, message: string) => void },
): Promise<StationsAnswer> {
  const ranked = rankSites(situation, judged, inputs);
  onShare(0.6, 'the best network');
  const network = await networkKept(situation, inputs, () =>
    bestNetwork(situation, inputs, {
      signal,
      onProgress: ({ gap }) => onShare(0.6 + 0.25 * (1 - Math.min(1, gap ?? 1)), 'the best network'),
    }),
  );
  const { demand, stations, ignored, lostFlows, unlooked, constraints } = situation;
  return {
    ...{ ...ranked, network, roads: demand.roads, estimated: inputs.estimate, assumptions: { ...inputs.assumptions } },
    stations: stations.map(({ id, name, served, municipality }) => ({
      id,
      name,
      road: served?.road ?? null,
      municipality,
    })),
    ...{ ignored_stations: ignored, lost_flows: lostFlows, filters_without_data: unlooked },
    example: constraints.layers.some((layer) => datasetsOf(constraints, layer).some(({ example }) => example)),
  };
}
