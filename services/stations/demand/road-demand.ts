import type { RoadMeans } from './estimate.ts';
import type { TrafficRow } from './read-traffic.ts';

/** A stretch of a road with what drives on it: a row of a register, or a road link. */
export interface Stretch {
  road: string;
  /** Its length, metres, twice where it is driven both ways. */
  directed_m: number;
  /** Long-vehicle-kilometres a day on it, every way that it holds; null: not known. */
  vkm_day: number | null;
  /** Estimated ones, where they are not known. */
  estimated_vkm_day: number | null;
  /** Of the known: lengths from which a vehicle was long, null where not stated; and years. */
  thresholds: readonly (number | null)[];
  year: number | null;
}

/** A road with what drives on it. */
export interface RoadDemand {
  road: string;
  /** Counted on links of the map, or on a register's rows that only the road's number ties to the map. */
  basis: 'links' | 'register';
  /** Half of what is driven one way: both directions together count once. */
  length_km: number;
  known_km: number;
  /** Part of its length on which long vehicles are known, 0–1. */
  known_share: number;
  /** Long-vehicle-kilometres a day on the known length; null where nothing is known. */
  long_vkm_day: number | null;
  /** The same for as much of the rest as could be estimated, too; null where nothing was estimated. */
  with_estimates_vkm_day: number | null;
  /** Long vehicles a day past a place of it, both directions: mean over the known length. */
  mean_long_day: number | null;
  thresholds_m: (number | null)[];
  years: number[];
  /** Rows or links with a figure, and all. */
  counted: number;
  stretches: number;
}

/**
 * Rows of a register as stretches of their roads: a row of one direction is one way, a row of both is two. What a row
 * without a figure does not say of its direction is as the rest of its dataset has it.
 */
export function registerStretches(rows: readonly TrafficRow[]): Stretch[] {
  const single = new Set(rows.flatMap(({ dataset, direction }) => (direction === 'per-direction' ? [dataset] : [])));
  return rows.flatMap(({ road, length_m, aadt, share, direction, threshold_m, year, dataset }) => {
    if (road === null || length_m === null || !(length_m > 0)) return [];
    const isSingle = direction === 'per-direction' || (direction === null && single.has(dataset));
    const isKnown = direction !== null && aadt !== null && aadt >= 0 && share !== null && share >= 0 && share <= 1;
    return [
      {
        ...{ road, directed_m: isSingle ? length_m : 2 * length_m },
        ...{ vkm_day: isKnown ? (aadt * share * length_m) / 1000 : null, estimated_vkm_day: null },
        ...{ thresholds: isKnown ? [threshold_m] : [], year: isKnown ? year : null },
      },
    ];
  });
}

/**
 * Sum up stretches by road.
 * @param extrapolates what is not known is estimated by the mean of the known length of the same road
 */
export function roadDemands(
  stretches: readonly Stretch[],
  basis: RoadDemand['basis'],
  extrapolates: boolean,
): Map<string, RoadDemand> {
  const byRoad = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const own = byRoad.get(stretch.road);
    if (own) own.push(stretch);
    else byRoad.set(stretch.road, [stretch]);
  }
  return new Map([...byRoad].map(([road, own]) => [road, roadDemand(road, own, basis, extrapolates)]));
}

function roadDemand(
  road: string,
  stretches: readonly Stretch[],
  basis: RoadDemand['basis'],
  extrapolates: boolean,
): RoadDemand {
  const known = stretches.filter(({ vkm_day }) => vkm_day !== null);
  const metres = sum(stretches.map(({ directed_m }) => directed_m));
  const knownMetres = sum(known.map(({ directed_m }) => directed_m));
  const vkm = sum(known.map(({ vkm_day }) => vkm_day ?? 0));
  const share = metres > 0 ? knownMetres / metres : 0;
  const estimated = stretches.flatMap(({ estimated_vkm_day: one }) => one ?? []);
  const withEstimates =
    extrapolates && known.length > 0 ? vkm / share : estimated.length > 0 ? vkm + sum(estimated) : null;
  return {
    ...{ road, basis, length_km: metres / 2000, known_km: knownMetres / 2000, known_share: share },
    long_vkm_day: known.length > 0 ? vkm : null,
    with_estimates_vkm_day: withEstimates,
    mean_long_day: knownMetres > 0 ? (2000 * vkm) / knownMetres : null,
    thresholds_m: [...new Set(known.flatMap(({ thresholds }) => thresholds))],
    years: [...new Set(known.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b),
    ...{ counted: known.length, stretches: stretches.length },
  };
}

/** What a register says of roads, for links of the map that share nothing with it but the road's number. */
export const meansOfRegister = (roads: ReadonlyMap<string, RoadDemand>): Map<string, RoadMeans> =>
  new Map(
    [...roads].flatMap(([road, { mean_long_day: mean }]) =>
      mean === null ? [] : [[road, { long_day: mean, share: null, byNumber: true as const }]],
    ),
  );

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);
