import type { Search, Source } from '../graph/search.ts';
import { weightOf, type Decay } from './decay.ts';

/** What can be reached: how many at each node of the graph. */
export type Opportunities = Float64Array;

/** What a place can reach. */
export interface Accessibility {
  /** Σ count · weight of the travel time, by decay, then by kind of opportunity. */
  sums: number[][];
  /** Nodes reached within the limit, the origin among them. */
  reached: number;
}

/** Sum up what can be reached from places, with any number of decays and kinds of opportunities in one search each. */
export class Reach {
  readonly #weights: ((minutes: number) => number)[];
  readonly #search: Search;
  readonly #kinds: readonly Opportunities[];

  /** @throws BadDecay */
  constructor(search: Search, kinds: readonly Opportunities[], decays: readonly Decay[]) {
    this.#search = search;
    this.#kinds = kinds;
    this.#weights = decays.map(weightOf);
  }

  /** What can be reached from a place within so many minutes; what lies on the limit counts. */
  from(sources: readonly Source[], limit_min: number): Accessibility {
    const [weights, kinds] = [this.#weights, this.#kinds];
    const sums = weights.map(() => kinds.map(() => 0));
    let reached = 0;
    this.#search.run(sources, limit_min, (node, minutes) => {
      reached += 1;
      for (const [k, counts] of kinds.entries()) {
        const count = counts[node];
        if (count === 0) continue;
        for (const [d, weight] of weights.entries()) {
          const row = sums[d];
          row[k] = row[k] + count * weight(minutes);
        }
      }
    });
    return { sums, reached };
  }
}
