import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A star-shaped polygon round a centre: never crosses itself. */
export function star(x: number, y: number, radii: readonly number[]): Polygon {
  const ring = radii.map((radius, at): Position => {
    const angle = (2 * Math.PI * at) / radii.length;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

/** The same ground in two halves, cut through the first and the middle vertex. */
export function halves({ coordinates: [ring = []] }: Polygon): Polygon[] {
  const open = ring.slice(0, -1);
  const middle = open.length / 2;
  const parts = [open.slice(0, middle + 1), [...open.slice(middle), open[0]]];
  return parts.map((part) => ({ type: 'Polygon', coordinates: [[...part, part[0]]] }));
}

/** The same ground with points put on every edge. */
export function densified({ coordinates: [ring = []] }: Polygon, parts: number): Polygon {
  const points = ring.slice(0, -1).flatMap((from, at) => {
    const to = ring[at + 1];
    return Array.from({ length: parts }, (_, part): Position => {
      const share = part / parts;
      return [0, 1].map((axis) => from[axis] * (1 - share) + to[axis] * share);
    });
  });
  return { type: 'Polygon', coordinates: [[...points, points[0]]] };
}

/** The same ground, its rings the other way round. */
export const reversed = ({ coordinates }: Polygon): Polygon => ({
  type: 'Polygon',
  coordinates: coordinates.map((ring) => [...ring].reverse()),
});
/** Land of several parts, as one. */
export const asParts = (parts: Polygon[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: parts.map(({ coordinates }) => coordinates),
});

/** Radii of a star with an even number of corners, so that it has a first and a middle one. */
export const radii = (most: number) =>
  fc
    .array(fc.double({ min: most / 3, max: most, noNaN: true }), { minLength: 6, maxLength: 12 })
    .map((list) => (list.length % 2 === 0 ? list : list.slice(1)));
