import type { Geometry, Position } from 'geojson';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import type { Geometry as FlatGeometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { ArcPen, pointLimit, TooManyPoints } from '../../arc.ts';

/** A geometry that cannot be read; the message is a code of the texts, a colon, details. */
export class BadFlatGeobuf extends Error {}

const deepest = 8;

/**
 * A geometry of FlatGeobuf; arcs are drawn as lines.
 * @param type of the file as a whole; of the geometry itself where the file has several
 * @throws BadFlatGeobuf, RangeError when its offsets lead out of the feature
 */
export function geometryOf(flat: FlatGeometry, type: GeometryType, unit: 'metre' | 'degree'): Geometry {
  try {
    return new FlatReader(unit).geometry(flat, type, 0);
  } catch (error) {
    throw error instanceof TooManyPoints ? new BadFlatGeobuf(error.message) : error;
  }
}

class FlatReader {
  readonly #pen: ArcPen;
  /** Positions and parts: offsets may lead to the same again and again. */
  #read = 0;

  constructor(unit: 'metre' | 'degree') {
    this.#pen = new ArcPen(unit);
  }

  geometry(flat: FlatGeometry, type: GeometryType, depth: number): Geometry {
    if (depth > deepest) throw new BadFlatGeobuf('flatgeobuf: too deep');
    const kind = type === GeometryType.Unknown ? flat.type() : type;
    const parts = () => this.#parts(flat).map((part) => this.geometry(part, GeometryType.Unknown, depth + 1));
    const lines = () => parts().map(lineOf);
    switch (kind) {
      case GeometryType.Point:
        return { type: 'Point', coordinates: this.#positions(flat)[0] ?? [] };
      case GeometryType.MultiPoint:
        return { type: 'MultiPoint', coordinates: this.#positions(flat) };
      case GeometryType.LineString:
        return { type: 'LineString', coordinates: this.#positions(flat) };
      case GeometryType.MultiLineString:
        return { type: 'MultiLineString', coordinates: this.#lists(flat) };
      case GeometryType.Polygon:
      case GeometryType.Triangle:
        return { type: 'Polygon', coordinates: this.#lists(flat) };
      case GeometryType.MultiPolygon:
        return { type: 'MultiPolygon', coordinates: this.#parts(flat).map((part) => this.#lists(part)) };
      case GeometryType.CircularString: {
        const line = this.#pen.arcString(this.#positions(flat));
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

  #parts(flat: FlatGeometry): FlatGeometry[] {
    const count = flat.partsLength();
    this.#count(count);
    return Array.from({ length: count }, (_, at) => {
      const part = flat.parts(at);
      if (!part) throw new BadFlatGeobuf('flatgeobuf: part');
      return part;
    });
  }

  #positions(flat: FlatGeometry): Position[] {
    const [xy, z] = [flat.xyArray() ?? [], flat.zArray() ?? []];
    this.#count(xy.length / 2);
    const positions: Position[] = [];
    for (let at = 0; at + 1 < xy.length; at += 2) {
      const position = [xy[at] ?? NaN, xy[at + 1] ?? NaN];
      const height = z[at / 2];
      positions.push(height === undefined ? position : [...position, height]);
    }
    return positions;
  }

  #lists(flat: FlatGeometry): Position[][] {
    const positions = this.#positions(flat);
    const ends = flat.endsArray();
    if (!ends || ends.length === 0) return positions.length > 0 ? [positions] : [];
    if (ends.some((end, at) => end < (ends[at - 1] ?? 0) || end > positions.length))
      throw new BadFlatGeobuf('flatgeobuf: ends');
    return Array.from(ends, (end, at) => positions.slice(ends[at - 1] ?? 0, end));
  }

  #count(more: number): void {
    this.#read += more;
    if (this.#read > pointLimit) throw new BadFlatGeobuf(`points: ${pointLimit}`);
  }
}

function lineOf(geometry: Geometry): Position[] {
  if (geometry.type !== 'LineString') throw new BadFlatGeobuf(`flatgeobuf: ${geometry.type}`);
  return geometry.coordinates;
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type !== 'Polygon') throw new BadFlatGeobuf(`flatgeobuf: ${geometry.type}`);
  return geometry.coordinates;
}
