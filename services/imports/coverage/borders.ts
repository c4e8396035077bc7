import { arcsOf, type Arcs } from './arcs.ts';
import type { Lines } from './lines.ts';
import type { Rings } from './rings.ts';

/** The step at which a vertex is left out that never is. */
export const never = 255;

/** The arcs of a coverage as lines of EPSG:3857, and how they are simplified there, step by step from near to far. */
export interface Borders extends Lines {
  rings: Rings;
  arcs: Arcs;
  /** Of each vertex, the step at which it is left out, from 0. */
  leftOutAt: Uint8Array;
  /** Of each arc, the steps that leave a vertex of it out: a bit each. */
  changesAt: Uint8Array;
  /** Of each arc, whether it keeps all its vertices. */
  isFixed: Uint8Array;
}

/**
 * @param project transforms the arcs
 * @param areSeamsFixed the rings are only some of the coverage's: what only one of them has may be another's, too, and
 * stays as it is
 */
export async function bordersOf(
  rings: Rings,
  project: (lines: Lines) => Promise<Lines>,
  areSeamsFixed: boolean,
): Promise<Borders> {
  const arcs = arcsOf(rings);
  const lines = await project(linesOf(rings, arcs));
  const isFixed = new Uint8Array(arcs.left.length);
  for (let arc = 0; arc < isFixed.length; arc += 1)
    for (const ring of [arcs.left[arc], arcs.right[arc]])
      if (ring < 0 ? areSeamsFixed : arcs.overlapping.has(rings.faceOf[ring])) isFixed[arc] = 1;
  const leftOutAt = new Uint8Array(lines.x.length).fill(never);
  return { rings, arcs, ...lines, leftOutAt, changesAt: new Uint8Array(arcs.left.length), isFixed };
}

function linesOf({ vertices }: Rings, { first, ids }: Arcs): Lines {
  const size = first[first.length - 1];
  const lines = { first: Int32Array.from(first), x: new Float64Array(size), y: new Float64Array(size) };
  for (let at = 0; at < size; at += 1) {
    lines.x[at] = vertices.x[ids[at]];
    lines.y[at] = vertices.y[ids[at]];
  }
  return lines;
}

/**
 * Go round a ring as it is after a step, −1 before the first: each vertex once.
 * @returns how many there are; fewer than three: the ring has shrunk to nothing
 */
export function goRound(borders: Borders, ring: number, step: number, visit: (x: number, y: number) => void): number {
  const { arcs, first, x, y, leftOutAt } = borders;
  let count = 0;
  for (let at = arcs.firstOfRing[ring]; at < arcs.firstOfRing[ring + 1]; at += 1) {
    const arc = arcs.ofRings[at] >> 1;
    const isAgainst = (arcs.ofRings[at] & 1) === 1;
    const vertices = first[arc + 1] - first[arc] - 1;
    const [start, way] = isAgainst ? [first[arc] + vertices, -1] : [first[arc], 1];
    for (let vertex = start, i = 0; i < vertices; i += 1, vertex += way)
      if (leftOutAt[vertex] > step) {
        visit(x[vertex], y[vertex]);
        count += 1;
      }
  }
  return count;
}

/** Area of a face as it is after a step, m² of EPSG:3857. */
export function areaOf(borders: Borders, face: number, step: number): number {
  const { firstRing, firstPart } = borders.rings;
  let twice = 0;
  for (let ring = firstRing[firstPart[face]]; ring < firstRing[firstPart[face + 1]]; ring += 1) {
    const xs: number[] = [];
    const ys: number[] = [];
    const count = goRound(borders, ring, step, (x, y) => void (xs.push(x), ys.push(y)));
    for (let i = 1; i + 1 < count; i += 1)
      twice += (xs[i] - xs[0]) * (ys[i + 1] - ys[0]) - (xs[i + 1] - xs[0]) * (ys[i] - ys[0]);
  }
  return twice / 2;
}
