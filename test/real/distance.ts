import type { Geometry, Position } from 'geojson';

/** The lines and rings of a geometry, a point as a line of one position, in their order. */
export function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
  }
}

/** A line without vertices that are in the plane where the one before them is. */
export const withoutRepeats = (line: readonly Position[]): Position[] =>
  line.filter(([x, y], at) => at === 0 || x !== line[at - 1]?.[0] || y !== line[at - 1]?.[1]);

/** How far corresponding vertices lie apart at most: rings may begin anywhere and run either way round. */
export function vertexDistance(a: readonly Position[], b: readonly Position[]): number {
  if (a.length !== b.length) return Infinity;
  const isRing = a.length > 3 && apart(a[0], a.at(-1)) === 0;
  if (!isRing) return Math.max(...a.map((position, at) => apart(position, b[at])));
  const [from, to] = [a.slice(1), b.slice(1)];
  const nearest = Math.min(...to.map((position) => apart(from[0], position)));
  const starts = to.flatMap((position, at) => (apart(from[0], position) === nearest ? [at] : []));
  const walks = starts.flatMap((start) => [1, -1].map((step) => ({ start, step })));
  return Math.min(
    ...walks.map(({ start, step }) =>
      Math.max(...from.map((position, at) => apart(position, to.at((start + step * at) % to.length)))),
    ),
  );
}

/** How far vertices of either line lie from the other line at most: the lines may have other vertices. */
export const lineDistance = (a: readonly Position[], b: readonly Position[]): number =>
  Math.max(...a.map((position) => fromLine(position, b)), ...b.map((position) => fromLine(position, a)));

const fromLine = (position: Position, line: readonly Position[]): number =>
  Math.min(...line.map((start, at) => fromSegment(position, start, line[at + 1] ?? start)));

function fromSegment(position: Position, start: Position, end: Position): number {
  const along = start.map((value, axis) => (end[axis] ?? NaN) - value);
  const length = along.reduce((sum, value) => sum + value * value, 0);
  const dot = along.reduce((sum, value, axis) => sum + value * ((position[axis] ?? NaN) - (start[axis] ?? NaN)), 0);
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot / length));
  return apart(
    position,
    start.map((value, axis) => value + share * (along[axis] ?? NaN)),
  );
}

/** In space where both have a height, else in the plane. */
function apart(a: Position | undefined, b: Position | undefined): number {
  if (!a || !b) return Infinity;
  const axes = Math.min(a.length, b.length);
  return Math.hypot(...a.slice(0, axes).map((value, axis) => value - (b[axis] ?? NaN)));
}
