import type { Polygon } from 'geojson';

/** A square of land around a point of the analysis CRS. */
export function rectangleAround({ x, y }: { x: number; y: number }, side_m: number): Polygon {
  const half = side_m / 2;
  const [west, south, east, north] = [x - half, y - half, x + half, y + half];
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }; // prettier-ignore
}
