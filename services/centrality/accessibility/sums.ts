import { Search, type Network } from '../graph/search.ts';
import { weightOf, type Decay } from './decay.ts';

/** What is asked of every origin: all decays and all kinds of opportunities are summed in one search. */
export interface SumsQuestion {
  network: Network;
  /** Minutes; what lies on the limit counts. */
  cutoff_min: number;
  decays: readonly Decay[];
  /** Opportunities at each place, the first nodes of the network, by kind. */
  kinds: readonly Float64Array[];
  /** Group of each place, such as its municipality: sums by the first decay are told by group, too. */
  groups: Int32Array;
  groupCount: number;
}

/** Where the figures of one origin stand in a row of numbers. */
export class SumsRow {
  readonly width: number;
  readonly reached: number;
  readonly #kinds: number;
  readonly #byGroup: number;
  readonly #groups: number;

  constructor({ decays, kinds, groupCount }: Pick<SumsQuestion, 'decays' | 'kinds' | 'groupCount'>) {
    this.#kinds = kinds.length;
    this.#groups = groupCount;
    this.reached = decays.length * kinds.length;
    this.#byGroup = this.reached + 1;
    this.width = this.#byGroup + kinds.length * groupCount;
  }

  sum(decay: number, kind: number): number {
    return decay * this.#kinds + kind;
  }

  ofGroup(kind: number, group: number): number {
    return this.#byGroup + kind * this.#groups + group;
  }
}

/** Sums up what origins can reach, one after the other. */
export class Sums {
  readonly #question: SumsQuestion;
  readonly #search: Search;
  readonly #weights: ((minutes: number) => number)[];
  readonly #row: SumsRow;

  /** @throws BadDecay */
  constructor(question: SumsQuestion) {
    this.#question = question;
    this.#search = new Search(question.network);
    this.#weights = question.decays.map(weightOf);
    this.#row = new SumsRow(question);
  }

  /** Rows of the places from one number up to another, which is left out. */
  of(from: number, to: number): Float64Array<ArrayBuffer> {
    const rows = new Float64Array((to - from) * this.#row.width);
    for (let origin = from; origin < to; origin++) this.#fill(rows, (origin - from) * this.#row.width, origin);
    return rows;
  }

  #fill(rows: Float64Array, start: number, origin: number): void {
    const { kinds, groups, cutoff_min } = this.#question;
    const [weights, row] = [this.#weights, this.#row];
    const places = groups.length;
    let reached = 0;
    this.#search.run([{ node: origin, cost: 0 }], cutoff_min, (node, minutes) => {
      if (node >= places) return;
      reached += 1;
      for (let decay = 0; decay < weights.length; decay++) {
        const weight = weights[decay](minutes);
        for (let kind = 0; kind < kinds.length; kind++) {
          const adds = kinds[kind][node] * weight;
          if (adds === 0) continue;
          const sum = start + row.sum(decay, kind);
          rows[sum] = rows[sum] + adds;
          if (decay > 0) continue;
          const group = start + row.ofGroup(kind, groups[node]);
          rows[group] = rows[group] + adds;
        }
      }
    });
    rows[start + row.reached] = reached;
  }
}
