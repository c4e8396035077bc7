import { Heap } from '../../centrality/graph/heap.ts';
import { mostVertices } from './arcs.ts';
import { areaOf, never, type Borders } from './borders.ts';
import { VertexGrid } from './vertex-grid.ts';

/**
 * Simplifies the borders of a coverage for all faces at once, by Visvalingam and Whyatt: the vertex goes whose triangle
 * with its neighbours is smallest. It goes only when no other vertex lies in that triangle, so that no line comes to
 * cross another: what fitted together before does after, and every face stays valid.
 */
export class Simplifier {
  readonly #borders: Borders;
  /** Of each vertex: the arc, the vertices before and after, and the least area at which it may go. */
  readonly #arcOf: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #area: Float64Array;
  /** Of each arc, how many vertices between its ends are left, and whether it ends where it begins. */
  readonly #between: Int32Array;
  readonly #isClosed: Uint8Array;
  /** Ends of arcs that have nothing between. */
  readonly #straight = new Set<number>();
  /** Of each face, how many shells are left. */
  readonly #shells: Int32Array;
  readonly #isShell: Uint8Array;

  constructor(borders: Borders) {
    this.#borders = borders;
    const { rings, arcs, first, x, isFixed } = borders;
    this.#arcOf = new Int32Array(x.length);
    this.#before = new Int32Array(x.length);
    this.#after = new Int32Array(x.length);
    this.#area = new Float64Array(x.length).fill(Infinity);
    this.#between = new Int32Array(first.length - 1);
    this.#isClosed = new Uint8Array(first.length - 1);
    for (let arc = 0; arc + 1 < first.length; arc += 1) {
      this.#isClosed[arc] = Number(arcs.ids[arcs.first[arc]] === arcs.ids[arcs.first[arc + 1] - 1]);
      this.#between[arc] = first[arc + 1] - first[arc] - 2;
      if (this.#between[arc] === 0) this.#straight.add(this.#endsOf(arc));
      for (let vertex = first[arc]; vertex < first[arc + 1]; vertex += 1) {
        this.#arcOf[vertex] = arc;
        this.#before[vertex] = vertex - 1;
        this.#after[vertex] = vertex + 1;
        if (isFixed[arc] === 0 && vertex > first[arc] && vertex < first[arc + 1] - 1)
          this.#area[vertex] = this.#triangle(vertex);
      }
    }
    this.#shells = Int32Array.from(rings.fids.keys(), (face) => rings.firstPart[face + 1] - rings.firstPart[face]);
    this.#isShell = new Uint8Array(rings.faceOf.length);
    for (const ring of rings.firstRing.slice(0, -1)) this.#isShell[ring] = 1;
  }

  /**
   * Leave out, in one step more, every vertex whose triangle is smaller than half a pixel squared. A face below that
   * may shrink to nothing, unless all must be kept; the last part of a larger one never.
   * @param tolerance half a pixel, metres of EPSG:3857
   */
  draw(step: number, tolerance: number, keepAll: boolean): void {
    const { leftOutAt } = this.#borders;
    const limit = tolerance * tolerance;
    const grid = new VertexGrid(this.#borders);
    const queue = new Heap();
    let next: number[] = [];
    for (let vertex = 0; vertex < leftOutAt.length; vertex += 1) if (this.#area[vertex] < limit) next.push(vertex);
    for (let anyWent = true; anyWent;) {
      anyWent = false;
      for (const vertex of next) if (leftOutAt[vertex] === never) queue.push(this.#area[vertex], vertex);
      next = []; // what is in their way may go later
      while (queue.size > 0) {
        const area = queue.least;
        const vertex = queue.pop();
        if (leftOutAt[vertex] !== never || area !== this.#area[vertex]) continue;
        const before = this.#before[vertex];
        const after = this.#after[vertex];
        if (grid.isInside(before, vertex, after) || !this.#mayGo(vertex, step, limit, keepAll)) {
          next.push(vertex);
          continue;
        }
        anyWent = true;
        this.#leaveOut(vertex, step);
        this.#weigh(before, area, limit, queue);
        this.#weigh(after, area, limit, queue);
      }
    }
  }

  /** What a vertex takes with it, now that one beside it is gone. */
  #weigh(vertex: number, least: number, limit: number, queue: Heap): void {
    if (this.#borders.leftOutAt[vertex] !== never || this.#area[vertex] === Infinity) return;
    const area = Math.max(least, this.#triangle(vertex));
    this.#area[vertex] = area;
    if (area < limit) queue.push(area, vertex);
  }

  #leaveOut(vertex: number, step: number): void {
    const arc = this.#arcOf[vertex];
    const before = this.#before[vertex];
    const after = this.#after[vertex];
    this.#borders.leftOutAt[vertex] = step;
    this.#borders.changesAt[arc] |= 1 << step;
    this.#after[before] = after;
    this.#before[after] = before;
    this.#between[arc] -= 1;
    if (this.#between[arc] === 0) this.#straight.add(this.#endsOf(arc));
    // A line back to where it began, with one vertex between, is none.
    if (this.#between[arc] === 1 && this.#isClosed[arc] === 1)
      this.#leaveOut(this.#area[before] < Infinity ? before : after, step);
  }

  /** Whether what shrinks to nothing with a vertex may; most of the time nothing does. */
  #mayGo(vertex: number, step: number, limit: number, keepAll: boolean): boolean {
    const arc = this.#arcOf[vertex];
    const isClosed = this.#isClosed[arc] === 1;
    if (this.#between[arc] > (isClosed ? 2 : 1)) return true;
    const { arcs, rings } = this.#borders;
    const going = [arcs.left[arc], arcs.right[arc]].filter((ring) => ring >= 0 && this.#isAllOf(ring, arc));
    // Two lines in the same place, and what they lead round is more than nothing or not known.
    if (!isClosed && going.length === 0 && this.#straight.has(this.#endsOf(arc))) return false;
    const shells = going.filter((ring) => this.#isShell[ring] === 1).map((ring) => rings.faceOf[ring]);
    const mayVanish = (face: number) =>
      this.#shells[face] > 1 || (!keepAll && areaOf(this.#borders, face, step - 1) <= limit);
    if (!shells.every(mayVanish)) return false;
    for (const face of shells) this.#shells[face] -= 1;
    return true;
  }

  /** Whether a ring shrinks to nothing when an arc becomes straight. */
  #isAllOf(ring: number, arc: number): boolean {
    const { firstOfRing, ofRings } = this.#borders.arcs;
    if (firstOfRing[ring + 1] - firstOfRing[ring] > 2) return false;
    const around = ofRings.slice(firstOfRing[ring], firstOfRing[ring + 1]);
    return around.every((signed) => signed >> 1 === arc || this.#between[signed >> 1] === 0);
  }

  #endsOf(arc: number): number {
    const { first, ids } = this.#borders.arcs;
    const [a, b] = [ids[first[arc]], ids[first[arc + 1] - 1]];
    return Math.min(a, b) * mostVertices + Math.max(a, b);
  }

  #triangle(vertex: number): number {
    const { x, y } = this.#borders;
    const before = this.#before[vertex];
    const after = this.#after[vertex];
    const dx = x[vertex] - x[before];
    const dy = y[vertex] - y[before];
    return Math.abs(dx * (y[after] - y[before]) - (x[after] - x[before]) * dy) / 2;
  }
}
