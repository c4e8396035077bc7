import type { Must, Sites } from '../places.ts';

/** Counts what is broken while sites open and close: demands that are not met, and pairs that are too close. */
export class BrokenRules {
  count: number;
  readonly #mustsOf: number[][];
  readonly #closeTo: number[][];
  readonly #open: Uint8Array;
  readonly #hits: Int32Array;

  constructor({ ids, apart }: Sites, musts: readonly Must[]) {
    this.count = musts.length;
    this.#open = new Uint8Array(ids.length);
    this.#hits = new Int32Array(musts.length);
    this.#mustsOf = ids.map(() => []);
    this.#closeTo = ids.map(() => []);
    for (const [at, must] of musts.entries()) for (const site of new Set(must.sites)) this.#mustsOf[site]?.push(at);
    for (const { one, other } of apart) {
      this.#closeTo[one]?.push(other);
      this.#closeTo[other]?.push(one);
    }
  }

  /** Whether there is anything to break. */
  get any(): boolean {
    return this.#hits.length > 0 || this.#closeTo.some((close) => close.length > 0);
  }

  add(site: number): void {
    this.#open[site] = 1;
    for (const must of this.#mustsOf[site] ?? []) if (this.#hits[must]++ === 0) this.count -= 1;
    for (const other of this.#closeTo[site] ?? []) this.count += this.#open[other];
  }

  remove(site: number): void {
    this.#open[site] = 0;
    for (const must of this.#mustsOf[site] ?? []) if (--this.#hits[must] === 0) this.count += 1;
    for (const other of this.#closeTo[site] ?? []) this.count -= this.#open[other];
  }
}
