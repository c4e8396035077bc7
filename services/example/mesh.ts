/**
 * The county as cells with shared borders. Cells are faces, borders are edges: every edge is stored once and used by the
 * faces on both sides, so neighbours have the very same vertices and the cells leave no gap and no overlap.
 */
export interface Mesh {
  /** Number of faces; faces outside the county keep their number but have no class. */
  faces: number;
  siteX: Float64Array;
  siteY: Float64Array;
  edges: number;
  /** The face on each side of an edge, looking from its first node to its last. */
  left: Int32Array;
  right: Int32Array;
  from: Int32Array;
  to: Int32Array;
  nodeX: Float64Array;
  nodeY: Float64Array;
  /** Points between the nodes of edge `e`: from `bend[e]` up to, not including, `bend[e + 1]`. */
  bend: Uint32Array;
  /** x and y by turns, one list per survey. */
  points: Record<Survey, Float64Array>;
}

/** The two years the ground was surveyed: the earlier and the later. */
export type Survey = 'opening' | 'closing';

export const surveyYear = { opening: 2018, closing: 2024 } as const satisfies Record<Survey, number>;

/** Millimetres: coordinates are kept short, and equal on both sides of a border. */
export const rounded = (metres: number): number => Math.round(metres * 1000) / 1000;

/** Faces beside each face, and the edges between them, as one list per face. */
export interface Neighbours {
  of(face: number): { face: number; edge: number }[];
}

export function neighboursOf(mesh: Mesh): Neighbours {
  const start = new Uint32Array(mesh.faces + 1);
  for (let edge = 0; edge < mesh.edges; edge++) {
    start[mesh.left[edge] + 1]++;
    start[mesh.right[edge] + 1]++;
  }
  for (let face = 0; face < mesh.faces; face++) start[face + 1] += start[face];
  const fill = start.slice();
  const list = new Int32Array(2 * mesh.edges);
  const put = (face: number, edge: number) => {
    list[fill[face]] = edge;
    fill[face]++;
  };
  for (let edge = 0; edge < mesh.edges; edge++) {
    put(mesh.left[edge], edge);
    put(mesh.right[edge], edge);
  }
  return {
    of: (face) =>
      Array.from(list.subarray(start[face], start[face + 1]), (edge) => ({
        edge,
        face: mesh.left[edge] === face ? mesh.right[edge] : mesh.left[edge],
      })),
  };
}
