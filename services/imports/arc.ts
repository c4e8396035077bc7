import type { Position } from 'geojson';

/** How far the chords of a drawn arc may be from it: 5 mm; in degrees, as much at the equator. */
export const chordErrors = { metre: 0.005, degree: 0.005 / 111_320 } as const;

/** A circle in the plane. */
export interface Circle {
  x: number;
  y: number;
  radius: number;
}

/** Three positions nearer to a line than this share of their distance are taken as lying on it. */
const straight = 1e-9;
/** All arcs of a geometry together are never drawn with more points than this: what needs more is a slip or an attack. */
export const pointLimit = 1_000_000;

/** The arcs of a geometry cannot be drawn: they need more points than are kept of one. */
export class TooManyPoints extends Error {
  constructor() {
    super(`points: ${pointLimit}`);
  }
}

/** Draws the arcs of one geometry, and counts the points that it takes. */
export class ArcPen {
  /** How far chords may be from their arc. */
  readonly #error: number;
  #drawn = 0;

  constructor(unit: keyof typeof chordErrors) {
    this.#error = chordErrors[unit];
  }

  /** @see arcThrough @throws TooManyPoints */
  arc(a: Position, b: Position, c: Position): Position[] {
    return this.#count(arcThrough(a, b, c, this.#error));
  }

  /** @see circleRing @throws TooManyPoints */
  circle(circle: Circle): Position[] {
    return this.#count(circleRing(circle, this.#error));
  }

  /**
   * Arcs one after the other, each from where the last one ends (CIRCULARSTRING, gml:ArcString): three positions, or
   * two more for each.
   * @returns null when the count of positions does not fit
   * @throws TooManyPoints
   */
  arcString(positions: readonly Position[]): Position[] | null {
    if (positions.length < 3 || positions.length % 2 === 0) return null;
    const drawn: Position[] = [positions[0] ?? []];
    for (let at = 0; at + 2 < positions.length; at += 2) {
      const arc = this.arc(positions[at] ?? [], positions[at + 1] ?? [], positions[at + 2] ?? []);
      for (let next = 1; next < arc.length; next += 1) drawn.push(arc[next] ?? []);
    }
    return drawn;
  }

  /** Positions that are kept as they are count, too. @throws TooManyPoints */
  #count(positions: Position[]): Position[] {
    this.#drawn += positions.length;
    if (this.#drawn > pointLimit) throw new TooManyPoints();
    return positions;
  }
}

/** The circle through three positions; null when they lie on a line. */
export function circleThrough(a: Position, b: Position, c: Position): Circle | null {
  const [ax, ay] = [a[0] ?? NaN, a[1] ?? NaN];
  // Relative to the first: coordinates of millions of metres would lose the digits that count.
  const [bx, by, cx, cy] = [(b[0] ?? NaN) - ax, (b[1] ?? NaN) - ay, (c[0] ?? NaN) - ax, (c[1] ?? NaN) - ay];
  const cross = 2 * (bx * cy - by * cx);
  const size = Math.max(bx * bx + by * by, cx * cx + cy * cy);
  if (!(Math.abs(cross) > straight * size)) return null;
  const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
  const x = (cy * b2 - by * c2) / cross;
  const y = (bx * c2 - cx * b2) / cross;
  return { x: ax + x, y: ay + y, radius: Math.hypot(x, y) };
}

/**
 * An arc through three positions as a line whose chords are at most `error` from it. It begins and ends with exactly
 * the given ends and passes the given middle. Heights are kept at the three, and interpolated between.
 * When the first and the last are the same, the middle is opposite: a full circle (ISO 19107).
 * @param error in the unit of the positions
 * @throws TooManyPoints
 */
export function arcThrough(a: Position, b: Position, c: Position, error: number): Position[] {
  const isFull = a[0] === c[0] && a[1] === c[1];
  const circle = isFull ? between(a, b) : circleThrough(a, b, c);
  if (!circle) return isFull || !(isSame(a, b) || isSame(b, c)) ? [a, b, c] : [a, c];
  const angle = ([x = NaN, y = NaN]: Position) => Math.atan2(y - circle.y, x - circle.x);
  const [from, over, to] = [angle(a), angle(b), angle(c)];
  const turn = 2 * Math.PI;
  const ahead = (start: number, end: number) => (((end - start) % turn) + turn) % turn;
  const isLeft = isFull || ahead(from, over) <= ahead(from, to);
  const sweep = (start: number, end: number) => (isLeft ? ahead(start, end) : -ahead(end, start));
  return [
    a,
    ...inside(circle, a, b, from, sweep(from, over), error),
    b,
    ...inside(circle, b, c, over, sweep(over, to), error),
    c,
  ];
}

/**
 * A full circle as a ring, counter-clockwise from its east.
 * @param error in the unit of the circle
 * @throws TooManyPoints
 */
export function circleRing(circle: Circle, error: number): Position[] {
  const east = [circle.x + circle.radius, circle.y];
  return arcThrough(east, [circle.x - circle.radius, circle.y], east, error);
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

function between([ax = NaN, ay = NaN]: Position, [bx = NaN, by = NaN]: Position): Circle | null {
  const radius = Math.hypot(bx - ax, by - ay) / 2;
  return radius > 0 ? { x: (ax + bx) / 2, y: (ay + by) / 2, radius } : null;
}

function inside(circle: Circle, a: Position, b: Position, from: number, sweep: number, error: number): Position[] {
  // The sagitta r(1 - cos(step / 2)) = 2r sin²(step / 4) is the error; the sine keeps its digits where r is large.
  const step = 4 * Math.asin(Math.sqrt(Math.min(error / (2 * circle.radius), 0.5)));
  const count = Math.max(Math.ceil(Math.abs(sweep) / step), 1);
  if (count > pointLimit) throw new TooManyPoints();
  const [heightA, heightB] = [a[2], b[2]];
  return Array.from({ length: count - 1 }, (_, index) => {
    const share = (index + 1) / count;
    const angle = from + sweep * share;
    const position = [circle.x + circle.radius * Math.cos(angle), circle.y + circle.radius * Math.sin(angle)];
    if (heightA !== undefined && heightB !== undefined) position.push(heightA + (heightB - heightA) * share);
    return position;
  });
}
