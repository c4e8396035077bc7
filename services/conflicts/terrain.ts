import { Delaunay } from 'd3-delaunay';
import type { Position } from 'geojson';

/** The height at a place; null where it is not known. Places that follow one another closely are found fastest. */
export type Height = (x: number, y: number) => number | null;

const unknown: Height = () => null;

/**
 * Terrain as a triangulated surface over points of known height ([x, y, height]), straight inside each triangle: exact
 * on a plane.
 * @returns makes a finder of heights: one for each stream of places, since each starts where it was last
 */
export function terrainOf(points: readonly Position[]): () => Height {
  const [origin] = points;
  if (points.length < 3) return () => unknown;
  // Near the origin, where the differences of large coordinates keep their digits.
  const xs = points.map(([x]) => x - origin[0]);
  const ys = points.map(([, y]) => y - origin[1]);
  const { triangles, halfedges } = new Delaunay(Float64Array.from(xs.flatMap((x, at) => [x, ys[at]])));
  if (triangles.length === 0) return () => unknown;

  /** Twice the signed area of the triangle of an edge and a place; positive when the place lies inside of the edge. */
  const side = (a: number, b: number, x: number, y: number) => (ys[a] - y) * (xs[b] - x) - (xs[a] - x) * (ys[b] - y);

  /** Walk towards the place, across the edge that it lies beyond. @returns first edge of its triangle; null outside */
  const walk = (from: number, x: number, y: number): number | null => {
    let at = from;
    for (let steps = 0; steps <= triangles.length; steps += 1) {
      const [a, b, c] = [triangles[at], triangles[at + 1], triangles[at + 2]];
      const beyond = side(a, b, x, y) < 0 ? at : side(b, c, x, y) < 0 ? at + 1 : side(c, a, x, y) < 0 ? at + 2 : -1;
      if (beyond < 0) return at;
      const across = halfedges[beyond];
      if (across < 0) return null;
      at = across - (across % 3);
    }
    return null;
  };

  return () => {
    let last = 0;
    return (x, y) => {
      const [atX, atY] = [x - origin[0], y - origin[1]];
      const triangle = walk(last, atX, atY);
      if (triangle === null) return null;
      last = triangle;
      const [a, b, c] = [triangles[triangle], triangles[triangle + 1], triangles[triangle + 2]];
      const [ofA, ofB, ofC] = [side(b, c, atX, atY), side(c, a, atX, atY), side(a, b, atX, atY)];
      const whole = ofA + ofB + ofC;
      if (whole === 0) return null; // all points in a row
      return (ofA * points[a][2] + ofB * points[b][2] + ofC * points[c][2]) / whole;
    };
  };
}
