import { Delaunay } from 'd3-delaunay';
import { rounded, type Mesh } from './mesh.ts';
import { randomStream } from './random.ts';
import type { Sites } from './sites.ts';

/** Nodes nearer than this are one node: shorter borders would be lost in rounding. */
const joined = 0.05;

/**
 * Voronoi cells of the sites with roughened borders. A border's displaced points stay inside the diamond of its two ends
 * and the two sites, and diamonds of different borders do not meet, so no border can cross another.
 */
export function cellsOf(sites: Sites, seed: number): Mesh {
  const faces = sites.x.length;
  const flat = new Float64Array(2 * faces);
  for (let i = 0; i < faces; i++) {
    flat[2 * i] = sites.x[i];
    flat[2 * i + 1] = sites.y[i];
  }
  const { triangles, halfedges } = new Delaunay(flat);
  const { x: nodeX, y: nodeY } = circumcentres(sites, triangles);
  const node = joinedNodes(nodeX, nodeY, halfedges);
  const left: number[] = [];
  const right: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let half = 0; half < halfedges.length; half++) {
    const twin = halfedges[half];
    if (twin < half) continue;
    const a = node[Math.floor(half / 3)];
    const b = node[Math.floor(twin / 3)];
    if (a === b) continue;
    // d3-delaunay winds its triangles clockwise where y points north, so the dual edge has the half-edge's start on its left.
    left.push(triangles[half]);
    right.push(triangles[half % 3 === 2 ? half - 2 : half + 1]);
    from.push(a);
    to.push(b);
  }
  const mesh = {
    faces,
    siteX: sites.x,
    siteY: sites.y,
    edges: left.length,
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    nodeX,
    nodeY,
  };
  const { bend, points } = roughened(mesh, seed);
  return { ...mesh, bend, points: { opening: points, closing: points } };
}

function circumcentres(sites: Sites, triangles: ArrayLike<number>): { x: Float64Array; y: Float64Array } {
  const count = triangles.length / 3;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [triangles[3 * i], triangles[3 * i + 1], triangles[3 * i + 2]];
    const ax = sites.x[a];
    const ay = sites.y[a];
    const bx = sites.x[b] - ax;
    const by = sites.y[b] - ay;
    const cx = sites.x[c] - ax;
    const cy = sites.y[c] - ay;
    const double = 2 * (bx * cy - by * cx);
    const bb = bx * bx + by * by;
    const cc = cx * cx + cy * cy;
    x[i] = rounded(ax + (cy * bb - by * cc) / double);
    y[i] = rounded(ay + (bx * cc - cx * bb) / double);
  }
  return { x, y };
}

/** For each triangle the node that stands for its circumcentre: the first of those that lie together. */
function joinedNodes(x: Float64Array, y: Float64Array, halfedges: ArrayLike<number>): Int32Array {
  const node = Int32Array.from({ length: x.length }, (_, i) => i);
  const root = (i: number): number => {
    let top = i;
    while (node[top] !== top) top = node[top];
    node[i] = top;
    return top;
  };
  for (let half = 0; half < halfedges.length; half++) {
    const twin = halfedges[half];
    if (twin < half) continue;
    const a = root(Math.floor(half / 3));
    const b = root(Math.floor(twin / 3));
    if (Math.hypot(x[a] - x[b], y[a] - y[b]) < joined) node[Math.max(a, b)] = Math.min(a, b);
  }
  for (let i = 0; i < node.length; i++) root(i);
  return node;
}

type Bare = Omit<Mesh, 'bend' | 'points'>;

/** Points between the ends of each edge: none on short ones, one or three on longer ones. */
function roughened(mesh: Bare, seed: number): { bend: Uint32Array; points: Float64Array } {
  const random = randomStream(seed, 'borders');
  const bend = new Uint32Array(mesh.edges + 1);
  const points: number[] = [];
  for (let edge = 0; edge < mesh.edges; edge++) {
    const { dx, dy, length, x, y } = edgeLine(mesh, edge);
    const steps = length < 20 ? 0 : length < 120 ? 2 : 4;
    for (let step = 1; step < steps; step++) {
      const t = step / steps;
      const room = Math.min(0.75 * roomBeside(mesh, edge, t), 0.12 * length);
      const out = random.between(-1, 1) * room;
      points.push(rounded(x + t * dx - (out * dy) / length), rounded(y + t * dy + (out * dx) / length));
    }
    bend[edge + 1] = points.length / 2;
  }
  return { bend, points: Float64Array.from(points) };
}

/** Start, direction and length of the straight line between an edge's nodes. */
export function edgeLine(mesh: Bare, edge: number): { x: number; y: number; dx: number; dy: number; length: number } {
  const a = mesh.from[edge];
  const b = mesh.to[edge];
  const x = mesh.nodeX[a];
  const y = mesh.nodeY[a];
  const dx = mesh.nodeX[b] - x;
  const dy = mesh.nodeY[b] - y;
  return { x, y, dx, dy, length: Math.hypot(dx, dy) };
}

/**
 * How far the point at share `t` of an edge may move to either side and stay in the diamond, and no more than half way
 * to the sites.
 */
export function roomBeside(mesh: Bare, edge: number, t: number): number {
  const { x, y, dx, dy, length } = edgeLine(mesh, edge);
  let room = Infinity;
  for (const site of [mesh.left[edge], mesh.right[edge]]) {
    const sx = mesh.siteX[site] - x;
    const sy = mesh.siteY[site] - y;
    const height = Math.abs(dx * sy - dy * sx) / length;
    const foot = (dx * sx + dy * sy) / (length * length);
    if (foot > 0) room = Math.min(room, (height * t) / foot);
    if (foot < 1) room = Math.min(room, (height * (1 - t)) / (1 - foot));
    room = Math.min(room, height / 2);
  }
  return room;
}
