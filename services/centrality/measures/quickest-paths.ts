import { Heap } from '../graph/heap.ts';
import type { Arcs } from '../graph/road-graph.ts';
import { rounding } from '../graph/search.ts';

/** The quickest paths from one place to all others, and how many there are. */
export class Paths {
  readonly #arcs: Arcs;
  readonly #minutes: Float64Array;
  readonly #ways: Float64Array;
  readonly #waiting: Int32Array;
  readonly #dependency: Float64Array;
  readonly #heap = new Heap();
  #order: number[] = [];

  constructor(count: number, arcs: Arcs) {
    this.#arcs = arcs;
    this.#minutes = new Float64Array(count);
    this.#ways = new Float64Array(count);
    this.#waiting = new Int32Array(count);
    this.#dependency = new Float64Array(count);
  }

  from(source: number): void {
    const reached = this.#times(source);
    this.#ways.fill(0);
    this.#ways[source] = 1;
    for (const place of reached)
      this.#eachNext(place, (next) => {
        this.#waiting[next] = this.#waiting[next] + 1;
      });
    // Not by time but by what comes before what: a step may take no time.
    this.#order = [source];
    for (const place of this.#order)
      this.#eachNext(place, (next) => {
        this.#ways[next] = this.#ways[next] + this.#ways[place];
        this.#waiting[next] = this.#waiting[next] - 1;
        if (this.#waiting[next] === 0) this.#order.push(next);
      });
  }

  /** What each place but the source lies between, for paths to `weights` ends in each place. */
  gather(weights: Int32Array, found: (place: number, dependency: number) => void): void {
    const dependency = this.#dependency;
    for (const place of this.#order.slice().reverse()) {
      let sum = 0;
      this.#eachNext(place, (next) => {
        const share = this.#ways[place] / this.#ways[next];
        sum += share * (weights[next] + dependency[next]);
      });
      dependency[place] = sum;
      if (place !== this.#order[0]) found(place, sum);
    }
  }

  #times(source: number): number[] {
    const [heap, minutes, { first, head, minutes: weights }] = [this.#heap, this.#minutes, this.#arcs];
    minutes.fill(Infinity);
    minutes[source] = 0;
    heap.push(0, source);
    const settled: number[] = [];
    while (heap.size > 0) {
      const time = heap.least;
      const place = heap.pop();
      if (time !== minutes[place]) continue;
      settled.push(place);
      for (let arc = first[place]; arc < first[place + 1]; arc++) {
        const [next, sum] = [head[arc], time + weights[arc]];
        if (!(sum < minutes[next])) continue;
        minutes[next] = sum;
        heap.push(sum, next);
      }
    }
    return settled;
  }

  /** Places that a quickest path goes on to. */
  #eachNext(place: number, work: (next: number) => void): void {
    const { first, head, minutes } = this.#arcs;
    const time = this.#minutes[place];
    for (let arc = first[place]; arc < first[place + 1]; arc++) {
      const next = head[arc];
      if (Math.abs(time + minutes[arc] - this.#minutes[next]) <= rounding) work(next);
    }
  }
}
