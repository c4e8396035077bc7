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
import { arcString, chordErrors, circleRing, circleThrough } from '../../arc.ts';
import { crsOf } from '../../crs.ts';
import { srsOf, type Srs } from './srs.ts';
import { childOf, childrenOf, type XmlNode } from './xml-node.ts';

/** A geometry of GML that cannot be read; the message is a code of the texts, a colon, details. */
export class BadGml extends Error {
  constructor(code: string, detail: string, { line }: XmlNode) {
    super(`${code}: ${detail} (${line})`);
  }
}

const deepestReference = 20;

/** What geometries need to know of their document. */
export interface GmlContext {
  /** Of the file: a geometry in another CRS is refused. */
  epsg: number;
  /** That of the document as a whole, for geometries that name none. */
  srs: Srs | null;
  /** The element with a `gml:id`, for `xlink:href`. */
  byId: (id: string) => XmlNode | undefined;
}

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
  return new GmlReader(context).geometry(node, context.srs);
}

class GmlReader {
  readonly #context: GmlContext;

  constructor(context: GmlContext) {
    this.#context = context;
  }

  geometry(node: XmlNode, outer: Srs | null): Geometry {
    const srs = this.#srs(node, outer);
    switch (node.name) {
      case 'Point':
        return { type: 'Point', coordinates: this.#positions(node, srs)[0] ?? [] } satisfies Point;
      case 'MultiPoint':
        return {
          type: 'MultiPoint',
          coordinates: this.#members(node).flatMap((member) => this.#positions(member, this.#srs(member, srs))),
        } satisfies MultiPoint;
      case 'MultiLineString':
      case 'MultiCurve': {
        const lines = this.#members(node).map((member) => this.#curve(member, srs));
        return { type: 'MultiLineString', coordinates: lines } satisfies MultiLineString;
      }
      case 'MultiGeometry':
      case 'GeometricComplex':
        return {
          type: 'GeometryCollection',
          geometries: this.#members(node).map((member) => this.geometry(member, srs)),
        };
      default:
        return dimensionOf(node) === 1
          ? ({ type: 'LineString', coordinates: this.#curve(node, outer) } satisfies LineString)
          : areaOf(this.#polygons(node, outer), node.name.startsWith('Multi'));
    }
  }

  #srs(node: XmlNode, outer: Srs | null): Srs | null {
    const name = node.attributes['srsName'];
    if (name === undefined) return outer;
    let srs: Srs;
    try {
      srs = srsOf(name);
    } catch {
      throw new BadGml('gml-crs', name, node);
    }
    if (srs.epsg !== this.#context.epsg) throw new BadGml('gml-crs', `${name} ≠ EPSG:${this.#context.epsg}`, node);
    return srs;
  }

  /** The geometries in a collection: `pointMember`, `surfaceMembers`, …, and what they refer to. */
  #members(node: XmlNode): XmlNode[] {
    return node.children
      .filter(({ name }) => /^(?:\w+Members?|element|baseCurve|baseSurface)$/.test(name))
      .flatMap((member) => this.#inside(member));
  }

  /** What stands in a property element, or what it refers to. */
  #inside(property: XmlNode): XmlNode[] {
    const href = property.attributes['href'];
    if (href === undefined) return property.children;
    const found = href.startsWith('#') ? this.#context.byId(href.slice(1)) : undefined;
    if (!found) throw new BadGml('gml-reference', href, property);
    return [found];
  }

  #polygons(node: XmlNode, outer: Srs | null, depth = 0): Position[][][] {
    if (depth > deepestReference) throw new BadGml('gml-loop', node.attributes['id'] ?? node.name, node);
    const srs = this.#srs(node, outer);
    switch (node.name) {
      case 'Polygon':
      case 'PolygonPatch':
      case 'Triangle':
      case 'Rectangle':
        return [this.#rings(node, srs)];
      case 'Surface':
      case 'PolyhedralSurface':
      case 'TriangulatedSurface':
      case 'Tin':
        return childrenOf(node, 'patches', 'polygonPatches', 'trianglePatches')
          .flatMap(({ children }) => children)
          .flatMap((patch) => this.#polygons(patch, srs, depth + 1));
      case 'MultiPolygon':
      case 'MultiSurface':
      case 'CompositeSurface':
      case 'OrientableSurface':
        return this.#members(node).flatMap((member) => this.#polygons(member, srs, depth + 1));
      default:
        throw new BadGml('gml-kind', node.name, node);
    }
  }

  #rings(node: XmlNode, srs: Srs | null): Position[][] {
    const borders = childrenOf(node, 'exterior', 'outerBoundaryIs', 'interior', 'innerBoundaryIs');
    borders.sort((a, b) => Number(isHole(a)) - Number(isHole(b)));
    if (borders[0] === undefined || isHole(borders[0])) throw new BadGml('gml-no-border', node.name, node);
    return borders.map((border) => {
      const [ring] = this.#inside(border);
      if (!ring) throw new BadGml('gml-no-border', border.name, border);
      return this.#curve(ring, srs);
    });
  }

  #curve(node: XmlNode, outer: Srs | null, depth = 0): Position[] {
    if (depth > deepestReference) throw new BadGml('gml-loop', node.attributes['id'] ?? node.name, node);
    const srs = this.#srs(node, outer);
    switch (node.name) {
      case 'LineString':
      case 'LinearRing':
        return this.#positions(node, srs);
      case 'Curve':
        return joined(
          (childOf(node, 'segments')?.children ?? []).map((segment) => this.#segment(segment, srs)),
          node,
        );
      case 'Ring':
      case 'CompositeCurve':
        return joined(
          this.#members(node).map((member) => this.#curve(member, srs, depth + 1)),
          node,
        );
      case 'OrientableCurve': {
        const [base] = this.#members(node);
        if (!base) throw new BadGml('gml-reference', 'baseCurve', node);
        const positions = this.#curve(base, srs, depth + 1);
        return node.attributes['orientation'] === '-' ? [...positions].reverse() : positions;
      }
      default:
        throw new BadGml('gml-kind', node.name, node);
    }
  }

  #segment(node: XmlNode, srs: Srs | null): Position[] {
    const positions = this.#positions(node, srs);
    const error = chordErrors[crsOf(this.#context.epsg).unit];
    switch (node.name) {
      case 'LineStringSegment':
      case 'GeodesicString':
        return positions;
      case 'Arc':
      case 'ArcString': {
        const arc = node.name === 'Arc' && positions.length !== 3 ? null : arcString(positions, error);
        if (!arc) throw new BadGml('gml-arc', String(positions.length), node);
        return arc;
      }
      case 'Circle': {
        const [a, b, c] = positions;
        const circle = a && b && c && positions.length === 3 ? circleThrough(a, b, c) : null;
        if (!circle) throw new BadGml('gml-arc', String(positions.length), node);
        return circleRing(circle, error);
      }
      case 'CircleByCenterPoint': {
        const [centre] = positions;
        const radius = Number(childOf(node, 'radius')?.text);
        if (!centre || !(radius > 0)) throw new BadGml('gml-arc', 'radius', node);
        const [x = NaN, y = NaN] = centre;
        return circleRing({ x, y, radius }, error);
      }
      default:
        throw new BadGml('gml-kind', node.name, node);
    }
  }

  /** All positions in an element: `posList`, `pos`, `coordinates`, `pointProperty`, in any number and mixture. */
  #positions(node: XmlNode, srs: Srs | null): Position[] {
    return node.children.flatMap((child): Position[] => {
      switch (child.name) {
        case 'posList':
        case 'pos':
          return this.#numbers(child, node, this.#srs(child, srs));
        case 'coordinates':
          return coordinateTuples(child, srs);
        case 'pointProperty':
        case 'pointRep':
          return this.#inside(child).flatMap((point) => this.#positions(point, this.#srs(point, srs)));
        default:
          return [];
      }
    });
  }

  #numbers(node: XmlNode, parent: XmlNode, srs: Srs | null): Position[] {
    const text = node.text.trim();
    const numbers = text === '' ? [] : text.split(/\s+/).map(Number);
    const wrong = numbers.findIndex((number) => Number.isNaN(number));
    if (wrong >= 0) throw new BadGml('gml-number', (text.split(/\s+/)[wrong] ?? '').slice(0, 30), node);
    const said = Number(node.attributes['srsDimension'] ?? parent.attributes['srsDimension'] ?? NaN);
    const size = node.name === 'pos' ? numbers.length : (dimensionsOf(said, srs, numbers.length) ?? NaN);
    if (!(size >= 2 && size <= 4) || numbers.length % size !== 0)
      throw new BadGml('gml-positions', `${numbers.length} / ${said || '?'}`, node);
    const positions: Position[] = [];
    for (let at = 0; at < numbers.length; at += size)
      positions.push(inOrder(numbers.slice(at, at + Math.min(size, 3)), srs));
    return positions;
  }
}

const isHole = ({ name }: XmlNode): boolean => name === 'interior' || name === 'innerBoundaryIs';

/** As said; else as the CRS has it, when the count fits; else as it fits. */
function dimensionsOf(said: number, srs: Srs | null, count: number): number | undefined {
  if (said >= 2) return said;
  return [srs?.dimensions ?? 2, 2, 3].find((size) => count % size === 0);
}

const inOrder = ([first = NaN, second = NaN, ...height]: number[], srs: Srs | null): Position =>
  srs?.northFirst ? [second, first, ...height] : [first, second, ...height];

/** GML 2: `1.0,2.0 3.0,4.0`, with signs of its own choice. */
function coordinateTuples(node: XmlNode, srs: Srs | null): Position[] {
  const { cs = ',', ts = ' ', decimal = '.' } = node.attributes;
  const tuples = node.text.trim().split(ts === ' ' ? /\s+/ : ts);
  return tuples
    .filter((tuple) => tuple.trim() !== '')
    .map((tuple) => {
      const numbers = tuple.split(cs).map((number) => Number(number.replace(decimal, '.')));
      if (numbers.length < 2 || numbers.some((number) => Number.isNaN(number)))
        throw new BadGml('gml-number', tuple.slice(0, 30), node);
      return inOrder(numbers.slice(0, 3), srs);
    });
}

/** Segments one after the other. Where one ends, the next must begin: within a centimetre, as borders are closed. */
function joined(parts: readonly Position[][], node: XmlNode): Position[] {
  const [first, ...others] = parts.filter(({ length }) => length > 0);
  const whole = [...(first ?? [])];
  for (const part of others) {
    const [from, to] = [part[0] ?? [], whole.at(-1) ?? []];
    const gap = Math.hypot((from[0] ?? NaN) - (to[0] ?? NaN), (from[1] ?? NaN) - (to[1] ?? NaN));
    if (!(gap <= meeting)) throw new BadGml('gml-gap', `${to[0]}, ${to[1]} → ${from[0]}, ${from[1]}`, node);
    for (let at = 1; at < part.length; at += 1) whole.push(part[at] ?? []);
  }
  return whole;
}

/** In the unit of the CRS. */
const meeting = 0.01;

function areaOf(polygons: Position[][][], isMulti: boolean): Polygon | MultiPolygon {
  const [only] = polygons;
  return only && polygons.length === 1 && !isMulti
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}
