import type { Arm, SiteWays } from './site-ways.ts';

/** Distances by road that the analysis asks for, metres; Infinity: no way. */
export interface Distances {
  /** From each demand point to each place: `demand[place][point]`. Places are sites, then stations. */
  demand: Float64Array[];
  /** From each place to each: `places[to][from]`. */
  places: Float64Array[];
  /** From each site, by each way on from it, to each standing station: `stations[site][arm][station]`. */
  stations: number[][][];
}

/** Two ways are one when they differ by no more than sums are rounded by, metres. */
const rounding = 1e-6;

/**
 * Find all distances, a search for each place.
 * @param sites how many of the places are sites; the others up to `places` are stations
 * @param points nodes of the graph that demand stands at
 * @param onSite called between searches, so that others may have a turn
 */
export async function distancesOf(
  ways: SiteWays,
  { sites, places }: { sites: number; places: number },
  points: readonly number[],
  onSite: (done: number) => Promise<void>,
): Promise<Distances> {
  const all = new Float64Array(ways.size);
  const arms: Arm[][] = Array.from({ length: sites }, (_, site) => ways.arms(site));
  const found: Distances = { demand: [], places: [], stations: arms.map((own) => own.map(() => [])) };
  for (let place = 0; place < places; place++) {
    await onSite(place);
    ways.distancesTo(place, Infinity, all);
    found.demand.push(Float64Array.from(points, (node) => all[ways.nodeOf(node)]));
    found.places.push(all.slice(0, places));
    if (place < sites) continue;
    for (const [site, own] of arms.entries())
      for (const [at, metres] of waysOn(own, all, all[site]).entries()) found.stations[site][at].push(metres);
  }
  return found;
}

/** How far a station is by each way on: only where its shortest way begins, for a way that turns back is none. */
function waysOn(arms: readonly Arm[], all: Float64Array, direct: number): number[] {
  const by = arms.map(({ node, metres }) => metres + all[node]);
  const least = Math.min(...by);
  return by.map((metres) => (metres <= least + rounding && direct < Infinity ? direct : Infinity));
}
