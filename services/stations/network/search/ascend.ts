import type { RelaxedMedian } from './relaxed-median.ts';

/** How a search for good multipliers goes. */
export interface Ascent {
  rounds: number;
  /** The first step, as a share of what is missing to the best plan; halved after `patience` rounds without gain. */
  step: number;
  patience: number;
  /** What the best plan costs, now; Infinity while there is none. */
  upper: () => number;
  /** When to stop. */
  until: () => boolean;
  /** Hears of every better bound; the relaxed problem's choice is then the one that belongs to it. */
  onBetter?: (bound: number) => void;
}

/** Better and better multipliers by subgradient steps (Held, Wolfe and Crowder 1974). @returns the best, which are kept solved */
export function ascend(
  relaxed: RelaxedMedian,
  from: Float64Array,
  ascent: Ascent,
): { bound: number; multipliers: Float64Array } {
  const multipliers = from.slice();
  let [bound, best, step, idle] = [-Infinity, from, ascent.step, 0];
  for (let round = 0; round < ascent.rounds && !ascent.until(); round++) {
    const found = relaxed.solve(multipliers);
    idle = found > bound + 1e-7 * Math.abs(bound) ? 0 : idle + 1;
    if (found > bound) {
      [bound, best] = [found, multipliers.slice()];
      ascent.onBetter?.(bound);
    }
    const upper = ascent.upper();
    if (relaxed.isClosed(bound, upper)) break;
    if (idle >= ascent.patience) [step, idle] = [step / 2, 0];
    if (step < 1e-4) break;
    // Without a plan the target is a guess above the bound.
    const target = Number.isFinite(upper) ? 1.01 * upper : 1.1 * Math.abs(bound) + 1;
    if (!relaxed.step(multipliers, step * (target - found))) break;
  }
  return { bound: Math.max(bound, relaxed.solve(best)), multipliers: best };
}
