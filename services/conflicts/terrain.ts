import { Delaunay } from 'd3-delaunay';

export interface HeightPoint {
  x: number;
  y: number;
  height: number;
}

/**
 * Terrain as a triangulated surface over points of known height, straight inside each triangle: exact on a plane.
 * @returns the height at a place, same unit as given; null outside the points
 */
export function terrainOf(points: readonly HeightPoint[]): (x: number, y: number) => number | null {
  const [origin] = points;
  if (!origin || points.length < 3) return () => null;
  const xs = points.map(({ x }) => x - origin.x);
  const ys = points.map(({ y }) => y - origin.y);
  const { triangles, halfedges } = Delaunay.from(
    points,
    ({ x }) => x - origin.x,
    ({ y }) => y - origin.y,
  );
  if (triangles.length === 0) return () => null;
  const corner = (edge: number) => triangles[edge];
  /** Twice the signed area of the triangle of an edge and a place; positive when the place lies inside of the edge. */
  const side = (a: number, b: number, x: number, y: number) => (ys[a] - y) * (xs[b] - x) - (xs[a] - x) * (ys[b] - y);
  let last = 0;

  /** Walk from the last triangle towards the place, across the edge that it lies beyond. */
  const triangleAt = (x: number, y: number): number | null => {
    for (let steps = 0; steps <= triangles.length; steps += 1) {
      const beyond = [last, last + 1, last + 2].find((edge) => {
        const next = edge === last + 2 ? last : edge + 1;
        return side(corner(edge), corner(next), x, y) < 0;
      });
      if (beyond === undefined) return last;
      const across = halfedges[beyond];
      if (across < 0) return null;
      last = across - (across % 3);
    }
    return null;
  };

  return (x, y) => {
    const [atX, atY] = [x - origin.x, y - origin.y];
    const triangle = triangleAt(atX, atY);
    if (triangle === null) return null;
    const [a, b, c] = [corner(triangle), corner(triangle + 1), corner(triangle + 2)] as const;
    const [ofA, ofB, ofC] = [side(b, c, atX, atY), side(c, a, atX, atY), side(a, b, atX, atY)];
    const whole = ofA + ofB + ofC;
    if (whole === 0) return null; // all points in a row
    const height = (index: number) => points[index].height;
    return (ofA * height(a) + ofB * height(b) + ofC * height(c)) / whole;
  };
}
