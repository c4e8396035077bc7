import type { Position } from 'geojson';
import { BadGml } from './bad-gml.ts';
import { curveOf } from './curves.ts';
import type { Frame, GmlReading } from './reading.ts';
import { childrenOf, type XmlNode } from './xml-node.ts';

/** The polygons of a surface of any kind, each as its rings, the outer border first. @throws BadGml */
export function polygonsOf(reading: GmlReading, node: XmlNode, outer: Frame, depth: number): Position[][][] {
  const frame = reading.enter(node, outer, depth);
  switch (node.name) {
    case 'Polygon':
    case 'PolygonPatch':
    case 'Triangle':
    case 'Rectangle':
      return [ringsOf(reading, node, frame, depth)];
    case 'Surface':
    case 'PolyhedralSurface':
    case 'TriangulatedSurface':
    case 'Tin':
      return childrenOf(node, 'patches', 'polygonPatches', 'trianglePatches')
        .flatMap(({ children }) => children)
        .flatMap((patch) => polygonsOf(reading, patch, frame, depth + 1));
    case 'MultiPolygon':
    case 'MultiSurface':
    case 'CompositeSurface':
    case 'OrientableSurface':
      return reading.members(node).flatMap((member) => polygonsOf(reading, member, frame, depth + 1));
    default:
      throw new BadGml('gml-kind', node.name, node);
  }
}

function ringsOf(reading: GmlReading, node: XmlNode, frame: Frame, depth: number): Position[][] {
  const borders = childrenOf(node, 'exterior', 'outerBoundaryIs', 'interior', 'innerBoundaryIs');
  borders.sort((a, b) => Number(isHole(a)) - Number(isHole(b)));
  if (borders[0] === undefined || isHole(borders[0])) throw new BadGml('gml-no-border', node.name, node);
  return borders.map((border) => {
    const [ring] = reading.inside(border);
    if (!ring) throw new BadGml('gml-no-border', border.name, border);
    return curveOf(reading, ring, frame, depth + 1);
  });
}

const isHole = ({ name }: XmlNode): boolean => name === 'interior' || name === 'innerBoundaryIs';
