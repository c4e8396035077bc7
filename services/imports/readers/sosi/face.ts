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

/** Ends of curves that are nearer to each other than this meet, in the unit of the CRS (metres). */
const meeting = 0.01;

/**
 * The references of a face.
 * @throws BadSosi
 */
export function bordersOf(text: string): Borders {
  const borders: Borders = { outer: [], islands: [] };
  let into = borders.outer;
  const rest = text.replace(/[()]|:\s*(-?)(\d+)/g, (sign, minus: string | undefined, number: string | undefined) => {
    if (sign === '(') borders.islands.push((into = []));
    else if (sign === ')') into = borders.outer;
    else into.push({ number: Number(number), reversed: minus === '-' });
    return ' ';
  });
  if (rest.trim() !== '') throw new BadSosi(`sosi-reference: ${rest.trim().slice(0, 30)}`);
  return borders;
}

/**
 * A face out of its curves, each in the direction in which it was referred to. Curves that stand in another order or
 * direction are put right; several rings outside of parentheses are nested by where they lie.
 * @throws BadSosi when the curves do not close
 */
export function faceOf(outer: readonly Position[][], islands: readonly Position[][][]): Polygon | MultiPolygon {
  const holes = islands.flatMap((curves) => ringsOf(curves));
  const rings = ringsOf(outer);
  const [only, ...others] = rings;
  if (!only) throw new BadSosi('sosi-no-border');
  if (others.length === 0) return { type: 'Polygon', coordinates: [only, ...holes] };
  const polygons = nested([...rings, ...holes]);
  const [single] = polygons;
  return polygons.length === 1 && single
    ? { type: 'Polygon', coordinates: single }
    : { type: 'MultiPolygon', coordinates: polygons };
}

/** Joins curves end to end into closed rings. */
function ringsOf(curves: readonly Position[][]): Position[][] {
  const left = new CurvesByEnd(curves);
  const rings: Position[][] = [];
  for (let ring = left.next(); ring; ring = left.next()) {
    while (!isClosed(ring)) {
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
  readonly #ends = new Map<string, number[]>();
  #first = 0;

  constructor(curves: readonly Position[][]) {
    this.#curves = curves.filter(({ length }) => length > 0);
    this.#curves.forEach((curve, at) => {
      for (const end of [curve?.[0], curve?.at(-1)]) if (end) this.#note(place(end), at);
    });
  }

  /** A copy of the next curve in order. */
  next(): Position[] | null {
    while (this.#first < this.#curves.length && !this.#curves[this.#first]) this.#first += 1;
    return this.#first < this.#curves.length ? [...this.#take(this.#first)] : null;
  }

  from(end: Position): Position[] | null {
    const here = this.#ends.get(place(end))?.filter((at) => this.#curves[at]) ?? [];
    const at = here.find((each) => isSame(this.#curves[each]?.[0], end)) ?? here[0] ?? this.#near(end) ?? undefined;
    if (at === undefined) return null;
    const curve = this.#take(at);
    return distance(curve[0], end) <= distance(curve.at(-1), end) ? curve : [...curve].reverse();
  }

  /** The next in order, if it begins or ends near enough: some programs round the ends of curves apart. */
  #near(end: Position): number | null {
    const at = this.#curves.findIndex((curve, index) => index >= this.#first && curve !== null);
    const curve = this.#curves[at];
    return curve && Math.min(distance(curve[0], end), distance(curve.at(-1), end)) <= meeting ? at : null;
  }

  #take(at: number): Position[] {
    const curve = this.#curves[at] ?? [];
    this.#curves[at] = null;
    return curve;
  }

  #note(key: string, at: number): void {
    const known = this.#ends.get(key);
    if (known) known.push(at);
    else this.#ends.set(key, [at]);
  }
}

/** Rings as polygons: one that lies in another is its hole, one in a hole is a polygon again. */
function nested(rings: readonly Position[][]): Position[][][] {
  const sorted = rings.map((ring) => ({ ring, size: Math.abs(area(ring)), depth: 0, polygon: [ring] }));
  sorted.sort((a, b) => b.size - a.size);
  const polygons: Position[][][] = [];
  sorted.forEach((inner, at) => {
    const around = sorted.slice(0, at).filter(({ ring }) => holds(ring, inner.ring[0]));
    const nearest = around.at(-1);
    inner.depth = around.length;
    if (inner.depth % 2 === 1 && nearest) nearest.polygon.push(inner.ring);
    else polygons.push(inner.polygon);
  });
  return polygons;
}

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
const isClosed = (curve: readonly Position[]): boolean =>
  curve.length > 2 && distance(curve[0], curve.at(-1)) <= meeting;
const distance = ([ax = NaN, ay = NaN]: Position = [], [bx = NaN, by = NaN]: Position = []): number =>
  Math.hypot(ax - bx, ay - by);
const isSame = (a: Position = [], b: Position = []): boolean => a[0] === b[0] && a[1] === b[1];
const place = ([x, y]: Position): string => `${x}, ${y}`;
