import { feature, featureCollection, intersect } from '@turf/turf';
import type { Polygon } from 'geojson';
import { rounded } from './mesh.ts';
import type { Area } from './rings.ts';

/** The parts of areas that lie within another, as polygons. All in the same flat coordinates, the areas apart from each other. */
export function clippedTo(within: Area, areas: Polygon[]): Polygon[] {
  if (areas.length === 0) return [];
  const together = { type: 'MultiPolygon' as const, coordinates: areas.map(({ coordinates }) => coordinates) };
  const met = intersect(featureCollection<Area>([feature(together), feature(within)]))?.geometry;
  if (!met) return [];
  return (met.type === 'Polygon' ? [met.coordinates] : met.coordinates).map((rings) => ({
    type: 'Polygon',
    coordinates: rings.map((ring) => ring.map((position) => position.map(rounded))),
  }));
}
