import type { Geometry, Position } from 'geojson';
import type { SourceFeature } from '../../services/imports/source-feature.ts';

/** A place in EPSG:25832 in the middle of Buskerud, where the tests' features lie. */
export const origin: readonly [x: number, y: number] = [520_000, 6_690_000];

/** Corners of a square, closed; `east` and `north` in metres from the origin. */
export function squareRing(east: number, north: number, side: number): Position[] {
  const [x, y] = [origin[0] + east, origin[1] + north];
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
}

export const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings });

export const square = (east: number, north: number, side: number): Geometry => polygon(squareRing(east, north, side));

/** Features in order, numbered as a reader would. */
export const features = (...list: Omit<SourceFeature, 'index'>[]): SourceFeature[] =>
  list.map((feature, index) => ({ index, ...feature }));

/** A feature with an id. */
export const feature = (
  id: string,
  geometry: Geometry | null,
  properties: Record<string, unknown> = {},
): Omit<SourceFeature, 'index'> => ({ id, geometry, properties });

/** `count` squares of land cover side by side, classed in turn. */
export function landCover(count: number, side = 100): SourceFeature[] {
  const columns = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, index) => ({
    index,
    id: `a${index}`,
    properties: { artype: index % 2 === 0 ? 30 : 60 },
    geometry: square((index % columns) * side, Math.floor(index / columns) * side, side),
  }));
}
