import { VertexIds } from './vertex-ids.ts';

const multiPolygon = 6;

/**
 * The polygons of a coverage as rings of numbered vertices: shells run anticlockwise, holes clockwise, and the last
 * vertex is not the first again.
 */
export class Rings {
  readonly vertices: VertexIds;
  /** Feature numbers of the faces, as they were added. */
  readonly fids: number[] = [];
  /** Of each face, its first part; one more than there are faces. */
  readonly firstPart = [0];
  /** Of each part, its first ring, which is its shell; one more than there are parts. */
  readonly firstRing = [0];
  /** Of each ring, its first place in `ids`; one more than there are rings. */
  readonly first = [0];
  /** The face of each ring. */
  readonly faceOf: number[] = [];
  /** Of each face, its area, square metres. */
  readonly areas: number[] = [];
  /** Vertices of all rings, ring after ring. */
  readonly ids: Int32Array;
  #size = 0;

  /** @param most how many vertices there may be in all */
  constructor(most: number) {
    this.vertices = new VertexIds(most);
    this.ids = new Int32Array(most);
  }

  /** @param wkb little endian, two dimensions: a polygon, or several as one */
  add(fid: number, wkb: Buffer): void {
    const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
    const parts = view.getUint32(1, true) === multiPolygon ? view.getUint32(5, true) : null;
    let at = parts === null ? 0 : 9;
    this.areas.push(0);
    for (let part = 0; part < (parts ?? 1); part += 1) {
      const rings = view.getUint32(at + 5, true);
      at += 9;
      for (let ring = 0; ring < rings; ring += 1) at = this.#ring(view, at, ring === 0);
      this.firstRing.push(this.first.length - 1);
    }
    this.fids.push(fid);
    this.firstPart.push(this.firstRing.length - 1);
  }

  /** @returns where the ring ends */
  #ring(view: DataView, start: number, isShell: boolean): number {
    const { vertices, ids } = this;
    const count = view.getUint32(start, true);
    const from = this.#size;
    for (let at = start + 4; at < start + 4 + (count - 1) * 16; at += 16) {
      const id = vertices.idOf(view.getFloat64(at, true), view.getFloat64(at + 8, true));
      if (this.#size === from || ids[this.#size - 1] !== id) ids[this.#size++] = id;
    }
    if (this.#size - from > 1 && ids[this.#size - 1] === ids[from]) this.#size -= 1;
    const ring = ids.subarray(from, this.#size);
    const twice = this.#turns(ring);
    if (twice > 0 !== isShell) ring.reverse();
    this.areas[this.fids.length] += (isShell ? 0.5 : -0.5) * Math.abs(twice);
    this.first.push(this.#size);
    this.faceOf.push(this.fids.length);
    return start + 4 + count * 16;
  }

  /** Twice the signed area of a ring, anticlockwise positive. */
  #turns(ring: Int32Array): number {
    const { x, y } = this.vertices;
    const [x0, y0] = [x[ring[0]], y[ring[0]]];
    let sum = 0;
    for (let i = 1; i + 1 < ring.length; i += 1)
      sum += (x[ring[i]] - x0) * (y[ring[i + 1]] - y0) - (x[ring[i + 1]] - x0) * (y[ring[i]] - y0);
    return sum;
  }
}
