import type { Geometry, Position } from 'geojson';

/** Geometry types that can be loaded, with their numbers in well-known binary. */
export const wkbTypes = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
} as const;

export type Loadable = Extract<Geometry, { type: keyof typeof wkbTypes }>;

const headBytes = 5;
const countBytes = 4;
const positionBytes = 16;

/**
 * A geometry as well-known binary, little endian, two dimensions; heights are left out.
 * Coordinates must be numbers: nothing is checked here.
 */
export function toWkb(geometry: Loadable): Buffer {
  const writer = new Writer(sizeOf(geometry));
  writer.geometry(geometry);
  return writer.bytes;
}

/** Methods, not functions in a function: those would be made anew for every feature. */
class Writer {
  readonly bytes: Buffer;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
    this.#view = new DataView(this.bytes.buffer, this.bytes.byteOffset, size);
  }

  geometry({ type, coordinates }: Loadable): void {
    this.#head(type);
    if (type === 'Point') return this.#position(coordinates);
    this.#count(coordinates.length);
    if (type === 'LineString') for (const position of coordinates) this.#position(position);
    else if (type === 'Polygon') for (const ring of coordinates) this.#ring(ring);
    else if (type === 'MultiPoint') for (const part of coordinates) this.geometry({ type: 'Point', coordinates: part });
    else if (type === 'MultiLineString')
      for (const part of coordinates) this.geometry({ type: 'LineString', coordinates: part });
    else for (const part of coordinates) this.geometry({ type: 'Polygon', coordinates: part });
  }

  #head(type: keyof typeof wkbTypes): void {
    this.#view.setUint8(this.#at, 1);
    this.#view.setUint32(this.#at + 1, wkbTypes[type], true);
    this.#at += headBytes;
  }

  #count(count: number): void {
    this.#view.setUint32(this.#at, count, true);
    this.#at += countBytes;
  }

  /** A ring ends exactly where it begins; the ends may differ by the gap that `examine` lets pass. */
  #ring(ring: readonly Position[]): void {
    this.#count(ring.length);
    for (let i = 0; i < ring.length - 1; i += 1) this.#position(ring[i]);
    this.#position(ring[0] ?? []);
  }

  #position(position: Position): void {
    this.#view.setFloat64(this.#at, position[0] ?? NaN, true);
    this.#view.setFloat64(this.#at + 8, position[1] ?? NaN, true);
    this.#at += positionBytes;
  }
}

function sizeOf(geometry: Loadable): number {
  const line = (list: readonly Position[]) => countBytes + list.length * positionBytes;
  const polygon = (list: readonly Position[][]) => list.reduce((sum, ring) => sum + line(ring), countBytes);
  switch (geometry.type) {
    case 'Point':
      return headBytes + positionBytes;
    case 'LineString':
      return headBytes + line(geometry.coordinates);
    case 'Polygon':
      return headBytes + polygon(geometry.coordinates);
    case 'MultiPoint':
      return headBytes + countBytes + geometry.coordinates.length * (headBytes + positionBytes);
    case 'MultiLineString':
      return geometry.coordinates.reduce((sum, part) => sum + headBytes + line(part), headBytes + countBytes);
    case 'MultiPolygon':
      return geometry.coordinates.reduce((sum, part) => sum + headBytes + polygon(part), headBytes + countBytes);
  }
}
