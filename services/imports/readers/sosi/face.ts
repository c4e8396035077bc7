import type { MultiPolygon, Polygon, Position } from 'geojson';
import { BadSosi } from './tree.ts';

/** A curve that a face is made of; `reversed` when it runs against the face's border. */
export interface Reference {
  number: number;
  reversed: boolean;
}

/** What a face refers to (`..REF :1 :-2 (:3 :-4)`): its border, and its islands, which stand in parentheses. */
export interface Borders {
  outer: Reference[];
  islands: Reference[][];
}

/** Ends of curves that are nearer to each other than this meet: 1 cm, as borders are closed, and what a difference of doubles adds. */
const meetings = { metre: 0.010_000_1, degree: 1e-7 } as const;

/** With more, to see which lies in which would take minutes. Islands in parentheses are counted only beside several. */
const ringLimit = 5000;

/**
 * The references of a face.
 * @throws BadSosi
 */
export function bordersOf(text: string): Borders {
  const borders: Borders = { outer: [], islands: [] };
  let into = borders.outer;
  let at = 0;
  for (const { index, 0: sign, 1: minus, 2: number } of text.matchAll(/[()]|:\s*(-?)(\d+)/g)) {
    refuse(text.slice(at, index));
    at = index + sign.length;
    if (sign === '(') borders.islands.push((into = []));
    else if (sign === ')') into = borders.outer;
    else into.push({ number: Number(number), reversed: minus === '-' });
  }
  refuse(text.slice(at));
  return borders;
}

function refuse(between: string): void {
  if (between.trim() !== '') throw new BadSosi(`sosi-reference: ${between.trim().slice(0, 30)}`);
}

/**
 * A face out of its curves, each in the direction in which it was referred to. Curves that stand in another order or
 * direction are put right; several rings outside of parentheses are nested by where they lie.
 * @throws BadSosi when the curves do not close
 */
export function faceOf(
  outer: readonly Position[][],
  islands: readonly Position[][][],
  unit: keyof typeof meetings,
): Polygon | MultiPolygon {
  const holes = islands.flatMap((curves) => ringsOf(curves, meetings[unit]));
  const rings = ringsOf(outer, meetings[unit]);
  const [only, ...others] = rings;
  if (!only) throw new BadSosi('sosi-no-border');
  if (others.length === 0) return { type: 'Polygon', coordinates: [only, ...holes] };
  if (rings.length + holes.length > ringLimit) throw new BadSosi(`sosi-rings: ${rings.length + holes.length}`);
  const polygons = nested([...rings, ...holes]);
  const [single] = polygons;
  return polygons.length === 1 && single
    ? { type: 'Polygon', coordinates: single }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Joins curves end to end into closed rings. */
function ringsOf(curves: readonly Position[][], meeting: number): Position[][] {
  const left = new CurvesByEnd(curves, meeting);
  const rings: Position[][] = [];
  for (let ring = left.next(); ring; ring = left.next()) {
    while (!isClosed(ring, meeting)) {
      const following = left.from(endOf(ring));
      if (!following) throw new BadSosi(`sosi-gap: ${place(endOf(ring))}`);
      for (let at = 1; at < following.length; at += 1) ring.push(following[at] ?? []);
    }
    rings.push(ring);
  }
  return rings;
}

/** Curves that are still to be used: the next in order, and the one that begins (or ends) at a position. */
class CurvesByEnd {
  readonly #curves: (Position[] | null)[];
  readonly #meeting: number;
  /** Numbers of the curves that begin, and that end, at a position; the next in order is the last of its list. */
  readonly #begins = new Map<string, number[]>();
  readonly #ends = new Map<string, number[]>();
  #first = 0;

  constructor(curves: readonly Position[][], meeting: number) {
    this.#curves = curves.filter(({ length }) => length > 0);
    this.#meeting = meeting;
    for (let at = this.#curves.length - 1; at >= 0; at -= 1) {
      const curve = this.#curves[at] ?? [];
      note(this.#begins, curve[0], at);
      note(this.#ends, curve.at(-1), at);
    }
  }

  /** A copy of the next curve in order. */
  next(): Position[] | null {
    const at = this.#nextInOrder();
    return at === null ? null : [...this.#take(at)];
  }

  from(end: Position): Position[] | null {
    const at = this.#left(this.#begins, end) ?? this.#left(this.#ends, end) ?? this.#near(end);
    if (at === null) return null;
    const curve = this.#take(at);
    return distance(curve[0], end) <= distance(curve.at(-1), end) ? curve : [...curve].reverse();
  }

  /** The first of those at a position that is not used. */
  #left(by: ReadonlyMap<string, number[]>, end: Position): number | null {
    const here = by.get(place(end)) ?? [];
    for (let at = here.at(-1); at !== undefined; at = here.at(-1)) {
      if (this.#curves[at]) return at;
      here.pop();
    }
    return null;
  }

  /** The next in order, if it begins or ends near enough: some programs round the ends of curves apart. */
  #near(end: Position): number | null {
    const at = this.#nextInOrder();
    const curve = at === null ? null : this.#curves[at];
    const gap = curve ? Math.min(distance(curve[0], end), distance(curve.at(-1), end)) : Infinity;
    return gap <= this.#meeting ? at : null;
  }

  #nextInOrder(): number | null {
    while (this.#first < this.#curves.length && !this.#curves[this.#first]) this.#first += 1;
    return this.#first < this.#curves.length ? this.#first : null;
  }

  #take(at: number): Position[] {
    const curve = this.#curves[at] ?? [];
    this.#curves[at] = null;
    return curve;
  }
}

function note(by: Map<string, number[]>, end: Position | undefined, at: number): void {
  if (!end) return;
  const known = by.get(place(end));
  if (known) known.push(at);
  else by.set(place(end), [at]);
}

/** Rings as polygons: one that lies in another is its hole, one in a hole is a polygon again. */
function nested(rings: readonly Position[][]): Position[][][] {
  const sorted = rings.map((ring) => ({ ring, size: Math.abs(area(ring)), bounds: boundsOf(ring), polygon: [ring] }));
  sorted.sort((a, b) => b.size - a.size);
  const polygons: Position[][][] = [];
  sorted.forEach((inner, at) => {
    const around = sorted
      .slice(0, at)
      .filter(({ ring, bounds }) => isWithin(bounds, inner.bounds) && holds(ring, inner.ring[0]));
    const nearest = around.at(-1);
    if (around.length % 2 === 1 && nearest) nearest.polygon.push(inner.ring);
    else polygons.push(inner.polygon);
  });
  return polygons;
}

type Bounds = [west: number, south: number, east: number, north: number];

function boundsOf(ring: readonly Position[]): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = NaN, y = NaN] of ring) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }
  return bounds;
}

const isWithin = (outer: Bounds, inner: Bounds): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

function area(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  return ring.reduce((sum, [x = NaN, y = NaN], at) => {
    const [nextX = NaN, nextY = NaN] = ring[(at + 1) % ring.length] ?? [];
    return sum + ((x - x0) * (nextY - y0) - (nextX - x0) * (y - y0)) / 2;
  }, 0);
}

/** Whether a position lies in a ring: a ray to the east crosses it an odd number of times. */
function holds(ring: readonly Position[], [x = NaN, y = NaN]: Position = []): boolean {
  let isInside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [ax = NaN, ay = NaN] = ring[at] ?? [];
    const [bx = NaN, by = NaN] = ring[before] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}

const endOf = (curve: readonly Position[]): Position => curve.at(-1) ?? [];
const isClosed = (curve: readonly Position[], meeting: number): boolean =>
  curve.length > 2 && distance(curve[0], curve.at(-1)) <= meeting;
const distance = ([ax = NaN, ay = NaN]: Position = [], [bx = NaN, by = NaN]: Position = []): number =>
  Math.hypot(ax - bx, ay - by);
const place = ([x, y]: Position): string => `${x}, ${y}`;
