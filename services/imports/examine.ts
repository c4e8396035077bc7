import type { Geometry, Position } from 'geojson';
import type { GeometryKind } from '../../layers/declaration/layer.ts';
import { guessMistake, isInUse, type Crs } from './crs.ts';
import { Rejection } from './reasons.ts';
import { toWkb, wkbTypes, type Loadable } from './wkb.ts';

/** A geometry with more vertices is refused: to check and cut it would hold up everything else for minutes. */
export const vertexLimit = 1_000_000;

/** A ring whose ends are nearer than this is closed, and said so; 1e-7° is about the same. */
const closingDistance = { metre: 0.01, degree: 1e-7 };

const accepted: Record<GeometryKind, readonly (keyof typeof wkbTypes)[]> = {
  point: ['Point', 'MultiPoint'],
  line: ['LineString', 'MultiLineString'],
  polygon: ['Polygon', 'MultiPolygon'],
  any: ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
};

export interface Examined {
  /** Well-known binary in the CRS of the source, two dimensions. */
  wkb: Buffer;
  bounds: Bounds;
  vertices: number;
  /** The source gave heights, which are left out. */
  hasHeights: boolean;
  /** A ring with a gap within `closingDistance` was closed. */
  closed: boolean;
}

/** JSON may hold anything where its type says a list. */
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export type Bounds = [west: number, south: number, east: number, north: number];

/**
 * Look at a geometry as it came: its type, its numbers, its rings and where it is. What needs topology (crossing
 * borders, holes outside) is the database's part.
 * @throws Rejection
 */
export function examine(geometry: Geometry, kind: GeometryKind, crs: Crs): Examined {
  if (!(geometry.type in wkbTypes) || !accepted[kind].includes((geometry as Loadable).type))
    throw new Rejection('wrong-type', { type: String(geometry.type), wanted: kind });
  const loadable = geometry as Loadable;
  if (!isList(loadable.coordinates)) throw new Rejection('unreadable', { what: 'coordinates' });
  const examiner = new Examiner(crs);
  examiner.look(loadable);
  if (examiner.vertices === 0) throw new Rejection('empty-geometry', {});
  examiner.checkPlace();
  const { bounds, vertices, hasHeights, closed } = examiner;
  return { wkb: toWkb(loadable), bounds, vertices, hasHeights, closed };
}

class Examiner {
  readonly bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  vertices = 0;
  hasHeights = false;
  closed = false;
  readonly #crs: Crs;
  #first: [number, number] | null = null;

  constructor(crs: Crs) {
    this.#crs = crs;
  }

  look(geometry: Loadable): void {
    switch (geometry.type) {
      case 'Point':
        if (geometry.coordinates.length > 0) this.#position(geometry.coordinates);
        return;
      case 'MultiPoint':
        return this.#list(geometry.coordinates, (part) => this.#position(part));
      case 'LineString':
        return this.#line(geometry.coordinates);
      case 'MultiLineString':
        return this.#list(geometry.coordinates, (part) => this.#line(part));
      case 'Polygon':
        return this.#list(geometry.coordinates, (part, ring) => this.#ring(part, ring));
      case 'MultiPolygon':
        return this.#list(geometry.coordinates, (part) => this.#list(part, (inner, ring) => this.#ring(inner, ring)));
    }
  }

  checkPlace(): void {
    const [west, south, east, north] = this.bounds;
    for (const [x, y] of [
      [west, south],
      [east, north],
    ] as const)
      if (!isInUse(this.#crs, x, y))
        throw new Rejection(guessMistake(this.#crs, x, y), { x, y, crs: this.#crs.epsg }, this.#first);
  }

  #list<Part>(parts: readonly Part[], each: (part: Part, index: number) => void): void {
    if (!isList(parts)) throw new Rejection('unreadable', { what: 'coordinates' }, this.#first);
    parts.forEach(each);
  }

  #position(position: Position): void {
    const [x, y] = isList(position) ? position : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      throw new Rejection('not-finite', { vertex: this.vertices }, this.#first);
    this.#first ??= [x, y];
    if (position.length > 2) this.hasHeights = true;
    const { bounds } = this;
    if (x < bounds[0]) bounds[0] = x;
    if (y < bounds[1]) bounds[1] = y;
    if (x > bounds[2]) bounds[2] = x;
    if (y > bounds[3]) bounds[3] = y;
    this.vertices += 1;
  }

  #positions(positions: readonly Position[]): void {
    if (!isList(positions)) throw new Rejection('unreadable', { what: 'coordinates' }, this.#first);
    const vertices = this.vertices + positions.length;
    if (vertices > vertexLimit) throw new Rejection('too-many-vertices', { vertices, limit: vertexLimit }, this.#first);
    for (const position of positions) this.#position(position);
  }

  #line(positions: readonly Position[]): void {
    this.#positions(positions);
    if (positions.length === 1) throw new Rejection('too-few-points', { part: 'line' }, this.#first);
  }

  #ring(positions: readonly Position[], index: number): void {
    this.#positions(positions);
    const [first, last] = [positions[0], positions.at(-1)];
    if (!first || !last) throw new Rejection('too-few-points', { part: 'ring' }, this.#first);
    const gap = Math.hypot((first[0] ?? 0) - (last[0] ?? 0), (first[1] ?? 0) - (last[1] ?? 0));
    const { unit } = this.#crs;
    if (gap > closingDistance[unit])
      throw new Rejection('ring-open', { ring: index, gap, unit }, [last[0] ?? 0, last[1] ?? 0]);
    if (positions.length < 4) throw new Rejection('too-few-points', { part: 'ring' }, this.#first);
    if (gap > 0) this.closed = true; // toWkb writes the first position for the last
  }
}
