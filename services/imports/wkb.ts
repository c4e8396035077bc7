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
  const bytes = Buffer.allocUnsafe(sizeOf(geometry));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const head = (type: keyof typeof wkbTypes) => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, wkbTypes[type], true);
    at += headBytes;
  };
  const count = (items: readonly unknown[]) => {
    view.setUint32(at, items.length, true);
    at += countBytes;
  };
  const position = (xy: Position) => {
    view.setFloat64(at, xy[0] ?? NaN, true);
    view.setFloat64(at + 8, xy[1] ?? NaN, true);
    at += positionBytes;
  };
  const positions = (list: readonly Position[]) => {
    count(list);
    for (const xy of list) position(xy);
  };
  const rings = (list: readonly Position[][]) => {
    count(list);
    for (const ring of list) {
      count(ring);
      // A ring ends exactly where it begins; the ends may differ by the gap that `examine` lets pass.
      for (let i = 0; i < ring.length - 1; i += 1) position(ring[i] ?? []);
      position(ring[0] ?? []);
    }
  };
  const parts = <Part>(list: readonly Part[], type: keyof typeof wkbTypes, write: (part: Part) => void) => {
    count(list);
    for (const part of list) {
      head(type);
      write(part);
    }
  };
  head(geometry.type);
  if (geometry.type === 'Point') position(geometry.coordinates);
  else if (geometry.type === 'LineString') positions(geometry.coordinates);
  else if (geometry.type === 'Polygon') rings(geometry.coordinates);
  else if (geometry.type === 'MultiPoint') parts(geometry.coordinates, 'Point', position);
  else if (geometry.type === 'MultiLineString') parts(geometry.coordinates, 'LineString', positions);
  else parts(geometry.coordinates, 'Polygon', rings);
  return bytes;
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
