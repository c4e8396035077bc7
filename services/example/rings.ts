import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type Mesh, type Survey } from './mesh.ts';

export type Area = Polygon | MultiPolygon;

/** Unions of faces, one per label, each made when it is asked for. */
export interface Unions {
  labels: number;
  /** EPSG:25832, outer rings anticlockwise; null when no face has the label. */
  get(label: number): Area | null;
}

/**
 * The union of the faces that carry the same label, traced along the edges where the label changes: neighbours share
 * every vertex. @param label per face, from 0; −1 for faces in no union
 */
export function unionsOf(mesh: Mesh, label: Int32Array, survey: Survey): Unions {
  const labels = label.reduce((highest, value) => Math.max(highest, value), -1) + 1;
  const start = new Uint32Array(labels + 1);
  const borders = (visit: (label: number, half: number) => void) => {
    for (let edge = 0; edge < mesh.edges; edge++) {
      const left = label[mesh.left[edge]];
      const right = label[mesh.right[edge]];
      if (left === right) continue;
      if (left >= 0) visit(left, 2 * edge);
      if (right >= 0) visit(right, 2 * edge + 1);
    }
  };
  borders((value) => start[value + 1]++);
  for (let value = 0; value < labels; value++) start[value + 1] += start[value];
  const fill = start.slice();
  const halves = new Int32Array(start[labels]);
  borders((value, half) => {
    halves[fill[value]] = half;
    fill[value]++;
  });
  return {
    labels,
    get(value) {
      const own = halves.subarray(start[value], start[value + 1]);
      return own.length === 0 ? null : assembled(ringsOf(mesh, own, survey));
    },
  };
}

/** First node of half-edge `half`: even ones run forward along edge `half / 2`, odd ones back. */
const startOf = (mesh: Mesh, half: number) => (half % 2 === 0 ? mesh.from : mesh.to)[half >> 1];
const endOf = (mesh: Mesh, half: number) => (half % 2 === 0 ? mesh.to : mesh.from)[half >> 1];

/** Closed walks along half-edges; where a walk comes back to a node it is cut there, so that rings never touch themselves. */
function ringsOf(mesh: Mesh, halves: Int32Array, survey: Survey): Position[][] {
  const leaving = new Map<number, number[]>();
  for (const half of halves) {
    const node = startOf(mesh, half);
    const others = leaving.get(node);
    if (others) others.push(half);
    else leaving.set(node, [half]);
  }
  const rings: Position[][] = [];
  for (const [node, others] of leaving)
    while (others.length > 0) {
      const walk: number[] = [];
      const position = new Map<number, number>([[node, 0]]);
      let here = node;
      do {
        const half = leaving.get(here)?.pop();
        if (half === undefined) throw new Error(`The border of an area of the example county is open at node ${here}.`);
        walk.push(half);
        here = endOf(mesh, half);
        const before = position.get(here);
        if (before === undefined) position.set(here, walk.length);
        else {
          const loop = walk.splice(before);
          for (const gone of loop.slice(1)) position.delete(startOf(mesh, gone));
          rings.push(ringAlong(mesh, loop, survey));
        }
      } while (walk.length > 0);
    }
  return rings;
}

function ringAlong(mesh: Mesh, loop: number[], survey: Survey): Position[] {
  const ring: Position[] = [];
  for (const half of loop) {
    const node = startOf(mesh, half);
    ring.push([mesh.nodeX[node], mesh.nodeY[node]], ...bendsAlong(mesh, half, survey));
  }
  const first = ring[0];
  if (first) ring.push([...first]);
  return ring;
}

/** The points of a half-edge between its two nodes, in its direction. */
export function bendsAlong(mesh: Mesh, half: number, survey: Survey): Position[] {
  const edge = half >> 1;
  const points = mesh.points[survey];
  const found: Position[] = [];
  for (let i = mesh.bend[edge]; i < mesh.bend[edge + 1]; i++) found.push([points[2 * i], points[2 * i + 1]]);
  return half % 2 === 0 ? found : found.reverse();
}

/** Signed planar area of a closed ring, m²: positive when it runs anticlockwise. */
export function ringArea(ring: Position[]): number {
  const [ox = 0, oy = 0] = ring[0] ?? [];
  let double = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    double += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return double / 2;
}

/** Planar area in EPSG:25832, m². */
export function planarArea(area: Area): number {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.reduce((sum, rings) => sum + rings.reduce((part, ring) => part + ringArea(ring), 0), 0);
}

function assembled(rings: Position[][]): Area {
  const outer = rings.filter((ring) => ringArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    const home = outer.length === 1 ? outer[0] : innermost(outer, middle(hole));
    if (!home) throw new Error('A hole in an area of the example county lies in none of its parts.');
    home.push(hole);
  }
  const [only] = outer;
  return outer.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: outer };
}

/** The smallest polygon round a point: an island in a lake lies within two. */
function innermost(polygons: Position[][][], point: Position): Position[][] | undefined {
  return polygons
    .filter(([ring]) => ring && contains(ring, point))
    .reduce<Position[][] | undefined>((a, b) => (a && ringArea(a[0] ?? []) < ringArea(b[0] ?? []) ? a : b), undefined);
}

/** Middle of a ring's first side: never a vertex, where a hole may touch another ring. */
function middle([a = [], b = []]: Position[]): Position {
  return [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2];
}

/** Whether a closed ring goes round a point (even-odd). */
export function contains(ring: Position[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
