import type { Matrix, NetworkQuestion, Serves } from '../network/question.ts';
import type { StationInputs } from '../inputs.ts';
import { tooManyFixed, unknownRoads, unknownSites } from '../problems.ts';
import type { Situation } from '../situation.ts';
import { roadRules } from './road-rules.ts';

/** Added where nothing is said of how many, if there are so many sites. */
const defaultNew = 5;

/**
 * The question for the best network, from places and distances.
 * @returns null where no place is left to choose from, and none stands
 * @throws UnknownSites, BadQuestion
 */
export function networkQuestion(situation: Situation, inputs: StationInputs): NetworkQuestion | null {
  const { sites, stations, distances, points } = situation;
  const usable = sites.flatMap(({ excludedBy }, at) => (excludedBy.length === 0 ? [at] : []));
  const standing = inputs.existing ? stations.map((_, at) => sites.length + at) : [];
  const places = [...usable, ...standing];
  const idOf = (place: number) => (sites[place] ?? stations[place - sites.length])?.id ?? '';
  const known = new Set(usable.map(idOf));
  for (const of of ['fixed', 'forbidden'] as const) {
    const strange = inputs[of].filter((id) => !known.has(id));
    if (strange.length > 0) throw unknownSites(strange, of);
  }
  if (places.length === 0) return null;
  const km = (metres: ArrayLike<number>) => Float64Array.from(metres, (one) => one / 1000);
  const fixed = [...new Set(inputs.fixed)];
  const { rules, unknown } = roadRules(situation, inputs.spacing, new Set(places.map(idOf)));
  if (unknown.length > 0) throw unknownRoads(unknown);
  const common = {
    candidates: places.map((place) => ({ id: idOf(place) })),
    existing: [...standing.map(idOf), ...fixed],
    forbidden: [...new Set(inputs.forbidden)],
    ...(rules.length > 0 && { roads: rules }),
    ...(inputs.min_spacing_km > 0 && { min_spacing: { value: inputs.min_spacing_km, distances: apart(distances.places, places) } }), // prettier-ignore
  };
  const count = countOf(inputs, standing.length, fixed.length, usable.length - new Set(inputs.forbidden).size);
  if (inputs.model === 'flow-refuelling')
    return { ...common, ...count, ...flowsOf(situation, inputs, new Set(places)) };
  const overDistance = {
    ...common,
    demand: points.map(({ id, vkm_day }) => ({ id, weight: vkm_day })),
    distance: places.map((place) => km(distances.demand[place] ?? [])),
  };
  switch (inputs.model) {
    case 'covering':
      return { ...overDistance, ...count, model: 'covering', radius: inputs.radius_km };
    case 'p-median':
      return { ...overDistance, ...count, model: 'p-median' };
    case 'set-cover':
      return { ...overDistance, model: 'set-cover', radius: inputs.radius_km, share: inputs.share };
  }
}

/** Sites that are to be built are among the new ones, and stand for the solver from the beginning. */
function countOf({ p, p_new }: StationInputs, standing: number, fixed: number, left: number): { p: number } {
  const added = p === undefined ? (p_new ?? Math.max(fixed, Math.min(defaultNew, left))) : p - standing;
  if (added < fixed) throw tooManyFixed(fixed, added);
  return { p: standing + added };
}

/** The shorter way between any two: spacing is a matter of the road, not of the direction. */
function apart(all: readonly Float64Array[], places: readonly number[]): Matrix {
  return places.map((to) =>
    Float64Array.from(places, (from) => Math.min(all[to]?.[from] ?? Infinity, all[from]?.[to] ?? Infinity) / 1000),
  );
}

function flowsOf({ flows, sites, stations }: Situation, { range_km }: StationInputs, open: ReadonlySet<number>) {
  const placeOf = (site: number) => sites[site] ?? stations[site - sites.length];
  const serves: Record<string, Record<string, Serves>> = {};
  return {
    ...{ model: 'flow-refuelling' as const, range_km, serves },
    flows: flows.map(({ id, volume, past, km }) => {
      const own = past.filter(({ site }) => open.has(site));
      const at = [0, ...own.map((one) => one.km), km];
      return {
        ...{ id, volume },
        path: [`${id} →`, ...own.map(({ site }) => placeOf(site)?.id ?? ''), `→ ${id}`],
        links: at.slice(1).map((one, before) => one - (at[before] ?? 0)),
      };
    }),
  };
}
