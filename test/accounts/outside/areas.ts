import type { MultiPolygon, Polygon, Position } from 'geojson';
import { crsOf } from '../../../services/imports/crs.ts';
import { geodesicArea } from '../../geometry/geodesic.ts';

const crs = crsOf(25832);

/** Ellipsoidal m² of land in EPSG:25832 by GeographicLib, edges cut into pieces: nothing of it is PostGIS. */
export function outsideArea(land: Polygon | MultiPolygon, metres = 10): number {
  const polygons = land.type === 'Polygon' ? [land.coordinates] : land.coordinates;
  const ofRing = (ring: Position[]) =>
    Math.abs(geodesicArea(densified(ring, metres).map(([x = 0, y = 0]) => crs.toLonLat(x, y))));
  return polygons
    .map(([outer = [], ...holes]) => ofRing(outer) - holes.reduce((sum, hole) => sum + ofRing(hole), 0))
    .reduce((sum, each) => sum + each, 0);
}

const densified = (ring: Position[], metres: number): Position[] =>
  ring.flatMap(([x = 0, y = 0], at) => {
    const [nextX = x, nextY = y] = ring[at + 1] ?? [];
    const pieces = at + 1 < ring.length ? Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / metres)) : 1;
    return Array.from({ length: pieces }, (_, piece) => [
      x + ((nextX - x) * piece) / pieces,
      y + ((nextY - y) * piece) / pieces,
    ]);
  });
