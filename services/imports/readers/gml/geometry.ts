import type {
  Geometry,
  LineString,
  MultiLineString,
  MultiPoint,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson';
import { pointLimit, TooManyPoints } from '../../arc.ts';
import { BadGml } from './bad-gml.ts';
import { curveOf } from './curves.ts';
import { positionsOf } from './positions.ts';
import { GmlReading, type Frame, type GmlContext } from './reading.ts';
import { polygonsOf } from './surfaces.ts';
import type { XmlNode } from './xml-node.ts';

const [points, curves, surfaces] = [
  ['Point', 'MultiPoint'],
  ['LineString', 'LinearRing', 'Curve', 'CompositeCurve', 'OrientableCurve', 'MultiLineString', 'MultiCurve', 'Ring'],
  [
    'Polygon',
    'Surface',
    'CompositeSurface',
    'PolyhedralSurface',
    'TriangulatedSurface',
    'Tin',
    'MultiPolygon',
    'MultiSurface',
  ],
];
const kinds = new Set([...points, ...curves, ...surfaces, 'MultiGeometry', 'GeometricComplex', 'OrientableSurface']);

/** Whether an element is a geometry as a whole. */
export const isGeometry = ({ name, isGml }: XmlNode): boolean => isGml && kinds.has(name);

/** 0 for points, 1 for lines, 2 for areas. */
export function dimensionOf({ name }: XmlNode): number {
  if (points.includes(name)) return 0;
  return curves.includes(name) ? 1 : 2;
}

/**
 * A geometry of GML 3.2 (and 2): x before y, arcs and circles drawn as lines, references within the file followed.
 * @throws BadGml
 */
export function geometryOf(node: XmlNode, context: GmlContext): Geometry {
  try {
    return geometryIn(new GmlReading(context), node, { srs: context.srs, dimensions: null });
  } catch (error) {
    throw error instanceof TooManyPoints ? new BadGml('points', String(pointLimit), node) : error;
  }
}

function geometryIn(reading: GmlReading, node: XmlNode, outer: Frame, depth = 0): Geometry {
  const frame = reading.enter(node, outer, depth);
  switch (node.name) {
    case 'Point':
      return { type: 'Point', coordinates: positionsOf(reading, node, frame)[0] ?? [] } satisfies Point;
    case 'MultiPoint':
      return {
        type: 'MultiPoint',
        coordinates: reading
          .members(node)
          .flatMap((member) => positionsOf(reading, member, reading.enter(member, frame, depth + 1))),
      } satisfies MultiPoint;
    case 'MultiLineString':
    case 'MultiCurve': {
      const lines = reading.members(node).map((member) => curveOf(reading, member, frame, depth + 1));
      return { type: 'MultiLineString', coordinates: lines } satisfies MultiLineString;
    }
    case 'MultiGeometry':
    case 'GeometricComplex':
      return {
        type: 'GeometryCollection',
        geometries: reading.members(node).map((member) => geometryIn(reading, member, frame, depth + 1)),
      };
    default:
      return dimensionOf(node) === 1
        ? ({ type: 'LineString', coordinates: curveOf(reading, node, outer, depth) } satisfies LineString)
        : areaOf(polygonsOf(reading, node, outer, depth), node.name.startsWith('Multi'));
  }
}

function areaOf(polygons: Position[][][], isMulti: boolean): Polygon | MultiPolygon {
  const [only] = polygons;
  return only && polygons.length === 1 && !isMulti
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}
