import { cover, type Ground } from './ground.ts';
import { rounded, type Mesh, type Neighbours } from './mesh.ts';
import { randomStream } from './random.ts';

/** Plots that were built between the surveys inside a cell: new faces with one closed edge each, as holes in the old. */
export interface Clearings {
  mesh: Mesh;
  /** For each face the face it was part of in the opening survey: itself but for the new ones. */
  origin: Int32Array;
}

/** Share of the forest and open cells that had a plot cleared and built. */
const clearedShare = 0.006;

export function withClearings(mesh: Mesh, neighbours: Neighbours, ground: Ground, seed: number): Clearings {
  const random = randomStream(seed, 'clearings');
  const parents: number[] = [];
  for (let face = 0; face < mesh.faces; face++) {
    const opening = ground.opening[face];
    const wild = opening === cover.forest || opening === cover.open;
    if (wild && opening === ground.closing[face] && random.next() < clearedShare) parents.push(face);
  }
  const bend = [...mesh.bend];
  const points = [...mesh.points.opening];
  const nodeX = [...mesh.nodeX];
  const nodeY = [...mesh.nodeY];
  for (const parent of parents) {
    const [first, ...others] = plot(mesh, neighbours, parent, random.between(0.65, 1), random.between(0, Math.PI));
    nodeX.push(first?.[0] ?? 0);
    nodeY.push(first?.[1] ?? 0);
    points.push(...others.flat());
    bend.push(points.length / 2);
  }
  const added = parents.map((_, index) => index);
  const list = (values: Int32Array, extra: number[]) => Int32Array.from([...values, ...extra]);
  const closed = added.map((index) => mesh.nodeX.length + index);
  const shape = Float64Array.from(points);
  return {
    mesh: {
      faces: mesh.faces + parents.length,
      siteX: Float64Array.from([...mesh.siteX, ...parents.map((parent) => mesh.siteX[parent])]),
      siteY: Float64Array.from([...mesh.siteY, ...parents.map((parent) => mesh.siteY[parent])]),
      edges: mesh.edges + parents.length,
      left: list(
        mesh.left,
        added.map((index) => mesh.faces + index),
      ),
      right: list(mesh.right, parents),
      from: list(mesh.from, closed),
      to: list(mesh.to, closed),
      nodeX: Float64Array.from(nodeX),
      nodeY: Float64Array.from(nodeY),
      bend: Uint32Array.from(bend),
      points: { opening: shape, closing: shape },
    },
    origin: Int32Array.from({ length: mesh.faces + parents.length }, (_, face) => parents[face - mesh.faces] ?? face),
  };
}

/** Corners of a plot round the site of a face, anticlockwise; roughened borders never come nearer than half the inscribed circle. */
function plot(mesh: Mesh, neighbours: Neighbours, face: number, size: number, turn: number): [number, number][] {
  const x = mesh.siteX[face];
  const y = mesh.siteY[face];
  const distances = neighbours
    .of(face)
    .map(({ face: other }) => Math.hypot(mesh.siteX[other] - x, mesh.siteY[other] - y));
  const reach = 0.4 * (Math.min(...distances) / 2) * size;
  return Array.from({ length: 7 }, (_, corner) => {
    const angle = turn + (corner * 2 * Math.PI) / 7;
    const radius = reach * (corner % 2 === 0 ? 1 : 0.8);
    return [rounded(x + radius * Math.cos(angle)), rounded(y + radius * Math.sin(angle))];
  });
}
