import type { Position } from 'geojson';
import type { Loadable } from '../imports/wkb.ts';

/** A geometry as well-known text, every number so that it reads back as the same. */
export function toWkt(geometry: Loadable): string {
  const name = geometry.type.toUpperCase();
  return geometry.coordinates.length === 0 ? `${name} EMPTY` : name + body(geometry);
}

function body(geometry: Loadable): string {
  switch (geometry.type) {
    case 'Point':
      return `(${numbers(geometry.coordinates)})`;
    case 'MultiPoint':
      return list(geometry.coordinates, (position) => `(${numbers(position)})`);
    case 'LineString':
      return line(geometry.coordinates);
    case 'Polygon':
    case 'MultiLineString':
      return list(geometry.coordinates, line);
    case 'MultiPolygon':
      return list(geometry.coordinates, (polygon) => list(polygon, line));
  }
}

const list = <Part>(parts: readonly Part[], write: (part: Part) => string): string => `(${parts.map(write).join(',')})`;
const numbers = (position: Position): string => position.join(' ');
const line = (positions: readonly Position[]): string => list(positions, numbers);
