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
import { ArcPen, circleThrough, pointLimit, TooManyPoints } from '../../arc.ts';
import { crsOf } from '../../crs.ts';
import { srsOf, type Srs } from './srs.ts';
import { childOf, childrenOf, type XmlNode } from './xml-node.ts';

/** A geometry of GML that cannot be read; the message is a code of the texts, a colon, details. */
export class BadGml extends Error {
  constructor(code: string, detail: string, { line }: XmlNode) {
    super(`${code}: ${detail} (${line})`);
  }
}

/** Geometries in geometries, with what they refer to. */
const deepest = 30;
/** Elements that one geometry is made of; what refers to the same again and again would never end. */
const elementLimit = 1_000_000;

/** What geometries need to know of their document. */
export interface GmlContext {
  /** Of the file: a geometry in another CRS is refused. */
  epsg: number;
  /** That of the document as a whole, for geometries that name none. */
  srs: Srs | null;
  /** Someone said which CRS it is: what geometries say of it does not count. */
  isOverridden: boolean;
  /** The element with a `gml:id`, for `xlink:href`. */
  byId: (id: string) => XmlNode | undefined;
}

/** How coordinates in an element are written, by it and what is around it. */
interface Frame {
  srs: Srs | null;
  /** Numbers per position, where it is said. */
  dimensions: number | null;
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
  try {
    return new GmlReader(context).geometry(node, { srs: context.srs, dimensions: null });
  } catch (error) {
    throw error instanceof TooManyPoints ? new BadGml('points', String(pointLimit), node) : error;
  }
}

class GmlReader {
  readonly #context: GmlContext;
  readonly #pen: ArcPen;
  #positionsRead = 0;
  #elements = 0;

  constructor(context: GmlContext) {
    this.#context = context;
    this.#pen = new ArcPen(crsOf(context.epsg).unit);
  }

  geometry(node: XmlNode, outer: Frame, depth = 0): Geometry {
    const frame = this.#enter(node, outer, depth);
    switch (node.name) {
      case 'Point':
        return { type: 'Point', coordinates: this.#positions(node, frame)[0] ?? [] } satisfies Point;
      case 'MultiPoint':
        return {
          type: 'MultiPoint',
          coordinates: this.#members(node).flatMap((member) =>
            this.#positions(member, this.#enter(member, frame, depth + 1)),
          ),
        } satisfies MultiPoint;
      case 'MultiLineString':
      case 'MultiCurve': {
        const lines = this.#members(node).map((member) => this.#curve(member, frame, depth + 1));
        return { type: 'MultiLineString', coordinates: lines } satisfies MultiLineString;
      }
      case 'MultiGeometry':
      case 'GeometricComplex':
        return {
          type: 'GeometryCollection',
          geometries: this.#members(node).map((member) => this.geometry(member, frame, depth + 1)),
        };
      default:
        return dimensionOf(node) === 1
          ? ({ type: 'LineString', coordinates: this.#curve(node, outer, depth) } satisfies LineString)
          : areaOf(this.#polygons(node, outer, depth), node.name.startsWith('Multi'));
    }
  }

  /** The frame in an element. @throws BadGml where elements never end: in themselves, or in too many */
  #enter(node: XmlNode, outer: Frame, depth: number): Frame {
    this.#elements += 1;
    if (depth > deepest || this.#elements > elementLimit)
      throw new BadGml('gml-loop', node.attributes['id'] ?? node.name, node);
    const { srsName, srsDimension } = node.attributes;
    const said = Number(srsDimension);
    return {
      srs: srsName === undefined || this.#context.isOverridden ? outer.srs : this.#srs(srsName, node),
      dimensions: said >= 2 ? said : outer.dimensions,
    };
  }

  #srs(name: string, node: XmlNode): Srs {
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

  #polygons(node: XmlNode, outer: Frame, depth: number): Position[][][] {
    const frame = this.#enter(node, outer, depth);
    switch (node.name) {
      case 'Polygon':
      case 'PolygonPatch':
      case 'Triangle':
      case 'Rectangle':
        return [this.#rings(node, frame, depth)];
      case 'Surface':
      case 'PolyhedralSurface':
      case 'TriangulatedSurface':
      case 'Tin':
        return childrenOf(node, 'patches', 'polygonPatches', 'trianglePatches')
          .flatMap(({ children }) => children)
          .flatMap((patch) => this.#polygons(patch, frame, depth + 1));
      case 'MultiPolygon':
      case 'MultiSurface':
      case 'CompositeSurface':
      case 'OrientableSurface':
        return this.#members(node).flatMap((member) => this.#polygons(member, frame, depth + 1));
      default:
        throw new BadGml('gml-kind', node.name, node);
    }
  }

  #rings(node: XmlNode, frame: Frame, depth: number): Position[][] {
    const borders = childrenOf(node, 'exterior', 'outerBoundaryIs', 'interior', 'innerBoundaryIs');
    borders.sort((a, b) => Number(isHole(a)) - Number(isHole(b)));
    if (borders[0] === undefined || isHole(borders[0])) throw new BadGml('gml-no-border', node.name, node);
    return borders.map((border) => {
      const [ring] = this.#inside(border);
      if (!ring) throw new BadGml('gml-no-border', border.name, border);
      return this.#curve(ring, frame, depth + 1);
    });
  }

  #curve(node: XmlNode, outer: Frame, depth: number): Position[] {
    const frame = this.#enter(node, outer, depth);
    switch (node.name) {
      case 'LineString':
      case 'LinearRing':
        return this.#positions(node, frame);
      case 'Curve':
        return joined(
          (childOf(node, 'segments')?.children ?? []).map((segment) => this.#segment(segment, frame)),
          node,
          meetings[this.#unit],
        );
      case 'Ring':
      case 'CompositeCurve':
        return joined(
          this.#members(node).map((member) => this.#curve(member, frame, depth + 1)),
          node,
          meetings[this.#unit],
        );
      case 'OrientableCurve': {
        const [base] = this.#members(node);
        if (!base) throw new BadGml('gml-reference', 'baseCurve', node);
        const positions = this.#curve(base, frame, depth + 1);
        return node.attributes['orientation'] === '-' ? [...positions].reverse() : positions;
      }
      default:
        throw new BadGml('gml-kind', node.name, node);
    }
  }

  get #unit(): keyof typeof meetings {
    return crsOf(this.#context.epsg).unit;
  }

  #segment(node: XmlNode, outer: Frame): Position[] {
    const positions = this.#positions(node, this.#enter(node, outer, 0));
    switch (node.name) {
      case 'LineStringSegment':
      case 'GeodesicString':
        return positions;
      case 'Arc':
      case 'ArcString': {
        const arc = node.name === 'Arc' && positions.length !== 3 ? null : this.#pen.arcString(positions);
        if (!arc) throw new BadGml('gml-arc', String(positions.length), node);
        return arc;
      }
      case 'Circle': {
        const [a, b, c] = positions;
        const circle = a && b && c && positions.length === 3 ? circleThrough(a, b, c) : null;
        if (!circle) throw new BadGml('gml-arc', String(positions.length), node);
        return this.#pen.circle(circle);
      }
      case 'CircleByCenterPoint': {
        const [centre] = positions;
        const said = childOf(node, 'radius');
        // In degrees a circle of metres would be an ellipse; other units of length are not met.
        const inUnit = said?.attributes['uom'] === undefined || units[said.attributes['uom']] === this.#unit;
        const radius = inUnit ? Number(said?.text) : NaN;
        if (!centre || !(radius > 0)) throw new BadGml('gml-arc', 'radius', node);
        const [x = NaN, y = NaN] = centre;
        return this.#pen.circle({ x, y, radius });
      }
      default:
        throw new BadGml('gml-kind', node.name, node);
    }
  }

  /** All positions in an element: `posList`, `pos`, `coordinates`, `pointProperty`, in any number and mixture. */
  #positions(node: XmlNode, frame: Frame): Position[] {
    const found: Position[] = [];
    for (const child of node.children)
      for (const position of this.#positionsIn(child, frame)) {
        this.#positionsRead += 1;
        if (this.#positionsRead > pointLimit) throw new TooManyPoints();
        found.push(position);
      }
    return found;
  }

  #positionsIn(node: XmlNode, frame: Frame): Position[] {
    switch (node.name) {
      case 'posList':
      case 'pos':
        return this.#numbers(node, this.#enter(node, frame, 0));
      case 'coordinates':
        return coordinateTuples(node, frame.srs);
      case 'pointProperty':
      case 'pointRep':
        return this.#inside(node).flatMap((point) => {
          const within = this.#enter(point, frame, 0);
          return point.children.flatMap((child) => (isList(child) ? this.#positionsIn(child, within) : []));
        });
      default:
        return [];
    }
  }

  #numbers(node: XmlNode, { srs, dimensions }: Frame): Position[] {
    const text = node.text.trim();
    const words = text === '' ? [] : text.split(/\s+/, pointLimit * 4 + 1);
    if (words.length > pointLimit * 4) throw new TooManyPoints();
    const numbers = words.map(Number);
    const wrong = numbers.findIndex((number) => Number.isNaN(number));
    if (wrong >= 0) throw new BadGml('gml-number', (words[wrong] ?? '').slice(0, 30), node);
    const size = node.name === 'pos' ? numbers.length : (dimensionsOf(dimensions, srs, numbers.length) ?? NaN);
    if (!(size >= 2 && size <= 4) || numbers.length % size !== 0)
      throw new BadGml('gml-positions', `${numbers.length} / ${dimensions ?? '?'}`, node);
    const positions: Position[] = [];
    for (let at = 0; at < numbers.length; at += size)
      positions.push(inOrder(numbers.slice(at, at + Math.min(size, 3)), srs));
    return positions;
  }
}

/** What the units of a radius are called. */
const units: Record<string, 'metre' | 'degree'> = {
  m: 'metre',
  metre: 'metre',
  'urn:ogc:def:uom:EPSG::9001': 'metre',
  deg: 'degree',
  'urn:ogc:def:uom:EPSG::9102': 'degree',
};

const isList = ({ name }: XmlNode): boolean => name === 'posList' || name === 'pos' || name === 'coordinates';
const isHole = ({ name }: XmlNode): boolean => name === 'interior' || name === 'innerBoundaryIs';

/** As said; else as the CRS has it, when the count fits; else as it fits. */
function dimensionsOf(said: number | null, srs: Srs | null, count: number): number | undefined {
  if (said !== null) return said;
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
function joined(parts: readonly Position[][], node: XmlNode, meeting: number): Position[] {
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

/** Ends of curves that are nearer to each other than this meet: 1 cm, and what a difference of doubles adds. */
const meetings = { metre: 0.010_000_1, degree: 1e-7 } as const;

function areaOf(polygons: Position[][][], isMulti: boolean): Polygon | MultiPolygon {
  const [only] = polygons;
  return only && polygons.length === 1 && !isMulti
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons };
}
