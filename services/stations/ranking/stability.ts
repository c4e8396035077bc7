import { dirichlet } from './dirichlet.ts';
import { drawnRanks } from './drawn-ranks.ts';
import { rank } from './rank.ts';
import { CannotRank, type Criterion, type Site } from './ranking.ts';
import { seeded } from './seeded.ts';
import { smallestAny, smallestSingle } from './smallest-change.ts';
import { tableOf, type ValueTable } from './table.ts';
import { weightsOf } from './weights.ts';

/** How weights are drawn. */
export interface DrawSettings {
  /** How many, 10,000 where it is not said. */
  draws?: number | undefined;
  /** Dirichlet parameters are concentration · weight; a weight w then scatters by √(w (1 − w) / (concentration + 1)). */
  concentration?: number | undefined;
  /** The same seed gives the same answer. */
  seed?: number | undefined;
}

/** How one site fares over all draws. Shares are 0–1; errors are standard errors of the shares, 0 where nothing else can be. */
export interface SiteStability {
  id: string;
  first: number;
  firstError: number;
  topFive: number;
  topFiveError: number;
  meanRank: number;
  /** Ranks within which the site is in nine draws of ten. */
  usualRanks: [best: number, worst: number];
  /** How often it has each rank, from rank 1 to 100, as a share. */
  ranks: number[];
}

/** A change of weights that puts another site first, on a par with the leader. */
export interface WeightChange {
  /** The site that comes level with the leader, and ahead with any more (or is level as things are). */
  by: string;
  /** What the weights are then, by criterion; they sum to 1. */
  weights: Record<string, number>;
}

export interface Stability {
  draws: number;
  concentration: number;
  seed: number;
  /** In the order of the ranking; sites apart take no part. */
  sites: SiteStability[];
  leader: string | null;
  /** The smallest change of one weight, the others rescaled to fill the rest in their proportions; null: none puts another ahead. */
  smallestSingle: (WeightChange & { criterion: string; from: number; to: number }) | null;
  /** The smallest sum of changes (L1) over all weights at once; `moved` is the weight that moves, half of that sum. */
  smallestAny: (WeightChange & { moved: number }) | null;
}

/** Weights of a quarter then scatter by about 8 percentage points: how far people who agree in the main are apart. */
const usualConcentration = 30;
const mostDraws = 1_000_000;
/** All ranks of all sites would grow by the square of the sites. */
const ranksTold = 100;

/**
 * How sure a ranking is: ranks under weights drawn around the given ones, and how little unseats the leader. In draws a
 * tie counts for all who tie.
 * @throws CannotRank as `rank` does, and for draws, concentration or seed out of range
 */
export function stability(
  sites: readonly Site[],
  criteria: readonly Criterion[],
  { draws = 10_000, concentration = usualConcentration, seed = 1 }: DrawSettings = {},
): Stability {
  const within = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
  if (!within(draws, mostDraws) || draws === 0) throw outOfRange('draws', draws, `1–${mostDraws}`);
  if (!within(seed, Number.MAX_SAFE_INTEGER)) throw outOfRange('seed', seed, '0, 1, 2 …');
  if (!(concentration > 0 && concentration < Infinity)) throw outOfRange('concentration', concentration, '> 0');
  const weights = weightsOf(criteria);
  const table = tableOf(sites, criteria);
  const ranking = rank(sites, criteria).sites.map(({ id }) => table.ids.indexOf(id));
  const draw = dirichlet(
    weights.map((weight) => weight * concentration),
    seeded(seed),
  );
  const counts = drawnRanks(table.normalised, table.ids.length, criteria.length, draws, draw);
  const leader = ranking[0];
  return {
    ...{ draws, concentration, seed },
    sites: ranking.map((site) => {
      const ofSite = counts.subarray(site * table.ids.length, (site + 1) * table.ids.length);
      return fareOf(table.ids[site] ?? '', ofSite, draws);
    }),
    leader: leader === undefined ? null : (table.ids[leader] ?? null),
    ...(leader === undefined
      ? { smallestSingle: null, smallestAny: null }
      : unseat(table, leader, ranking.slice(1), criteria, weights)),
  };
}

function outOfRange(name: string, value: number, allowed: string): CannotRank {
  return new CannotRank({
    nb: `${name} må være ${allowed}; fikk ${value}.`,
    en: `${name} must be ${allowed}; got ${value}.`,
  });
}

function fareOf(id: string, counts: Uint32Array, draws: number): SiteStability {
  const upTo: number[] = [];
  let [draw, sum] = [0, 0];
  for (const [at, count] of counts.entries()) {
    upTo.push((draw += count));
    sum += count * (at + 1);
  }
  const within = (rank: number) => upTo[Math.min(rank, upTo.length) - 1] ?? 0;
  const quantile = (part: number) => 1 + upTo.findIndex((count) => count >= part * draws);
  return {
    id,
    first: within(1) / draws,
    firstError: counts.length > 1 ? errorOf(within(1), draws) : 0,
    topFive: within(5) / draws,
    topFiveError: counts.length > 5 ? errorOf(within(5), draws) : 0,
    meanRank: sum / draws,
    usualRanks: [quantile(0.05), quantile(0.95)],
    ranks: Array.from(counts.subarray(0, ranksTold), (count) => count / draws),
  };
}

/** Of a share, by Agresti and Coull (1998): also where all draws agree, they are no more than so many draws. */
function errorOf(count: number, draws: number): number {
  const share = (count + 2) / (draws + 4);
  return Math.sqrt((share * (1 - share)) / (draws + 4));
}

/** The smallest changes over all challengers; of equal ones, the challenger that is ranked higher. */
function unseat(
  { ids, normalised }: ValueTable,
  leader: number,
  challengers: readonly number[],
  criteria: readonly Criterion[],
  weights: Float64Array,
): Pick<Stability, 'smallestSingle' | 'smallestAny'> {
  const width = criteria.length;
  const named = (changed: Float64Array) => Object.fromEntries(criteria.map(({ id }, at) => [id, changed[at]]));
  let [single, any]: [Stability['smallestSingle'], Stability['smallestAny']] = [null, null];
  for (const site of challengers) {
    const ahead = Float64Array.from({ length: width }, (_, at) => normalised[leader * width + at] - normalised[site * width + at]); // prettier-ignore
    const by = ids[site] ?? '';
    const one = smallestSingle({ ahead, weights });
    if (one && (!single || Math.abs(one.to - weights[one.criterion]) < Math.abs(single.to - single.from) - 1e-15))
      single = { by, criterion: criteria[one.criterion]?.id ?? '', from: weights[one.criterion], to: one.to, weights: named(one.weights) }; // prettier-ignore
    const all = smallestAny({ ahead, weights });
    if (all && (!any || all.moved < any.moved - 1e-15)) any = { by, moved: all.moved, weights: named(all.weights) };
  }
  return { smallestSingle: single, smallestAny: any };
}
