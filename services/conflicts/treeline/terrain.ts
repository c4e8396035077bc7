import { Delaunay } from 'd3-delaunay';

/** The height at a place; null where it is not known. Places that follow one another closely are found fastest. */
export type Height = (x: number, y: number) => number | null;

const unknown: Height = () => null;

/**
 * Terrain as a triangulated surface over points of known height: exact on a plane.
 * @param points x, y and height of each, one after the other
 * @returns makes a finder of heights: one for each stream of places, since each starts where it was last
 */
export function terrainOf(points: Float64Array): () => Height {
  const count = points.length / 3;
  if (count < 3) return () => unknown;
  // Near the origin, where the differences of large coordinates keep their digits.
  const [originX, originY] = points;
  const places = new Float64Array(2 * count);
  for (let at = 0; at < count; at += 1) {
    places[2 * at] = points[3 * at] - originX;
    places[2 * at + 1] = points[3 * at + 1] - originY;
  }
  const { triangles, halfedges } = new Delaunay(places);
  if (triangles.length === 0) return () => unknown;

  /** Twice the signed area of the triangle of an edge and a place; positive when the place lies inside of the edge. */
  const side = (a: number, b: number, x: number, y: number) =>
    (places[2 * a + 1] - y) * (places[2 * b] - x) - (places[2 * a] - x) * (places[2 * b + 1] - y);

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
      const [atX, atY] = [x - originX, y - originY];
      const triangle = walk(last, atX, atY);
      if (triangle === null) return null;
      last = triangle;
      const [a, b, c] = [triangles[triangle], triangles[triangle + 1], triangles[triangle + 2]];
      const [ofA, ofB, ofC] = [side(b, c, atX, atY), side(c, a, atX, atY), side(a, b, atX, atY)];
      const whole = ofA + ofB + ofC;
      if (whole === 0) return null; // all points in a row
      return (ofA * points[3 * a + 2] + ofB * points[3 * b + 2] + ofC * points[3 * c + 2]) / whole;
    };
  };
}
