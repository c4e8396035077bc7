import type { CoverModel } from '../models/goal.ts';
import type { Sites } from '../places.ts';
import { BrokenRules } from './broken-rules.ts';
import { Served } from './served.ts';
import type { StartSettings } from './start.ts';

/** Exchanges that are tried at most, so that the search ends in the same place on any machine. */
const mostTries = 200_000;

/**
 * A good plan: sites one by one, each the one that breaks least and then serves most, then exchanges of one for another
 * while they help.
 * @returns numbers of the open sites; null when the rules are broken however it exchanges
 */
export function coverStart(sites: Sites, model: CoverModel, { until, onPlan }: StartSettings): number[] | null {
  const plan = new CoverPlan(sites, model);
  if (sites.count === null) {
    while (!plan.enough && plan.addBest()) continue;
    return plan.enough ? plan.thinned() : null;
  }
  while (plan.open.size < sites.count && plan.addBest()) continue;
  const whole = () => (plan.broken.count === 0 && plan.open.size === sites.count ? plan.sorted() : null);
  const grown = whole();
  if (grown) onPlan(grown);
  plan.exchange(until);
  return whole();
}

class CoverPlan {
  readonly open = new Set<number>();
  readonly broken: BrokenRules;
  readonly #served: Served;
  readonly #sites: Sites;
  readonly #least: number;
  readonly #step: number;

  constructor(sites: Sites, { goals, musts, least }: CoverModel) {
    this.#sites = sites;
    this.broken = new BrokenRules(sites, [...musts, ...sites.stretches]);
    this.#served = new Served(goals, sites.ids.length);
    this.#least = least ?? 0;
    this.#step = 1e-9 * goals.reduce((sum, { weight }) => sum + weight, 0);
    for (const site of sites.standing) this.#add(site);
  }

  get enough(): boolean {
    return this.broken.count === 0 && this.#served.weight >= this.#least - this.#step;
  }

  sorted = (): number[] => [...this.open].sort((one, other) => one - other);

  /** Open the site that does most. @returns false when none is left */
  addBest(): boolean {
    let [best, found]: [number | null, Figures | null] = [null, null];
    for (const site of this.#free()) {
      this.#add(site);
      const figures = this.#figures();
      if (!found || this.#isBetter(figures, found)) [best, found] = [site, figures];
      this.#remove(site);
    }
    if (best !== null) this.#add(best);
    return best !== null;
  }

  /** Exchange one site for another as long as that helps. */
  exchange(until: () => boolean): void {
    const movable = () => this.sorted().filter((site) => !this.#sites.standing.includes(site));
    let tries = 0;
    for (let helped = true; helped;) {
      helped = false;
      for (const out of movable()) {
        if (until()) return;
        const before = this.#figures();
        this.#remove(out);
        let [best, found] = [out, before];
        for (const site of this.#free()) {
          if (site === out) continue;
          this.#add(site);
          const figures = this.#figures();
          if (this.#isBetter(figures, found)) [best, found] = [site, figures];
          this.#remove(site);
        }
        this.#add(best);
        if (best !== out) helped = true;
        if ((tries += this.#sites.ids.length) > mostTries) return;
      }
    }
  }

  /** Without the sites that the plan can do without, the last ones first. */
  thinned(): number[] {
    for (const site of this.sorted().reverse()) {
      if (this.#sites.standing.includes(site)) continue;
      this.#remove(site);
      if (!this.enough) this.#add(site);
    }
    return this.sorted();
  }

  #free = (): number[] =>
    this.#sites.ids.flatMap((_, at) => (this.#sites.allowed[at] && !this.open.has(at) ? [at] : []));

  #figures = (): Figures => [this.broken.count, -this.#served.weight, -this.#served.partial];

  #isBetter(one: Figures, other: Figures): boolean {
    if (one[0] !== other[0]) return one[0] < other[0];
    if (Math.abs(one[1] - other[1]) > this.#step) return one[1] < other[1];
    return one[2] < other[2] - this.#step;
  }

  #add(site: number): void {
    this.open.add(site);
    this.broken.add(site);
    this.#served.add(site);
  }

  #remove(site: number): void {
    this.open.delete(site);
    this.broken.remove(site);
    this.#served.remove(site);
  }
}

/** Rules broken, then weight served and partly served, both with a minus: less is better. */
type Figures = [broken: number, served: number, partial: number];
