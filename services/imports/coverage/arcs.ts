import type { Rings } from './rings.ts';

/** Vertices that can be told apart in the key of a pair of them. */
export const mostVertices = 2 ** 26;

/** The borders of a coverage: each line between two junctions once, for the faces on both sides. */
export interface Arcs {
  /** Of each arc, its first place in `ids`; one more than there are arcs. */
  first: number[];
  /** Vertices of all arcs, arc after arc, both ends included. */
  ids: Int32Array;
  /** The ring that has the arc's left side inside, and the one that has its right; −1: none has. */
  left: number[];
  right: number[];
  /** Of each ring, its first place in `ofRings`; one more than there are rings. */
  firstOfRing: number[];
  /** Arcs of all rings in their order: 2 × number of the arc, + 1 where the ring runs against it. */
  ofRings: number[];
  /** Faces that lie on another one: an arc has two of them on the same side. */
  overlapping: Set<number>;
}

/**
 * Part the rings of a coverage into arcs. A junction is a vertex that rings reach or leave by different neighbours.
 * A ring without junction is one arc, from its lowest vertex; every arc runs one way, whichever ring it is found by.
 */
export function arcsOf(rings: Rings): Arcs {
  const isJunction = junctionsOf(rings);
  const finder = new ArcFinder(rings);
  for (let ring = 0; ring < rings.faceOf.length; ring += 1) {
    const ids = rings.ids.subarray(rings.first[ring], rings.first[ring + 1]);
    const start = startOf(ids, isJunction);
    for (let from = 0; from < ids.length;) {
      let to = from + 1;
      while (to < ids.length && isJunction[ids[(start + to) % ids.length]] === 0) to += 1;
      finder.take(ring, ids, start + from, start + to);
      from = to;
    }
    finder.arcs.firstOfRing.push(finder.arcs.ofRings.length);
  }
  return finder.arcs;
}

class ArcFinder {
  readonly arcs: Arcs;
  readonly #faceOf: readonly number[];
  readonly #known = new Map<number, number>();

  constructor({ ids, faceOf }: Rings) {
    this.#faceOf = faceOf;
    // Each arc holds its last vertex once more than its rings do.
    this.arcs = {
      ...{ first: [0], ids: new Int32Array(2 * ids.length), left: [], right: [], firstOfRing: [0], ofRings: [] },
      overlapping: new Set(),
    };
  }

  /** The arc of a ring from one place in it to another, both counted on beyond its end. */
  take(ring: number, ids: Int32Array, from: number, to: number): void {
    const { arcs } = this;
    const length = ids.length;
    const [start, second] = [ids[from % length], ids[(from + 1) % length]];
    const [last, lastBut] = [ids[to % length], ids[(to - 1) % length]];
    const against = start === last ? second > lastBut : start > last;
    const key = against ? last * mostVertices + lastBut : start * mostVertices + second;
    let arc = this.#known.get(key);
    if (arc === undefined) {
      arc = arcs.left.length;
      this.#known.set(key, arc);
      let end = arcs.first[arc];
      for (let i = 0; i <= to - from; i += 1) arcs.ids[end++] = ids[(against ? to - i : from + i) % length];
      arcs.first.push(end);
      arcs.left.push(-1);
      arcs.right.push(-1);
    }
    const side = against ? arcs.right : arcs.left;
    if (side[arc] >= 0) for (const one of [ring, side[arc]]) arcs.overlapping.add(this.#faceOf[one]);
    side[arc] = ring;
    arcs.ofRings.push(2 * arc + Number(against));
  }
}

/** Where to begin with a ring: at a junction, else at its lowest vertex. */
function startOf(ids: Int32Array, isJunction: Uint8Array): number {
  let lowest = 0;
  for (let i = 0; i < ids.length; i += 1) {
    if (isJunction[ids[i]] === 1) return i;
    if (ids[i] < ids[lowest]) lowest = i;
  }
  return lowest;
}

function junctionsOf({ ids, first, vertices, faceOf }: Rings): Uint8Array {
  const isJunction = new Uint8Array(vertices.size);
  const neighbours = new Int32Array(2 * vertices.size).fill(-1);
  for (let ring = 0; ring < faceOf.length; ring += 1) {
    const [from, to] = [first[ring], first[ring + 1]];
    for (let at = from; at < to; at += 1) {
      const before = ids[at === from ? to - 1 : at - 1];
      const after = ids[at + 1 === to ? from : at + 1];
      const lower = before < after ? before : after;
      const higher = before < after ? after : before;
      const place = 2 * ids[at];
      if (neighbours[place] < 0) {
        neighbours[place] = lower;
        neighbours[place + 1] = higher;
      } else if (neighbours[place] !== lower || neighbours[place + 1] !== higher) isJunction[ids[at]] = 1;
    }
  }
  return isJunction;
}
