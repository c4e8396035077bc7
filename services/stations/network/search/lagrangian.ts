import type { MedianModel } from '../models/p-median.ts';
import type { Sites } from '../places.ts';
import { ascend } from './ascend.ts';
import { MedianPlan } from './median-plan.ts';
import { Choice, RelaxedMedian } from './relaxed-median.ts';

/** What is known of a p-median before the search is divided. */
export interface MedianBound {
  /** The best plan found; null when none keeps the rules. */
  open: number[] | null;
  cost: number;
  /** No plan costs less. */
  bound: number;
  multipliers: Float64Array;
  /** Sites that a cheaper plan cannot have, and those that it must. */
  never: Uint8Array;
  always: Uint8Array;
  /** By demand: a cheaper plan has an open site at no more than this cost. */
  within: Float64Array;
}

/**
 * A bound by Lagrangian relaxation, plans by exchange from what it chooses, and from both what a cheaper plan must look
 * like. Rules are left out of the bound, which stays a bound without them.
 */
export function medianBound(
  sites: Sites,
  model: MedianModel,
  start: number[] | null,
  until: () => boolean,
): MedianBound {
  const relaxed = new RelaxedMedian(sites, model);
  let best = start && planOf(sites, model, start);
  let upper = best ? best.cost : Infinity;
  const { bound, multipliers } = ascend(relaxed, firstMultipliers(relaxed, best), {
    ...{ rounds: 3000, step: 1, patience: 20, until, upper: () => upper },
    onBetter: () => {
      if (hasRules(sites, model)) return;
      const plan = planOf(sites, model, relaxed.chosen);
      if (plan.cost < upper * 1.02 || best === null) plan.exchange(until);
      if (plan.cost < upper) [best, upper] = [plan, plan.cost];
    },
  });
  return {
    open: best ? [...best.open].sort((one, other) => one - other) : null,
    cost: upper,
    bound: relaxed.isClosed(bound, upper) ? upper : bound,
    multipliers,
    ...withoutTheDear(relaxed, multipliers, bound, upper),
  };
}

/** Whether more is asked of a plan than how many are open. */
export const hasRules = ({ apart, stretches }: Sites, { musts }: MedianModel): boolean =>
  apart.length + stretches.length + musts.length > 0;

function planOf(sites: Sites, model: MedianModel, open: readonly number[]): MedianPlan {
  const plan = new MedianPlan(sites, model);
  plan.add(...open.filter((site) => !sites.standing.includes(site)));
  return plan;
}

/** What each demand would pay at its second nearest open site. */
function firstMultipliers(relaxed: RelaxedMedian, plan: MedianPlan | null): Float64Array {
  const seconds = plan?.secondCosts();
  return Float64Array.from({ length: relaxed.demands }, (_, demand) => {
    const costs = [seconds?.[demand], relaxed.cost(demand, 1), relaxed.cost(demand, 0)];
    return costs.find((cost) => cost !== undefined && Number.isFinite(cost)) ?? 0;
  });
}

/** What any plan cheaper than `upper` has, by what each site and each distance would add to the bound. */
export function withoutTheDear(
  relaxed: RelaxedMedian,
  multipliers: Float64Array,
  bound: number,
  upper: number,
): Pick<MedianBound, 'never' | 'always' | 'within'> {
  const { choice, chosen, saves, demands } = relaxed;
  const [never, always] = [new Uint8Array(choice.length), new Uint8Array(choice.length)];
  const within = new Float64Array(demands).fill(Infinity);
  if (upper === Infinity) return { never, always, within };
  const tooDear = (least: number) => relaxed.isClosed(least, upper);
  const isChosen = new Set(chosen);
  const free = [...choice.keys()].filter((site) => choice[site] === Choice.free);
  const [movable, others] = [free.filter((site) => isChosen.has(site)), free.filter((site) => !isChosen.has(site))];
  const lastIn = Math.max(...movable.map((site) => saves[site]));
  let firstOut = Infinity;
  const firstOfPart = new Map<number, number>();
  for (const site of others) {
    // Where one that is too close is chosen, that one makes room.
    const rival = relaxed.rivalOf(site);
    if (rival === null) firstOut = Math.min(firstOut, saves[site]);
    else firstOfPart.set(rival, Math.min(firstOfPart.get(rival) ?? Infinity, saves[site]));
    if (tooDear(bound + saves[site] - (rival === null ? lastIn : saves[rival]))) never[site] = 1;
  }
  for (const site of movable) {
    const instead = Math.min(firstOut, firstOfPart.get(site) ?? Infinity);
    if (tooDear(bound - saves[site] + instead)) always[site] = 1;
  }
  for (let demand = 0; demand < demands; demand++)
    for (let place = 0; place < relaxed.places; place++) {
      const cost = relaxed.cost(demand, place);
      if (cost > multipliers[demand] && tooDear(bound + cost - multipliers[demand])) break;
      within[demand] = cost;
    }
  return { never, always, within };
}
