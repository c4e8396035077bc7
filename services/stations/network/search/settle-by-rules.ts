import type { Must, Sites } from '../places.ts';
import { Choice, type RelaxedMedian } from './relaxed-median.ts';

/** Sites that were settled, for taking it back; `dead`: no plan keeps the rules any more. */
export interface SettledSites {
  settled: number[];
  dead: boolean;
}

/**
 * Settle what follows from what is settled: nothing too close to a site that is in; the last site that can meet a demand;
 * and nothing more once enough are in.
 */
export function settleByRules(
  { choice }: RelaxedMedian,
  { apart, count }: Sites,
  musts: readonly Must[],
): SettledSites {
  const settled: number[] = [];
  const set = (site: number, to: number): void => {
    choice[site] = to;
    settled.push(site);
  };
  for (let before = -1; before !== settled.length;) {
    before = settled.length;
    for (const { one, other } of apart) {
      if (choice[one] === Choice.in && choice[other] === Choice.in) return { settled, dead: true };
      if (choice[one] === Choice.in && choice[other] === Choice.free) set(other, Choice.out);
      if (choice[other] === Choice.in && choice[one] === Choice.free) set(one, Choice.out);
    }
    for (const { sites } of musts) {
      if (sites.some((site) => choice[site] === Choice.in)) continue;
      const free = sites.filter((site) => choice[site] === Choice.free);
      if (free.length === 0) return { settled, dead: true };
      if (free.length === 1) set(free[0] ?? -1, Choice.in);
    }
  }
  const sure = choice.reduce((sum, one) => sum + (one === Choice.in ? 1 : 0), 0);
  const free = choice.reduce((sum, one) => sum + (one === Choice.free ? 1 : 0), 0);
  return { settled, dead: sure > (count ?? 0) || sure + free < (count ?? 0) };
}
