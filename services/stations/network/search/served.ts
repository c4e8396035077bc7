import type { Goal } from '../models/goal.ts';

/** Adds up what goals are served while sites open and close. */
export class Served {
  /** The weight of the goals that are served. */
  weight = 0;
  /** The weight by how much of each goal is there: tells plans apart that serve the same. */
  partial = 0;
  readonly #setsOf: number[][];
  readonly #goalOf: number[] = [];
  readonly #goals: readonly Goal[];
  readonly #hits: Int32Array;
  readonly #missing: Int32Array;

  constructor(goals: readonly Goal[], sites: number) {
    this.#goals = goals;
    this.#setsOf = Array.from({ length: sites }, () => []);
    for (const [at, { sets }] of goals.entries())
      for (const set of sets) {
        for (const site of set) this.#setsOf[site]?.push(this.#goalOf.length);
        this.#goalOf.push(at);
      }
    this.#hits = new Int32Array(this.#goalOf.length);
    this.#missing = Int32Array.from(goals, ({ sets }) => sets.length);
  }

  add(site: number): void {
    for (const set of this.#setsOf[site] ?? []) if (this.#hits[set]++ === 0) this.#count(set, 1);
  }

  remove(site: number): void {
    for (const set of this.#setsOf[site] ?? []) if (--this.#hits[set] === 0) this.#count(set, -1);
  }

  isServed(goal: number): boolean {
    return this.#missing[goal] === 0;
  }

  #count(set: number, sign: 1 | -1): void {
    const goal = this.#goalOf[set] ?? 0;
    const { weight = 0, sets = [] } = this.#goals[goal] ?? {};
    const before = this.#missing[goal];
    this.#missing[goal] -= sign;
    this.partial += (sign * weight) / sets.length;
    if (before === 0) this.weight -= weight;
    else if (this.#missing[goal] === 0) this.weight += weight;
  }
}
