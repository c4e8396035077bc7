import type { Must } from '../places.ts';

/** Something that is served when each of its sets has an open site. */
export interface Goal {
  id: string;
  weight: number;
  /** Numbers of sites; an empty set: nothing can serve it. */
  sets: number[][];
}

/** What a question about covering asks, whatever the model: goals to be served, and what must be. */
export interface CoverModel {
  kind: 'cover';
  /** The most weight, or the fewest stations. */
  aim: 'weight' | 'count';
  goals: Goal[];
  /** Demand that must be within reach. */
  musts: Must[];
  /** The least weight that must be served, where only a share of it must. */
  least: number | null;
}

/** Sets without those that another lies within, for they are met whenever that one is; and without repeats. */
export function smallest(sets: readonly number[][]): number[][] {
  const sorted = sets.map((set) => [...new Set(set)]).sort((one, other) => one.length - other.length);
  const kept: Set<number>[] = [];
  for (const set of sorted) {
    const has = new Set(set);
    if (!kept.some((one) => [...one].every((site) => has.has(site)))) kept.push(has);
  }
  return kept.map((set) => [...set].sort((one, other) => one - other));
}
