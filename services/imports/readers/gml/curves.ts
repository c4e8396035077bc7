import type { Position } from 'geojson';
import { circleThrough } from '../../arc.ts';
import { BadGml } from './bad-gml.ts';
import { positionsOf } from './positions.ts';
import type { Frame, GmlReading } from './reading.ts';
import { childOf, type XmlNode } from './xml-node.ts';

/** The positions of a curve of any kind, arcs and circles drawn. @throws BadGml */
export function curveOf(reading: GmlReading, node: XmlNode, outer: Frame, depth: number): Position[] {
  const frame = reading.enter(node, outer, depth);
  switch (node.name) {
    case 'LineString':
    case 'LinearRing':
      return positionsOf(reading, node, frame);
    case 'Curve':
      return joined(
        (childOf(node, 'segments')?.children ?? []).map((segment) => segmentOf(reading, segment, frame)),
        node,
        meetings[reading.unit],
      );
    case 'Ring':
    case 'CompositeCurve':
      return joined(
        reading.members(node).map((member) => curveOf(reading, member, frame, depth + 1)),
        node,
        meetings[reading.unit],
      );
    case 'OrientableCurve': {
      const [base] = reading.members(node);
      if (!base) throw new BadGml('gml-reference', 'baseCurve', node);
      const positions = curveOf(reading, base, frame, depth + 1);
      return node.attributes['orientation'] === '-' ? [...positions].reverse() : positions;
    }
    default:
      throw new BadGml('gml-kind', node.name, node);
  }
}

function segmentOf(reading: GmlReading, node: XmlNode, outer: Frame): Position[] {
  const positions = positionsOf(reading, node, reading.enter(node, outer, 0));
  switch (node.name) {
    case 'LineStringSegment':
    case 'GeodesicString':
      return positions;
    case 'Arc':
    case 'ArcString': {
      const arc = node.name === 'Arc' && positions.length !== 3 ? null : reading.pen.arcString(positions);
      if (!arc) throw new BadGml('gml-arc', String(positions.length), node);
      return arc;
    }
    case 'Circle': {
      const [a, b, c] = positions;
      const circle = a && b && c && positions.length === 3 ? circleThrough(a, b, c) : null;
      if (!circle) throw new BadGml('gml-arc', String(positions.length), node);
      return reading.pen.circle(circle);
    }
    case 'CircleByCenterPoint': {
      const [centre] = positions;
      const said = childOf(node, 'radius');
      // In degrees a circle of metres would be an ellipse; other units of length are not met.
      const inUnit = said?.attributes['uom'] === undefined || units[said.attributes['uom']] === reading.unit;
      const radius = inUnit ? Number(said?.text) : NaN;
      if (!centre || !(radius > 0)) throw new BadGml('gml-arc', 'radius', node);
      const [x = NaN, y = NaN] = centre;
      return reading.pen.circle({ x, y, radius });
    }
    default:
      throw new BadGml('gml-kind', node.name, node);
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
