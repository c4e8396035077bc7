import type { MedianModel } from '../models/p-median.ts';
import type { Sites } from '../places.ts';
import { ascend } from './ascend.ts';
import { hasRules, withoutTheDear, type MedianBound } from './lagrangian.ts';
import { MedianPlan } from './median-plan.ts';
import { Choice, RelaxedMedian } from './relaxed-median.ts';
import { settleByRules } from './settle-by-rules.ts';

/** What dividing the search came to. */
export interface Divided {
  open: number[];
  cost: number;
  /** Whether every part of the search was looked through; else time ran out. */
  done: boolean;
}

/** Parts that are looked at where there are rules: they are not in the bound, so there may be no end to it. */
const mostParts = 2000;

/**
 * Divide the search for a cheaper plan by one site after the other, in or out, as long as the bound of a part is below the
 * best plan (Christofides and Beasley 1982). A site is taken whose absence would cost most, so the part without it is soon
 * done with.
 */
export function branchMedian(
  sites: Sites,
  model: MedianModel,
  known: MedianBound & { open: number[] },
  { until, onBetter }: { until: () => boolean; onBetter: (open: number[]) => void },
): Divided {
  const relaxed = new RelaxedMedian(sites, model, known.never);
  for (const [site, sure] of known.always.entries()) if (sure === 1) relaxed.choice[site] = Choice.in;
  const musts = [...model.musts, ...sites.stretches];
  let left = hasRules(sites, model) ? mostParts : Infinity;
  let best: Pick<Divided, 'open' | 'cost'> = known;
  const take = (open: readonly number[]): void => {
    const plan = new MedianPlan(sites, model);
    plan.add(...open.filter((site) => !sites.standing.includes(site)));
    if (plan.cost < best.cost * 1.02) plan.exchange(until);
    if (!plan.keepsRules || plan.cost >= best.cost) return;
    best = { open: [...plan.open].sort((one, other) => one - other), cost: plan.cost };
    onBetter(best.open);
  };
  const look = (from: Float64Array): boolean => {
    const { settled, dead } = settleByRules(relaxed, sites, musts);
    const done = dead || relaxed.isShort || lookAtWhatIsLeft(from);
    for (const site of settled) relaxed.choice[site] = Choice.free;
    return done;
  };
  const lookAtWhatIsLeft = (from: Float64Array): boolean => {
    if (until() || left-- <= 0) return false;
    const { bound, multipliers } = ascend(relaxed, from, {
      ...{ rounds: 150, step: 0.5, patience: 8, until, upper: () => best.cost },
    });
    if (relaxed.isClosed(bound, best.cost)) return true;
    take(relaxed.chosen);
    const settled = settle(relaxed, withoutTheDear(relaxed, multipliers, bound, best.cost));
    const site = nextOf(relaxed);
    const done = [Choice.out, Choice.in].every((choice) => {
      if (site === null) return true;
      relaxed.choice[site] = choice;
      const looked = look(multipliers);
      relaxed.choice[site] = Choice.free;
      return looked;
    });
    for (const one of settled) relaxed.choice[one] = Choice.free;
    return done;
  };
  const done = look(known.multipliers);
  return { ...best, done };
}

/** Settle what a cheaper plan cannot or must have. @returns the sites, for taking it back */
function settle(relaxed: RelaxedMedian, { never, always }: Pick<MedianBound, 'never' | 'always'>): number[] {
  return [...relaxed.choice.keys()].filter((site) => {
    if (relaxed.choice[site] !== Choice.free) return false;
    if (never[site] === 1) relaxed.choice[site] = Choice.out;
    else if (always[site] === 1) relaxed.choice[site] = Choice.in;
    return relaxed.choice[site] !== Choice.free;
  });
}

/** The free site that is chosen and saves most; null when nothing is left to choose. */
function nextOf({ choice, chosen, saves }: RelaxedMedian): number | null {
  const free = chosen.filter((site) => choice[site] === Choice.free);
  return free.length === 0 ? null : free.reduce((best, site) => (saves[site] < saves[best] ? site : best));
}
