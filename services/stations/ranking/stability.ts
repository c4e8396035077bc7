import type { Criterion, Site } from './ranking.ts';

/** How weights are drawn. */
export interface DrawSettings {
  /** How many, 10,000 where it is not said. */
  draws?: number | undefined;
  /** Dirichlet parameters are concentration · weight; a weight w then scatters by √(w (1 − w) / (concentration + 1)). */
  concentration?: number | undefined;
  /** The same seed gives the same answer. */
  seed?: number | undefined;
}

/** How one site fares over all draws. Shares are 0–1; errors are standard errors of the shares. */
export interface SiteStability {
  id: string;
  first: number;
  firstError: number;
  topFive: number;
  topFiveError: number;
  meanRank: number;
  /** Ranks within which the site is in nine draws of ten. */
  usualRanks: [best: number, worst: number];
  /** How often it has each rank, from rank 1, as a share. */
  ranks: number[];
}

/** A change of weights that puts another site first, on a par with the leader. */
export interface WeightChange {
  /** The site that comes level with the leader, and ahead with any more. */
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
  /** The smallest change of one weight, the others rescaled to fill the rest in their proportions; null: none does. */
  smallestSingle: (WeightChange & { criterion: string; from: number; to: number }) | null;
  /** The smallest sum of changes (L1) over all weights at once; `moved` is the weight that moves, half of that sum. */
  smallestAny: (WeightChange & { moved: number }) | null;
}

/**
 * How sure a ranking is: ranks under weights drawn around the given ones, and how little unseats the leader.
 * @throws CannotRank as `rank` does, and for draws, concentration or seed out of range
 */
export declare function stability(
  sites: readonly Site[],
  criteria: readonly Criterion[],
  settings?: DrawSettings,
): Stability;
