import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { lanes, Sweep } from '../hierarchy/sweep.ts';
import { isWithin } from '../graph/search.ts';
import { weigherOf, type Decay, type Weigh } from './decay.ts';

/** What is asked of every origin: all decays and all kinds of opportunities are summed in one search. */
export interface SumsQuestion {
  hierarchy: Hierarchy;
  /** Minutes; what lies on the limit counts. */
  cutoff_min: number;
  decays: readonly Decay[];
  /** Opportunities at each place of the hierarchy, by kind. */
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

/** Sums up what origins can reach; figures are added in the order of the places, whoever else is searched from. */
export class Sums {
  readonly #question: SumsQuestion;
  readonly #sweep: Sweep;
  readonly #weighers: Weigh[];
  readonly #row: SumsRow;
  /** Places that the origin at hand reaches, its minutes to each, and what each counts by one decay. */
  readonly #reached: Int32Array;
  readonly #minutes: Float64Array;
  readonly #shares: Float64Array;

  /** @throws BadDecay */
  constructor(question: SumsQuestion) {
    this.#question = question;
    this.#sweep = new Sweep(question.hierarchy);
    this.#weighers = question.decays.map(weigherOf);
    this.#row = new SumsRow(question);
    const places = question.groups.length;
    this.#reached = new Int32Array(places);
    this.#minutes = new Float64Array(places);
    this.#shares = new Float64Array(places);
  }

  /** Rows of the places from one number up to another, which is left out. */
  of(from: number, to: number): Float64Array<ArrayBuffer> {
    const { width } = this.#row;
    const rows = new Float64Array((to - from) * width);
    for (let begun = from; begun < to; begun += lanes) {
      const origins = Array.from({ length: Math.min(lanes, to - begun) }, (_, lane) => begun + lane);
      this.#sweep.from(origins, this.#question.cutoff_min);
      for (const [lane, origin] of origins.entries()) {
        const at = (origin - from) * width;
        this.#fill(rows.subarray(at, at + width), lane);
      }
    }
    return rows;
  }

  #fill(row: Float64Array, lane: number): void {
    const count = this.#gather(lane);
    row[this.#row.reached] = count;
    const { kinds } = this.#question;
    for (const [decay, weigh] of this.#weighers.entries()) {
      weigh(this.#minutes, this.#shares, count);
      for (const [kind, counts] of kinds.entries()) {
        row[this.#row.sum(decay, kind)] = this.#sumOf(counts, count);
        if (decay === 0) this.#addByGroup(row, this.#row.ofGroup(kind, 0), counts, count);
      }
    }
  }

  /** Put together what the origin reaches within the limit. @returns how many places that are */
  #gather(lane: number): number {
    const { cutoff_min, groups } = this.#question;
    const all = this.#sweep.minutes;
    let count = 0;
    for (let place = 0; place < groups.length; place++) {
      const minutes = all[lanes * place + lane];
      if (!isWithin(minutes, cutoff_min)) continue;
      this.#reached[count] = place;
      this.#minutes[count++] = minutes;
    }
    return count;
  }

  #sumOf(counts: Float64Array, count: number): number {
    const [reached, shares] = [this.#reached, this.#shares];
    let sum = 0;
    for (let at = 0; at < count; at++) sum += counts[reached[at]] * shares[at];
    return sum;
  }

  #addByGroup(row: Float64Array, first: number, counts: Float64Array, count: number): void {
    const [reached, shares, { groups }] = [this.#reached, this.#shares, this.#question];
    for (let at = 0; at < count; at++) {
      const place = reached[at];
      const group = first + groups[place];
      row[group] = row[group] + counts[place] * shares[at];
    }
  }
}
