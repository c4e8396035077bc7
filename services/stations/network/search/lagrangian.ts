import type { MedianModel } from '../models/p-median.ts';
import type { Sites } from '../places.ts';
import { MedianPlan } from './median-plan.ts';

/** What is known of a p-median before the solver is asked. */
export interface MedianBound {
  /** The best plan found; null when none keeps the rules. */
  open: number[] | null;
  cost: number;
  /** No plan costs less. */
  bound: number;
  /** Sites that a cheaper plan cannot have, and those that it must. */
  never: Uint8Array;
  always: Uint8Array;
  /** By demand: a cheaper plan has an open site at no more than this cost. */
  within: Float64Array;
}

const rounds = 3000;
/** Rounds without a better bound before steps are halved. */
const patience = 20;

/**
 * Lower bound by Lagrangian relaxation of «each demand is served once» (Narula and others 1977) with subgradient steps,
 * plans by exchange along the way, and from both what a cheaper plan must look like. Spacing and stretches of road are
 * left out of the bound, which stays a bound without them.
 */
export function medianBound(
  sites: Sites,
  model: MedianModel,
  start: number[] | null,
  until: () => boolean,
): MedianBound {
  const relaxed = new Relaxed(sites, model);
  let best = start && planOf(sites, model, start);
  const bounded = best?.keepsRules ? best.cost : Infinity;
  let upper = bounded;
  const multipliers = relaxed.firstMultipliers(best);
  let [bound, kept, theta, idle] = [-Infinity, multipliers.slice(), 1, 0];
  const free = sites.apart.length === 0 && sites.stretches.length === 0 && model.musts.length === 0;
  for (let round = 0; round < rounds && !until(); round++) {
    const found = relaxed.solve(multipliers);
    if (found > bound + 1e-7 * Math.abs(bound)) idle = 0;
    else idle += 1;
    if (found > bound) {
      [bound, kept] = [found, multipliers.slice()];
      if (free) {
        const plan = planOf(sites, model, relaxed.chosen);
        if (plan.cost < upper * 1.02 || best === null) plan.exchange();
        if (plan.cost < upper) [best, upper] = [plan, plan.cost];
      }
    }
    if (relaxed.isClosed(bound, upper)) break;
    if (idle >= patience) [theta, idle] = [theta / 2, 0];
    if (theta < 1e-4) break;
    const target = Number.isFinite(upper) ? upper : bound * 1.1 + 1;
    if (!relaxed.step(multipliers, theta * (1.01 * target - found))) break;
  }
  relaxed.solve(kept);
  return {
    open: upper < Infinity && best ? [...best.open].sort((one, other) => one - other) : null,
    cost: upper,
    bound: relaxed.isClosed(bound, upper) ? upper : bound,
    ...relaxed.fix(kept, bound, upper),
  };
}

function planOf(sites: Sites, model: MedianModel, open: readonly number[]): MedianPlan {
  const plan = new MedianPlan(sites, model);
  plan.add(...open.filter((site) => !sites.standing.includes(site)));
  return plan;
}

/** The relaxed problem: every demand pays its multiplier, and sites are chosen by what they save. */
class Relaxed {
  chosen: number[] = [];
  readonly #sites: Sites;
  readonly #costs: Float64Array;
  /** Sites by cost, for each demand. */
  readonly #order: Int32Array;
  readonly #demands: number;
  readonly #width: number;
  readonly #saves: Float64Array;
  readonly #slope: Float64Array;
  /** Whether every cost is a whole number, so that a cheaper plan is cheaper by 1 at least. */
  readonly #whole: boolean;

  constructor(sites: Sites, { weights, distance }: MedianModel) {
    this.#sites = sites;
    this.#demands = weights.length;
    this.#width = sites.ids.length;
    this.#costs = distance.map((apart, at) => {
      const weight = weights[Math.floor(at / this.#width)];
      return weight === 0 ? 0 : weight * apart;
    });
    this.#order = new Int32Array(this.#costs.length);
    for (let at = 0; at < this.#demands; at++) {
      const row = this.#costs.subarray(at * this.#width, (at + 1) * this.#width);
      const places = Int32Array.from(row, (_, site) => site).sort((one, other) => row[one] - row[other] || one - other);
      this.#order.set(places, at * this.#width);
    }
    this.#saves = new Float64Array(this.#width);
    this.#slope = new Float64Array(this.#demands);
    this.#whole = this.#costs.every((cost) => cost === Infinity || Number.isInteger(cost));
  }

  firstMultipliers(plan: MedianPlan | null): Float64Array {
    const nearest = Float64Array.from({ length: this.#demands }, (_, at) => {
      const second = this.#cost(at, 1);
      return Number.isFinite(second) ? second : this.#cost(at, 0);
    });
    if (!plan) return nearest;
    return plan.secondCosts().map((cost, at) => (Number.isFinite(cost) ? cost : nearest[at]));
  }

  /** Whether nothing can lie between a bound and a plan. */
  isClosed(bound: number, upper: number): boolean {
    const gap = upper - bound;
    return this.#whole ? gap < 1 - 1e-6 : gap <= 1e-9 * Math.abs(upper);
  }

  /** @returns the bound that these multipliers give */
  solve(multipliers: Float64Array): number {
    const { standing, allowed, count } = this.#sites;
    this.#saves.fill(0);
    let sum = 0;
    for (let at = 0; at < this.#demands; at++) {
      const pays = multipliers[at];
      sum += pays;
      this.#below(at, pays, (site, cost) => (this.#saves[site] += cost - pays));
    }
    const rest = this.#sites.ids.flatMap((_, site) => (allowed[site] && !standing.includes(site) ? [site] : []));
    rest.sort((one, other) => this.#saves[one] - this.#saves[other] || one - other);
    this.chosen = [...standing, ...rest.slice(0, (count ?? 0) - standing.length)];
    return this.chosen.reduce((so, site) => so + this.#saves[site], sum);
  }

  /** Move the multipliers along the subgradient. @returns false when there is none: they are the best */
  step(multipliers: Float64Array, length: number): boolean {
    const isChosen = new Uint8Array(this.#width);
    for (const site of this.chosen) isChosen[site] = 1;
    let square = 0;
    for (let at = 0; at < this.#demands; at++) {
      let times = 0;
      this.#below(at, multipliers[at], (site) => (times += isChosen[site]));
      this.#slope[at] = 1 - times;
      square += (1 - times) ** 2;
    }
    if (square === 0) return false;
    for (let at = 0; at < this.#demands; at++) multipliers[at] += (length / square) * this.#slope[at];
    return true;
  }

  /** What any plan cheaper than `upper` has, after `solve` with the same multipliers. */
  fix(multipliers: Float64Array, bound: number, upper: number): Pick<MedianBound, 'never' | 'always' | 'within'> {
    const never = new Uint8Array(this.#width);
    const always = new Uint8Array(this.#width);
    const within = new Float64Array(this.#demands).fill(Infinity);
    if (upper === Infinity) return { never, always, within };
    const { standing, allowed } = this.#sites;
    const tooDear = (least: number) => this.isClosed(least, upper);
    const movable = this.chosen.filter((site) => !standing.includes(site));
    const isChosen = new Set(this.chosen);
    const others = this.#sites.ids.flatMap((_, site) => (allowed[site] && !isChosen.has(site) ? [site] : []));
    const lastIn = Math.max(...movable.map((site) => this.#saves[site]));
    const firstOut = Math.min(...others.map((site) => this.#saves[site]));
    for (const site of others) if (tooDear(bound + this.#saves[site] - lastIn)) never[site] = 1;
    for (const site of movable) if (tooDear(bound - this.#saves[site] + firstOut)) always[site] = 1;
    for (let at = 0; at < this.#demands; at++)
      for (let place = 0; place < this.#width; place++) {
        const cost = this.#cost(at, place);
        if (cost > multipliers[at] && tooDear(bound + cost - multipliers[at])) break;
        within[at] = cost;
      }
    return { never, always, within };
  }

  #cost = (at: number, place: number): number => {
    const site = this.#order[at * this.#width + Math.min(place, this.#width - 1)];
    return this.#costs[at * this.#width + site];
  };

  #below(at: number, pays: number, work: (site: number, cost: number) => void): void {
    for (let place = at * this.#width; place < (at + 1) * this.#width; place++) {
      const site = this.#order[place];
      const cost = this.#costs[at * this.#width + site];
      if (cost >= pays) return;
      work(site, cost);
    }
  }
}
