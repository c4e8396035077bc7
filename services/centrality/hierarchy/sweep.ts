import { Heap } from '../graph/heap.ts';
import { isWithin } from '../graph/search.ts';
import type { Hierarchy } from './hierarchy.ts';

/** Places that are searched from at once: their times to a node lie side by side. */
export const lanes = 8;

/** What is known of a node: nothing, times from below, or the quickest times, of which one at least is within the limit. */
const [unknown, climbed, near] = [0, 1, 2];

/**
 * Times from a few places to all (PHAST, Delling, Goldberg, Nowatzyk and Werneck 2011): up from the places, then once down
 * over all nodes in their order, without a queue. A time is the same bytes whoever else is searched from.
 */
export class Sweep {
  /** Minutes from each origin to each place, the origins side by side; more than the limit, or Infinity, beyond it. */
  readonly minutes: Float64Array;
  readonly #hierarchy: Hierarchy;
  readonly #costs: Float64Array;
  readonly #known: Uint8Array;
  readonly #queue = new Heap();

  constructor(hierarchy: Hierarchy) {
    this.minutes = new Float64Array(lanes * hierarchy.places);
    this.#hierarchy = hierarchy;
    this.#costs = new Float64Array(lanes * hierarchy.nodes);
    this.#known = new Uint8Array(hierarchy.nodes);
  }

  /** @param origins at most {@link lanes} places */
  from(origins: readonly number[], limit: number): void {
    this.#known.fill(unknown);
    for (const [lane, place] of origins.entries()) this.#begin(lane, place);
    this.#climb();
    this.#descend(limit);
    this.#arrive();
    for (const [lane, place] of origins.entries()) this.minutes[lanes * place + lane] = 0;
  }

  #begin(lane: number, place: number): void {
    const { first, node, minutes } = this.#hierarchy.leaving;
    for (let arc = first[place]; arc < first[place + 1]; arc++) {
      this.#open(node[arc]);
      const at = lanes * node[arc] + lane;
      this.#costs[at] = Math.min(this.#costs[at], minutes[arc]);
    }
  }

  #open(node: number): void {
    if (this.#known[node] !== unknown) return;
    this.#known[node] = climbed;
    this.#costs.fill(Infinity, lanes * node, lanes * (node + 1));
    this.#queue.push(-node, node);
  }

  #climb(): void {
    const { first, node: heads, minutes } = this.#hierarchy.up;
    while (this.#queue.size > 0) {
      const tail = this.#queue.pop();
      for (let arc = first[tail]; arc < first[tail + 1]; arc++) {
        this.#open(heads[arc]);
        shorten(this.#costs, lanes * heads[arc], this.#costs, lanes * tail, minutes[arc]);
      }
    }
  }

  #descend(limit: number): void {
    const { nodes, down } = this.#hierarchy;
    const { first, node: tails, minutes } = down;
    const [costs, known] = [this.#costs, this.#known];
    for (let head = 0; head < nodes; head++) {
      const row = lanes * head;
      let isNew = known[head] === unknown;
      for (let arc = first[head]; arc < first[head + 1]; arc++) {
        if (known[tails[arc]] !== near) continue;
        if (isNew) costs.fill(Infinity, row, row + lanes);
        isNew = false;
        shorten(costs, row, costs, lanes * tails[arc], minutes[arc]);
      }
      known[head] = !isNew && isWithin(leastOf(costs, row), limit) ? near : unknown;
    }
  }

  #arrive(): void {
    const { first, node, minutes } = this.#hierarchy.arriving;
    this.minutes.fill(Infinity);
    for (let place = 0; place < this.#hierarchy.places; place++)
      for (let arc = first[place]; arc < first[place + 1]; arc++)
        if (this.#known[node[arc]] === near)
          shorten(this.minutes, lanes * place, this.#costs, lanes * node[arc], minutes[arc]);
  }
}

/** Take over the times of one row, so many minutes on, where they are less. */
function shorten(to: Float64Array, at: number, from: Float64Array, start: number, minutes: number): void {
  for (let lane = 0; lane < lanes; lane++) {
    const sum = from[start + lane] + minutes;
    if (sum < to[at + lane]) to[at + lane] = sum;
  }
}

function leastOf(costs: Float64Array, row: number): number {
  let least = Infinity;
  for (let lane = 0; lane < lanes; lane++) if (costs[row + lane] < least) least = costs[row + lane];
  return least;
}
