/** Numbers for places, from 0: the same place, to the last bit, has the same number. */
export class VertexIds {
  readonly x: Float64Array;
  readonly y: Float64Array;
  size = 0;
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #place = new Float64Array(2);
  readonly #bits = new Int32Array(this.#place.buffer);

  /** @param most how many places there may be */
  constructor(most: number) {
    this.x = new Float64Array(most);
    this.y = new Float64Array(most);
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#slots = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
  }

  idOf(x: number, y: number): number {
    for (let at = this.#hash(x, y); ; at += 1) {
      const slot = at & this.#mask;
      const id = this.#slots[slot];
      if (id >= 0 && (this.x[id] !== x || this.y[id] !== y)) continue;
      if (id >= 0) return id;
      this.#slots[slot] = this.size;
      this.x[this.size] = x;
      this.y[this.size] = y;
      return this.size++;
    }
  }

  #hash(x: number, y: number): number {
    this.#place[0] = x + 0; // −0 is 0
    this.#place[1] = y + 0;
    const bits = this.#bits;
    let hash = Math.imul(bits[0] ^ Math.imul(bits[1], 0x85ebca6b), 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ bits[2], 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 13) ^ bits[3], 0x27d4eb2f);
    return hash ^ (hash >>> 16);
  }
}
