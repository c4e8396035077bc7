import type { MedianModel } from '../models/p-median.ts';
import { partsOfClose } from '../close-sites.ts';
import type { Sites } from '../places.ts';

/** Whether a site is free to choose, in every plan, or in none. */
export const Choice = { free: 0, in: 1, out: 2 } as const;

/**
 * The p-median relaxed (Narula and others 1977): every demand pays its multiplier instead of being served once, and sites
 * are chosen by what they save, of those too close to one another no more than one. Whatever the multipliers, what comes
 * out is no more than any plan costs.
 */
export class RelaxedMedian {
  /** By site, as Choice says; whoever searches sets it. */
  readonly choice: Uint8Array;
  /** Numbers of the chosen sites after `solve`, and what each site saves (below 0). */
  chosen: number[] = [];
  readonly saves: Float64Array;
  readonly demands: number;
  /** Whether every cost is a whole number, so that a cheaper plan is cheaper by 1 at least. */
  readonly #whole: boolean;
  readonly #count: number;
  /** Sites and their costs by rising cost, for each demand in turn. */
  readonly #order: Int32Array;
  readonly #costs: Float64Array;
  readonly #width: number;
  readonly #slope: Float64Array;
  /** By site: of each part no more than one may be open. */
  readonly #partOf: Int32Array;

  /** @param without sites that are left out altogether */
  constructor(
    { ids, standing, allowed, count, apart }: Sites,
    { weights, distance }: MedianModel,
    without?: Uint8Array,
  ) {
    const usable = [...ids.keys()].filter((site) => allowed[site] && without?.[site] !== 1);
    this.choice = new Uint8Array(ids.length).fill(Choice.out);
    for (const site of usable) this.choice[site] = Choice.free;
    for (const site of standing) this.choice[site] = Choice.in;
    this.#count = count ?? 0;
    this.#partOf = partsOfClose(apart, ids.length);
    this.demands = weights.length;
    this.#width = usable.length;
    this.#order = new Int32Array(this.demands * this.#width);
    this.#costs = new Float64Array(this.demands * this.#width);
    for (let at = 0; at < this.demands; at++) {
      const row = distance.subarray(at * ids.length, (at + 1) * ids.length);
      const sorted = Int32Array.from(usable).sort((one, other) => row[one] - row[other] || one - other);
      this.#order.set(sorted, at * this.#width);
      const weight = weights[at];
      for (const [place, site] of sorted.entries())
        this.#costs[at * this.#width + place] = weight === 0 ? 0 : weight * row[site];
    }
    this.saves = new Float64Array(ids.length);
    this.#slope = new Float64Array(this.demands);
    this.#whole = this.#costs.every((cost) => cost === Infinity || Number.isInteger(cost));
  }

  /** What it costs to serve a demand from its nearest site (place 0), its second nearest (1), and so on. */
  cost = (demand: number, place: number): number =>
    this.#costs[demand * this.#width + Math.min(place, this.#width - 1)];

  get places(): number {
    return this.#width;
  }

  /** Whether nothing can lie between a bound and a plan. */
  isClosed(bound: number, upper: number): boolean {
    if (upper === Infinity) return false;
    const gap = upper - bound;
    return this.#whole ? gap < 1 - 1e-6 : gap <= 1e-9 * Math.abs(upper);
  }

  /** @returns the bound that these multipliers give */
  solve(multipliers: Float64Array): number {
    this.saves.fill(0);
    let sum = 0;
    for (let demand = 0; demand < this.demands; demand++) {
      const pays = multipliers[demand];
      sum += pays;
      const end = (demand + 1) * this.#width;
      for (let at = demand * this.#width; at < end && this.#costs[at] < pays; at++)
        this.saves[this.#order[at]] += this.#costs[at] - pays;
    }
    const free: number[] = [];
    this.chosen = [];
    for (const [site, choice] of this.choice.entries())
      if (choice === Choice.in) this.chosen.push(site);
      else if (choice === Choice.free) free.push(site);
    free.sort((one, other) => this.saves[one] - this.saves[other] || one - other);
    const taken = new Uint8Array(this.choice.length);
    for (const site of this.chosen) taken[this.#partOf[site]] = 1;
    for (const site of free) {
      if (this.chosen.length >= this.#count) break;
      if (taken[this.#partOf[site]] === 1) continue;
      taken[this.#partOf[site]] = 1;
      this.chosen.push(site);
    }
    for (const site of this.chosen) sum += this.saves[site];
    return sum;
  }

  /** The chosen site, after `solve`, that no plan may have beside this one; null: none. */
  rivalOf = (site: number): number | null =>
    this.chosen.find((other) => other !== site && this.#partOf[other] === this.#partOf[site]) ?? null;

  /** Whether so few may still be open together that there is no plan. */
  get isShort(): boolean {
    const parts = new Set<number>();
    for (const [site, choice] of this.choice.entries()) if (choice !== Choice.out) parts.add(this.#partOf[site]);
    return parts.size < this.#count;
  }

  /** Move the multipliers along the subgradient, after `solve`. @returns false when there is none: they are the best */
  step(multipliers: Float64Array, length: number): boolean {
    const isChosen = new Uint8Array(this.choice.length);
    for (const site of this.chosen) isChosen[site] = 1;
    let square = 0;
    for (let demand = 0; demand < this.demands; demand++) {
      let times = 0;
      const end = (demand + 1) * this.#width;
      for (let at = demand * this.#width; at < end && this.#costs[at] < multipliers[demand]; at++)
        times += isChosen[this.#order[at]];
      this.#slope[demand] = 1 - times;
      square += (1 - times) ** 2;
    }
    if (square === 0) return false;
    for (let demand = 0; demand < this.demands; demand++)
      multipliers[demand] += (length / square) * this.#slope[demand];
    return true;
  }
}
