/** A queue of nodes by what it costs to reach them, cheapest first: a heap with four children a node, on typed arrays. */
export class Heap {
  #keys = new Float64Array(1024);
  #values = new Int32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Cost of the cheapest; Infinity when there is none. */
  get least(): number {
    return this.#size > 0 ? this.#keys[0] : Infinity;
  }

  clear(): void {
    this.#size = 0;
  }

  push(key: number, value: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const [keys, values] = [this.#keys, this.#values];
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (keys[parent] <= key) break;
      keys[at] = keys[parent];
      values[at] = values[parent];
      at = parent;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** Take out the cheapest. @returns its node; -1 when there is none */
  pop(): number {
    if (this.#size === 0) return -1;
    const [keys, values] = [this.#keys, this.#values];
    const result = values[0];
    const size = --this.#size;
    const key = keys[size];
    let at = 0;
    for (;;) {
      const child = 4 * at + 1;
      if (child >= size) break;
      let least = child;
      for (let other = child + 1; other < Math.min(child + 4, size); other++)
        if (keys[other] < keys[least]) least = other;
      if (keys[least] >= key) break;
      keys[at] = keys[least];
      values[at] = values[least];
      at = least;
    }
    keys[at] = key;
    values[at] = values[size];
    return result;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Float64Array(2 * keys.length);
    this.#values = new Int32Array(2 * values.length);
    this.#keys.set(keys);
    this.#values.set(values);
  }
}
