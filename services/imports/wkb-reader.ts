import type { Geometry, Position } from 'geojson';
import { ArcPen, pointLimit, TooManyPoints } from './arc.ts';
import { wkbTypes } from './wkb.ts';

/** A well-known binary that cannot be read; the message is a code of the texts, a colon, details. */
export class BadWkb extends Error {}

const names = new Map<number, keyof typeof wkbTypes>(
  Object.entries(wkbTypes).map(([name, number]) => [number, name as keyof typeof wkbTypes]),
);
const collection = 7;
/** Kinds that have arcs, or are made of parts that may have; drawn as what they are without them. */
const curves = { circularString: 8, compoundCurve: 9, curvePolygon: 10, multiCurve: 11, multiSurface: 12 };
/** EWKB marks in the type: Z, M, SRID. */
const [zBit, mBit, sridBit] = [0x80000000, 0x40000000, 0x20000000];
const deepest = 8;

/**
 * A geometry out of well-known binary: OGC, ISO (types + 1000, 2000, 3000) and EWKB, either byte order.
 * Heights are kept as a third number, measures left out.
 * Arcs are drawn as lines.
 * @param unit of the CRS, for how finely arcs are drawn
 * @throws BadWkb for cut-off or wrong bytes, and for more positions than are kept of one geometry
 */
export function fromWkb(bytes: Uint8Array, unit: 'metre' | 'degree' = 'metre'): Geometry {
  try {
    return new WkbReader(bytes, new ArcPen(unit)).geometry(0);
  } catch (error) {
    if (error instanceof RangeError) throw new BadWkb('wkb: cut off');
    if (error instanceof TooManyPoints) throw new BadWkb(error.message);
    throw error;
  }
}

class WkbReader {
  readonly #view: DataView;
  #at = 0;
  #little = true;
  readonly #pen: ArcPen;
  #positions = 0;

  constructor(bytes: Uint8Array, pen: ArcPen) {
    this.#pen = pen;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(depth: number): Geometry {
    if (depth > deepest) throw new BadWkb('wkb: too deep');
    this.#little = this.#view.getUint8(this.#at) === 1;
    this.#at += 1;
    const type = this.#count();
    if (type & sridBit) this.#at += 4;
    const iso = type & 0x0fffffff;
    const hasZ = (type & zBit) !== 0 || (iso >= 1000 && iso < 2000) || iso >= 3000;
    const hasM = (type & mBit) !== 0 || iso >= 2000;
    const kind = iso % 1000;
    if (kind === collection)
      return { type: 'GeometryCollection', geometries: this.#list(() => this.geometry(depth + 1)) };
    const position = () => this.#position(hasZ, hasM);
    const positions = () => this.#list(position);
    const drawn = this.#curved(kind, positions, depth);
    if (drawn) return drawn;
    const name = names.get(kind);
    if (!name) throw new BadWkb(`wkb: type ${type}`);
    switch (name) {
      case 'Point':
        return { type: name, coordinates: pointOf(position()) };
      case 'LineString':
        return { type: name, coordinates: positions() };
      case 'Polygon':
        return { type: name, coordinates: this.#list(positions) };
      case 'MultiPoint':
      case 'MultiLineString':
      case 'MultiPolygon': {
        const parts = this.#list(() => this.geometry(depth + 1));
        return { type: name, coordinates: parts.map((part) => 'coordinates' in part && part.coordinates) } as Geometry;
      }
    }
  }

  #curved(kind: number, positions: () => Position[], depth: number): Geometry | null {
    const lines = () => this.#list(() => lineOf(this.geometry(depth + 1)));
    switch (kind) {
      case curves.circularString: {
        const found = positions();
        const line = found.length === 0 ? [] : this.#pen.arcString(found);
        if (!line) throw new BadWkb(`arc: ${found.length}`);
        return { type: 'LineString', coordinates: line };
      }
      case curves.compoundCurve:
        return { type: 'LineString', coordinates: lines().flatMap((line, at) => (at === 0 ? line : line.slice(1))) };
      case curves.curvePolygon:
        return { type: 'Polygon', coordinates: lines() };
      case curves.multiCurve:
        return { type: 'MultiLineString', coordinates: lines() };
      case curves.multiSurface:
        return { type: 'MultiPolygon', coordinates: this.#list(() => ringsOf(this.geometry(depth + 1))) };
      default:
        return null;
    }
  }

  #count(): number {
    const count = this.#view.getUint32(this.#at, this.#little);
    this.#at += 4;
    return count;
  }

  #list<Item>(read: () => Item): Item[] {
    const count = this.#count();
    // Each item has at least four bytes: a count that cannot be is not made room for.
    if (count * 4 > this.#view.byteLength - this.#at) throw new BadWkb('wkb: cut off');
    const items: Item[] = [];
    for (let i = 0; i < count; i += 1) items.push(read());
    return items;
  }

  #position(hasZ: boolean, hasM: boolean): Position {
    this.#positions += 1;
    if (this.#positions > pointLimit) throw new TooManyPoints();
    const numbers = [this.#number(), this.#number()];
    if (hasZ) numbers.push(this.#number());
    if (hasM) this.#number();
    return numbers;
  }

  #number(): number {
    const number = this.#view.getFloat64(this.#at, this.#little);
    this.#at += 8;
    return number;
  }
}

function lineOf(geometry: Geometry): Position[] {
  if (geometry.type !== 'LineString') throw new BadWkb(`wkb: ${geometry.type}`);
  return geometry.coordinates;
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type !== 'Polygon') throw new BadWkb(`wkb: ${geometry.type}`);
  return geometry.coordinates;
}

/** An empty point is written as two NaN. */
const pointOf = (position: Position): Position =>
  Number.isNaN(position[0]) && Number.isNaN(position[1]) ? [] : position;
