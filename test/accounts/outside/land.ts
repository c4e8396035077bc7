import { difference, featureCollection, intersect, union } from '@turf/turf';
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { outsideArea } from './areas.ts';

/** Land in the plane of EPSG:25832, clipped by turf; null: none. */
export type Land = Feature<Polygon | MultiPolygon> | null;

export const landOf = (geometry: Geometry): Land => ({
  type: 'Feature',
  properties: {},
  geometry: geometry as Polygon | MultiPolygon,
});

export const both = (a: Land, b: Land): Land => a && b && intersect(featureCollection([a, b]));

export const without = (a: Land, b: Land): Land => (a && b ? difference(featureCollection([a, b])) : a);

/** Each piece of ground once. */
export function together(lands: readonly Land[]): Land {
  const some = lands.filter((land) => land !== null);
  const [first = null] = some;
  return some.length < 2 ? first : union(featureCollection(some));
}

/** Ellipsoidal m². */
export const m2 = (land: Land): number => (land ? outsideArea(land.geometry) : 0);

/** Its connected parts. */
export const partsOf = (land: Land): Land[] =>
  land?.geometry.type === 'MultiPolygon'
    ? land.geometry.coordinates.map((coordinates) => landOf({ type: 'Polygon', coordinates }))
    : [land];

/** Land within a distance of a point or a convex polygon, its corners rounded by steps of a 32nd of a turn, as GEOS draws. */
export function around(shape: Geometry, metres: number): Land {
  if (shape.type === 'Point') return polygon(arc(shape.coordinates, 0, 2 * Math.PI, metres));
  const ring = counterclockwise((shape as Polygon).coordinates[0] ?? []).slice(0, -1);
  const at = (place: number): Position => ring[(place + ring.length) % ring.length] ?? [];
  const heading = (place: number) => {
    const [[x = 0, y = 0], [nextX = 0, nextY = 0]] = [at(place), at(place + 1)];
    return Math.atan2(nextY - y, nextX - x) - Math.PI / 2;
  };
  return polygon(
    ring.flatMap((corner, place) => {
      const [before, after] = [heading(place - 1), heading(place)];
      return arc(corner, before, after < before ? after + 2 * Math.PI : after, metres);
    }),
  );
}

/** From one bearing to another, in equal steps. */
function arc([x = 0, y = 0]: Position, from: number, to: number, metres: number): Position[] {
  const steps = Math.max(1, Math.floor((to - from) / (Math.PI / 16) + 0.5));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = from + ((to - from) * step) / steps;
    return [x + metres * Math.cos(angle), y + metres * Math.sin(angle)];
  });
}

const polygon = (corners: Position[]): Land =>
  landOf({ type: 'Polygon', coordinates: [[...corners, corners[0] ?? []]] });

function counterclockwise(ring: readonly Position[]): Position[] {
  const double = ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [beforeX = 0, beforeY = 0] = ring[at] ?? [];
    return sum + (x - beforeX) * (y + beforeY);
  }, 0);
  return double > 0 ? [...ring].reverse() : [...ring];
}
