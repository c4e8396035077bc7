import { type Mesh } from './mesh.ts';

/** Connected groups of faces with the same key. @param key per face; negative for faces in no group
 *  @returns per face the number of its lowest face in the group, or −1 */
export function componentsOf(mesh: Mesh, key: Int32Array): Int32Array {
  const head = Int32Array.from(key, (value, face) => (value < 0 ? -1 : face));
  const root = (face: number): number => {
    let top = face;
    while (head[top] !== top) top = head[top];
    while (head[face] !== top) {
      const next = head[face];
      head[face] = top;
      face = next;
    }
    return top;
  };
  for (let edge = 0; edge < mesh.edges; edge++) {
    const left = mesh.left[edge];
    const right = mesh.right[edge];
    if (key[left] < 0 || key[left] !== key[right]) continue;
    const a = root(left);
    const b = root(right);
    if (a !== b) head[Math.max(a, b)] = Math.min(a, b);
  }
  return head.map((value, face) => (value < 0 ? -1 : root(face)));
}
