import type { Geometry, Position } from 'geojson';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import type { Geometry as FlatGeometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { arcString, chordErrors } from '../../arc.ts';

/** A geometry that cannot be read; the message is a code of the texts, a colon, details. */
export class BadFlatGeobuf extends Error {}

const deepest = 8;

/**
 * A geometry of FlatGeobuf; arcs are drawn as lines.
 * @param type of the file as a whole; of the geometry itself where the file has several
 * @throws BadFlatGeobuf, RangeError when its offsets lead out of the feature
 */
export function geometryOf(flat: FlatGeometry, type: GeometryType, unit: 'metre' | 'degree', depth = 0): Geometry {
  if (depth > deepest) throw new BadFlatGeobuf('flatgeobuf: too deep');
  const kind = type === GeometryType.Unknown ? flat.type() : type;
  const parts = () =>
    Array.from({ length: flat.partsLength() }, (_, at) => {
      const part = flat.parts(at);
      if (!part) throw new BadFlatGeobuf('flatgeobuf: part');
      return geometryOf(part, GeometryType.Unknown, unit, depth + 1);
    });
  const lines = () => parts().map(lineOf);
  switch (kind) {
    case GeometryType.Point:
      return { type: 'Point', coordinates: positionsOf(flat)[0] ?? [] };
    case GeometryType.MultiPoint:
      return { type: 'MultiPoint', coordinates: positionsOf(flat) };
    case GeometryType.LineString:
      return { type: 'LineString', coordinates: positionsOf(flat) };
    case GeometryType.MultiLineString:
      return { type: 'MultiLineString', coordinates: listsOf(flat) };
    case GeometryType.Polygon:
    case GeometryType.Triangle:
      return { type: 'Polygon', coordinates: listsOf(flat) };
    case GeometryType.MultiPolygon:
      return { type: 'MultiPolygon', coordinates: polygonsOf(flat) };
    case GeometryType.CircularString: {
      const line = arcString(positionsOf(flat), chordErrors[unit]);
      if (!line) throw new BadFlatGeobuf('arc');
      return { type: 'LineString', coordinates: line };
    }
    case GeometryType.CompoundCurve:
      return { type: 'LineString', coordinates: lines().flatMap((line, at) => (at === 0 ? line : line.slice(1))) };
    case GeometryType.CurvePolygon:
      return { type: 'Polygon', coordinates: lines() };
    case GeometryType.MultiCurve:
      return { type: 'MultiLineString', coordinates: lines() };
    case GeometryType.MultiSurface:
    case GeometryType.PolyhedralSurface:
    case GeometryType.TIN:
      return { type: 'MultiPolygon', coordinates: parts().map(ringsOf) };
    case GeometryType.GeometryCollection:
      return { type: 'GeometryCollection', geometries: parts() };
    case GeometryType.Unknown:
    case GeometryType.Curve:
    case GeometryType.Surface:
    default:
      throw new BadFlatGeobuf(`flatgeobuf: type ${kind}`);
  }
}

function positionsOf(flat: FlatGeometry): Position[] {
  const [xy, z] = [flat.xyArray() ?? [], flat.zArray() ?? []];
  const positions: Position[] = [];
  for (let at = 0; at + 1 < xy.length; at += 2) {
    const position = [xy[at] ?? NaN, xy[at + 1] ?? NaN];
    const height = z[at / 2];
    positions.push(height === undefined ? position : [...position, height]);
  }
  return positions;
}

function listsOf(flat: FlatGeometry): Position[][] {
  const positions = positionsOf(flat);
  const ends = flat.endsArray();
  if (!ends || ends.length === 0) return positions.length > 0 ? [positions] : [];
  return Array.from(ends, (end, at) => positions.slice(ends[at - 1] ?? 0, end));
}

const polygonsOf = (flat: FlatGeometry): Position[][][] =>
  Array.from({ length: flat.partsLength() }, (_, at) => {
    const part = flat.parts(at);
    if (!part) throw new BadFlatGeobuf('flatgeobuf: part');
    return listsOf(part);
  });

function lineOf(geometry: Geometry): Position[] {
  if (geometry.type !== 'LineString') throw new BadFlatGeobuf(`flatgeobuf: ${geometry.type}`);
  return geometry.coordinates;
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type !== 'Polygon') throw new BadFlatGeobuf(`flatgeobuf: ${geometry.type}`);
  return geometry.coordinates;
}
