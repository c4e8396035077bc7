import geographiclib from 'geographiclib-geodesic';

/** GeographicLib on GRS80, which shares nothing with our formulas: great-ellipse edges, no projection. */
const grs80 = new geographiclib.Geodesic.Geodesic(6_378_137, 1 / 298.257222101);

/** Area in m² inside geodesic edges between positions in degrees. */
export function geodesicArea(ring: readonly (readonly number[])[]): number {
  const polygon = grs80.Polygon(false);
  for (const [longitude, latitude] of ring.slice(1)) polygon.AddPoint(latitude, longitude);
  return Math.abs(polygon.Compute(false, true).area as number);
}

/** Length in m of the geodesics between positions in degrees. */
export function geodesicLength(line: readonly (readonly number[])[]): number {
  const path = grs80.Polygon(true);
  for (const [longitude, latitude] of line) path.AddPoint(latitude, longitude);
  return path.Compute(false, true).perimeter;
}
