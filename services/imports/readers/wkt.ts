import type { Geometry, Position } from 'geojson';
import { ArcPen, pointLimit, TooManyPoints } from '../arc.ts';
import { wkbTypes } from '../wkb.ts';

/** A well-known text that cannot be read; the message is a code of the texts, a colon, details. */
export class BadWkt extends Error {}

const types = new Map(Object.keys(wkbTypes).map((name) => [name.toUpperCase(), name as keyof typeof wkbTypes]));
const levels: Record<keyof typeof wkbTypes, number> = {
  Point: 0,
  LineString: 1,
  MultiPoint: 1,
  Polygon: 2,
  MultiLineString: 2,
  MultiPolygon: 3,
};

/** Kinds that have arcs, or are made of parts that may have; drawn as what they are without them. */
const curvedTypes = {
  CIRCULARSTRING: 'LineString',
  COMPOUNDCURVE: 'LineString',
  CURVEPOLYGON: 'Polygon',
  MULTICURVE: 'MultiLineString',
  MULTISURFACE: 'MultiPolygon',
} as const;
type Curved = keyof typeof curvedTypes;

const head = /\s*(?:SRID\s*=\s*\d+\s*;)?\s*([A-Z]+)\s*(ZM|Z|M)?\s*(EMPTY\s*$)?/iy;
/** What a part of a curved geometry is, where it says so. */
const partHead = /\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(?=\()/iy;
const number = /\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]?(?:nan|inf(?:inity)?))/iy;

/**
 * A geometry out of well-known text, with or without SRID, Z and M; in one pass, whatever its length. Arcs are drawn
 * as lines.
 * @param unit of the CRS, for how finely arcs are drawn
 * @throws BadWkt for broken or cut-off text, and for more positions than are kept of one geometry
 */
export function fromWkt(text: string, unit: 'metre' | 'degree' = 'metre'): Geometry {
  head.lastIndex = 0;
  const [whole, name = '', axes = '', empty] = head.exec(text) ?? [];
  const kind = name.toUpperCase();
  const curved = kind in curvedTypes ? (kind as Curved) : undefined;
  const type = curved ? curvedTypes[curved] : types.get(kind);
  if (whole === undefined || !type) throw new BadWkt(`wkt: ${name}`);
  if (empty !== undefined) return { type, coordinates: [] };
  const reader = new WktReader(text, whole.length, axes.toUpperCase() === 'M', new ArcPen(unit));
  try {
    const geometry = curved ? reader.curved(curved) : reader.plain(type);
    reader.end();
    return geometry;
  } catch (error) {
    throw error instanceof TooManyPoints ? new BadWkt(error.message) : error;
  }
}

class WktReader {
  readonly #text: string;
  readonly #onlyMeasure: boolean;
  readonly #pen: ArcPen;
  #at: number;
  #positions = 0;

  constructor(text: string, at: number, onlyMeasure: boolean, pen: ArcPen) {
    this.#text = text;
    this.#at = at;
    this.#onlyMeasure = onlyMeasure;
    this.#pen = pen;
  }

  plain(type: keyof typeof wkbTypes): Geometry {
    const coordinates = type === 'Point' ? this.point() : this.list(levels[type], type === 'MultiPoint');
    return { type, coordinates } as Geometry;
  }

  curved(kind: Curved): Geometry {
    switch (kind) {
      case 'CIRCULARSTRING':
      case 'COMPOUNDCURVE':
        return { type: 'LineString', coordinates: this.#curve(kind) };
      case 'CURVEPOLYGON':
        return { type: 'Polygon', coordinates: this.#parts((name) => this.#curve(name)) };
      case 'MULTICURVE':
        return { type: 'MultiLineString', coordinates: this.#parts((name) => this.#curve(name)) };
      case 'MULTISURFACE':
        return { type: 'MultiPolygon', coordinates: this.#parts((name) => this.#surface(name)) };
    }
  }

  /** @param name '' for one that is written without: then it has no arcs */
  #curve(name: string): Position[] {
    if (name === 'COMPOUNDCURVE')
      return this.#parts((part) => (part === name ? this.#no(part) : this.#curve(part))).flatMap((line, at) =>
        at === 0 ? line : line.slice(1),
      );
    if (name !== '' && name !== 'LINESTRING' && name !== 'CIRCULARSTRING') return this.#no(name);
    const positions = this.list(1, false) as Position[];
    if (name !== 'CIRCULARSTRING') return positions;
    const line = this.#pen.arcString(positions);
    if (!line) throw new BadWkt(`arc: ${positions.length}`);
    return line;
  }

  #surface(name: string): Position[][] {
    if (name === 'CURVEPOLYGON') return this.#parts((part) => this.#curve(part));
    return name === '' || name === 'POLYGON' ? (this.list(2, false) as Position[][]) : this.#no(name);
  }

  #parts<Part>(read: (name: string) => Part): Part[] {
    const parts: Part[] = [];
    this.#expect('(');
    do {
      partHead.lastIndex = this.#at;
      const found = partHead.exec(this.#text);
      if (found) this.#at = partHead.lastIndex;
      parts.push(read(found?.[1]?.toUpperCase() ?? ''));
    } while (this.#take(','));
    this.#expect(')');
    return parts;
  }

  #no(name: string): never {
    throw new BadWkt(`wkt: ${name}`);
  }

  point(): Position {
    this.#expect('(');
    const position = this.#position();
    this.#expect(')');
    return position;
  }

  /** @param level 1: a list of positions, 2: of lists, 3: of lists of lists */
  list(level: number, ofPoints: boolean): unknown[] {
    const items: unknown[] = [];
    this.#expect('(');
    do {
      if (level > 1) items.push(this.list(level - 1, ofPoints));
      else items.push(ofPoints && this.#peek() === '(' ? this.point() : this.#position());
    } while (this.#take(','));
    this.#expect(')');
    return items;
  }

  end(): void {
    if (this.#peek() !== '') throw this.#wrong();
  }

  #position(): Position {
    this.#positions += 1;
    if (this.#positions > pointLimit) throw new TooManyPoints();
    const numbers: number[] = [];
    for (let found = this.#number(); found !== null; found = this.#number()) numbers.push(found);
    if (numbers.length < 2 || numbers.length > 4) throw this.#wrong();
    return this.#onlyMeasure ? numbers.slice(0, 2) : numbers.slice(0, 3);
  }

  #number(): number | null {
    number.lastIndex = this.#at;
    const found = number.exec(this.#text);
    if (!found) return null;
    this.#at = number.lastIndex;
    const value = Number(found[1]);
    return Number.isFinite(value) ? value : NaN;
  }

  #peek(): string {
    while (this.#text.charCodeAt(this.#at) <= 0x20) this.#at += 1;
    return this.#text.charAt(this.#at);
  }

  #take(sign: string): boolean {
    if (this.#peek() !== sign) return false;
    this.#at += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#wrong();
  }

  #wrong(): BadWkt {
    return new BadWkt(`wkt: …${this.#text.slice(this.#at, this.#at + 20)}`);
  }
}
