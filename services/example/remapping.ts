import { edgeLine, roomBeside } from './cells.ts';
import { rounded, type Mesh } from './mesh.ts';
import { smoothNoise } from './noise.ts';
import { randomStream } from './random.ts';

/**
 * Mapping noise: in patches of the county the borders were drawn again for the closing survey, centimetres to a metre
 * beside the old ones. All points of a border move to the same side, so the strip between old and new is one polygon.
 * @param steady whether a border may move: both sides in the same municipality and nothing really changed there
 * @returns for each edge +1 when it moved towards its left face, −1 to its right, 0 when it stayed, and the new points
 */
export function remapped(
  mesh: Mesh,
  seed: number,
  steady: (edge: number) => boolean,
): { side: Int8Array; points: Float64Array } {
  const random = randomStream(seed, 'remapping');
  const patch = smoothNoise(seed, 'remapping');
  const side = new Int8Array(mesh.edges);
  const points = mesh.points.opening.slice();
  for (let edge = 0; edge < mesh.edges; edge++) {
    const first = mesh.bend[edge];
    const count = mesh.bend[edge + 1] - first;
    if (count === 0 || !steady(edge)) continue;
    const { x, y, dx, dy, length } = edgeLine(mesh, edge);
    if (length === 0 || patch(x / 2500, y / 2500) < 0.25) continue;
    const towards = random.next() < 0.5 ? 1 : -1;
    const moved: number[] = [];
    for (let i = first; i < first + count; i++) {
      const px = points[2 * i] - x;
      const py = points[2 * i + 1] - y;
      const step = towards * 0.05 * 20 ** random.next();
      const out = (dx * py - dy * px) / length + step;
      const share = (dx * px + dy * py) / (length * length);
      if (Math.abs(out) > 0.9 * roomBeside(mesh, edge, share)) break;
      moved.push(rounded(x + px - (step * dy) / length), rounded(y + py + (step * dx) / length));
    }
    if (moved.length < 2 * count) continue;
    points.set(moved, 2 * first);
    side[edge] = towards;
  }
  return { side, points };
}
