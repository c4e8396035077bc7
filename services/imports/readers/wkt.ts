import type { Geometry, Position } from 'geojson';
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

const head = /\s*(?:SRID\s*=\s*\d+\s*;)?\s*([A-Z]+)\s*(ZM|Z|M)?\s*(EMPTY\s*$)?/iy;
const number = /\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[+-]?(?:nan|inf(?:inity)?))/iy;

/**
 * A geometry out of well-known text, with or without SRID, Z and M; in one pass, whatever its length.
 * @throws BadWkt for curves, broken or cut-off text
 */
export function fromWkt(text: string): Geometry {
  head.lastIndex = 0;
  const [whole, name = '', axes = '', empty] = head.exec(text) ?? [];
  const type = types.get(name.toUpperCase());
  if (whole === undefined || !type) throw new BadWkt(/curve|circular|surface/i.test(name) ? 'curve' : `wkt: ${name}`);
  if (empty !== undefined) return { type, coordinates: [] };
  const reader = new WktReader(text, whole.length, axes.toUpperCase() === 'M');
  const coordinates = type === 'Point' ? reader.point() : reader.list(levels[type], type === 'MultiPoint');
  reader.end();
  return { type, coordinates } as Geometry;
}

class WktReader {
  readonly #text: string;
  readonly #onlyMeasure: boolean;
  #at: number;

  constructor(text: string, at: number, onlyMeasure: boolean) {
    this.#text = text;
    this.#at = at;
    this.#onlyMeasure = onlyMeasure;
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
