import type { NetworkAnswer, SearchProgress } from '../network/answer.ts';
import { solveNetwork } from '../network/solve.ts';
import type { NetworkOfSites } from '../answer.ts';
import type { StationInputs } from '../inputs.ts';
import type { Situation } from '../situation.ts';
import { networkQuestion } from './network-question.ts';
import { measureRoad } from './road-rules.ts';

const unitOf: Record<StationInputs['model'], string> = {
  covering: 'long-vehicle-km a day',
  'p-median': 'long-vehicle-km a day, times km',
  'set-cover': 'stations',
  'flow-refuelling': 'trucks a day',
};

const limitOf: Record<StationInputs['model'], (inputs: StationInputs) => number | null> = {
  covering: ({ radius_km }) => radius_km,
  'p-median': () => null,
  'set-cover': ({ radius_km }) => radius_km,
  'flow-refuelling': ({ range_km }) => range_km,
};

interface Options {
  signal?: AbortSignal | undefined;
  onProgress?: (progress: SearchProgress) => void;
}

/**
 * The best network of stations by the model that is asked for.
 * @throws BadQuestion, and the signal's reason
 */
export async function bestNetwork(
  situation: Situation,
  inputs: StationInputs,
  { signal, onProgress }: Options,
): Promise<NetworkOfSites> {
  const question = networkQuestion(situation, inputs);
  if (!question) return describe(situation, inputs, 'no-sites');
  const isAsked = question.model === 'flow-refuelling' ? question.flows.length > 0 : question.demand.length > 0;
  if (!isAsked) return describe(situation, inputs, 'no-demand');
  const answer = await solveNetwork(question, { timeLimit_s: inputs.time_limit_s, signal, onProgress });
  return describe(situation, inputs, answer);
}

function describe(
  situation: Situation,
  inputs: StationInputs,
  found: NetworkAnswer | 'no-sites' | 'no-demand',
): NetworkOfSites {
  const answer = typeof found === 'string' ? null : found;
  const { sites, stations, points, leftOut, demand } = situation;
  const siteOf = new Map(sites.map((site) => [site.id, site]));
  const stationOf = new Map(stations.map((station) => [station.id, station]));
  const nameOf = (id: string) => (siteOf.get(id) ?? stationOf.get(id))?.name ?? null;
  const open = answer?.open ?? [];
  const roads = [...new Set(open.flatMap((id) => (siteOf.get(id) ?? stationOf.get(id))?.served?.road ?? []))];
  const wanted = new Set([...roads, ...demand.roads.filter(({ road }) => /^[ER]/.test(road)).map(({ road }) => road)]);
  return {
    ...{ model: inputs.model, unit: unitOf[inputs.model], status: typeof found === 'string' ? found : found.status },
    sites: open.map((id) => ({
      ...{ id, name: nameOf(id), standing: stationOf.has(id), fixed: inputs.fixed.includes(id) },
      ...{ lon: siteOf.get(id)?.lon ?? null, lat: siteOf.get(id)?.lat ?? null },
    })),
    ...{ objective: answer?.objective ?? null, bound: answer?.bound ?? null, gap: answer?.gap ?? null },
    ...{ proven: answer?.proven ?? false, stopped_by: answer?.stoppedBy ?? null },
    covered_share: answer?.coveredShare ?? null,
    limit_km: limitOf[inputs.model](inputs),
    order: (answer?.order ?? []).map((step) => ({ ...step, name: nameOf(step.id), idle: isIdle(step, inputs) })),
    ...{ clash: answer?.clash ?? null, unreached: answer?.unreached.length ?? 0 },
    demand: {
      ...{ points: points.length, vkm_day: sum(points.map(({ vkm_day }) => vkm_day)) },
      ...{ estimated_vkm_day: sum(points.map(({ estimated_vkm_day }) => estimated_vkm_day)), ...leftOut },
    },
    roads: [...wanted].sort().flatMap((road) => gapsOf(situation, road, new Set(open)) ?? []),
  };
}

/** A site that reaches nothing more, and that nobody fixed. Where a road's rule asks for stations, it may be there for that. */
const isIdle = ({ id, adds }: NetworkAnswer['order'][number], { fixed, spacing }: StationInputs): boolean =>
  adds === 0 && !fixed.includes(id) && !spacing.some(({ max_gap_km }) => max_gap_km !== undefined);

/** Open stations along a road from its beginning, and the longest stretch without one, its ends counted. */
function gapsOf(situation: Situation, road: string, open: ReadonlySet<string>): NetworkOfSites['roads'][number] | null {
  const measured = measureRoad(situation, road);
  if (!measured) return null;
  const stations = measured.sites
    .filter(({ id }) => open.has(id))
    .map(({ id, at_km }) => ({ id, at_km }))
    .sort((a, b) => a.at_km - b.at_km || (a.id < b.id ? -1 : 1));
  const stops = [0, ...stations.map(({ at_km }) => at_km), measured.length_km];
  const longest_gap_km = Math.max(...stops.slice(1).map((at, before) => at - (stops[before] ?? 0)));
  return { road, length_km: measured.length_km, stations, longest_gap_km };
}

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);
