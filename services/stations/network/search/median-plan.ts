import type { MedianModel } from '../models/p-median.ts';
import type { Sites } from '../places.ts';
import { BrokenRules } from './broken-rules.ts';

/** Exchanges that are made at most. */
const mostRounds = 2000;

/** What a plan of open sites costs, and how it is made better. */
export class MedianPlan {
  readonly open: number[] = [];
  readonly #model: MedianModel;
  readonly #sites: Sites;
  readonly #broken: BrokenRules;
  /** Of each demand: the nearest open site, how far it is, and how far the second nearest is. */
  readonly #near: Int32Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;

  constructor(sites: Sites, model: MedianModel) {
    this.#model = model;
    this.#sites = sites;
    this.#broken = new BrokenRules(sites, [...model.musts, ...sites.stretches]);
    this.#near = new Int32Array(model.ids.length).fill(-1);
    this.#first = new Float64Array(model.ids.length).fill(Infinity);
    this.#second = new Float64Array(model.ids.length).fill(Infinity);
    this.add(...sites.standing);
  }

  get keepsRules(): boolean {
    return this.#broken.count === 0;
  }

  /** Weight · distance to the nearest; Infinity when some demand is out of reach. */
  get cost(): number {
    let sum = 0;
    for (const [at, weight] of this.#model.weights.entries()) if (weight > 0) sum += weight * this.#first[at];
    return sum;
  }

  /** Cost of the second nearest, by demand. */
  secondCosts = (): Float64Array => this.#second.map((far, at) => far * this.#model.weights[at]);

  add(...some: number[]): void {
    for (const site of some) {
      this.open.push(site);
      this.#broken.add(site);
    }
    this.#measure();
  }

  /** With one more site: how much demand is out of reach, and what the rest costs. */
  with(site: number): [beyond: number, cost: number] {
    const { weights, distance } = this.#model;
    const width = this.#sites.ids.length;
    let [beyond, sum] = [0, 0];
    for (let at = 0; at < weights.length; at++) {
      const far = Math.min(this.#first[at], distance[at * width + site]);
      if (weights[at] === 0) continue;
      if (far < Infinity) sum += weights[at] * far;
      else beyond += 1;
    }
    return [beyond, sum];
  }

  /** The nearest open site of each demand, −1 where none is in reach, and how far it is. */
  get nearest(): { sites: Int32Array; distances: Float64Array } {
    return { sites: this.#near, distances: this.#first };
  }

  /** Open sites one by one, each the one that breaks least and then saves most. */
  grow(count: number): void {
    while (this.open.length < count) {
      let [best, least] = [-1, [Infinity, Infinity, Infinity]];
      for (const site of this.#free()) {
        this.#broken.add(site);
        const figures = [this.#broken.count, ...this.with(site)];
        this.#broken.remove(site);
        if (isLess(figures, least)) [best, least] = [site, figures];
      }
      if (best < 0) return;
      this.add(best);
    }
  }

  /** Exchange one site for another while that breaks less or costs less (Resende and Werneck 2007). */
  exchange(until: () => boolean): void {
    for (let round = 0; round < mostRounds && !until() && this.#exchangeBest(); round++) continue;
  }

  #exchangeBest(): boolean {
    const { weights, distance } = this.#model;
    const width = this.#sites.ids.length;
    const place = new Int32Array(width).fill(-1);
    for (const [at, site] of this.open.entries()) place[site] = at;
    const gain = new Float64Array(width);
    const loss = new Float64Array(this.open.length);
    const extra = new Float64Array(this.open.length * width);
    // Demand that only one open site reaches would be lost with it: dearer than anything, yet a number.
    const far = this.#dear();
    for (let at = 0; at < weights.length; at++) {
      const weight = weights[at];
      if (weight === 0) continue;
      const first = Math.min(this.#first[at], far);
      const second = Math.min(this.#second[at], far);
      const own = this.#near[at] < 0 ? -1 : place[this.#near[at]];
      if (own >= 0) loss[own] += weight * (second - first);
      for (let site = 0; site < width; site++) {
        const apart = distance[at * width + site];
        if (apart < first) gain[site] += weight * (first - apart);
        if (own >= 0 && apart < second) extra[own * width + site] += weight * (second - Math.max(apart, first));
      }
    }
    const step = 1e-9 * Math.max(1, ...gain, ...loss);
    let [best, most, fewest]: [[number, number] | null, number, number] = [null, step, this.#broken.count];
    const checks = this.#broken.any;
    for (const site of this.#free())
      for (const [at, out] of this.open.entries()) {
        if (this.#sites.standing.includes(out)) continue;
        const saves = gain[site] - loss[at] + extra[at * width + site];
        if (!checks && saves <= most) continue;
        const broken = checks ? this.#brokenAfter(out, site) : 0;
        if (broken < fewest || (broken === fewest && saves > most + step))
          [best, most, fewest] = [[at, site], saves, broken];
      }
    if (!best) return false;
    this.#broken.remove(this.open[best[0]] ?? -1);
    this.#broken.add(best[1]);
    this.open[best[0]] = best[1];
    this.#measure();
    return true;
  }

  #brokenAfter(out: number, site: number): number {
    this.#broken.remove(out);
    this.#broken.add(site);
    const { count } = this.#broken;
    this.#broken.remove(site);
    this.#broken.add(out);
    return count;
  }

  #dear(): number {
    let most = 0;
    for (const apart of this.#model.distance) if (apart < Infinity && apart > most) most = apart;
    return (most + 1) * 1000;
  }

  #free = (): number[] =>
    this.#sites.ids.flatMap((_, at) => (this.#sites.allowed[at] && !this.open.includes(at) ? [at] : []));

  #measure(): void {
    const width = this.#sites.ids.length;
    for (let at = 0; at < this.#near.length; at++) {
      let [near, first, second] = [-1, Infinity, Infinity];
      for (const site of this.open) {
        const apart = this.#model.distance[at * width + site];
        if (apart < first) [near, first, second] = [site, apart, first];
        else if (apart < second) second = apart;
      }
      this.#near[at] = near;
      this.#first[at] = first;
      this.#second[at] = second;
    }
  }
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((figure, index) => figure !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
