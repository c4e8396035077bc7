import { open, type FileHandle } from 'node:fs/promises';

/** Where an element stands in its file. */
export interface Place {
  offset: number;
  length: number;
}

/**
 * Where the curves of a file are, by their number: faces refer to them, before or after they come. Sixteen bytes and
 * a bit for each, so that a large file does not have to be held.
 */
export class CurveIndex {
  #numbers = new Float64Array(1024);
  #offsets = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  #order: Uint32Array | null = null;

  add(number: number, { offset, length }: Place): void {
    if (this.#count === this.#numbers.length) this.#grow();
    this.#numbers[this.#count] = number;
    this.#offsets[this.#count] = offset;
    this.#lengths[this.#count] = length;
    this.#count += 1;
    this.#order = null;
  }

  /** Undefined when there is none of this number; `twice` when a reference to it could mean either of two. */
  find(number: number): Place | 'twice' | undefined {
    const order = (this.#order ??= this.#sorted());
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#numberAt(order, middle) < number) low = middle + 1;
      else high = middle;
    }
    if (this.#numberAt(order, low) !== number) return undefined;
    if (this.#numberAt(order, low + 1) === number) return 'twice';
    const at = order[low] ?? 0;
    return { offset: this.#offsets[at] ?? NaN, length: this.#lengths[at] ?? 0 };
  }

  #numberAt(order: Uint32Array, rank: number): number {
    return rank < this.#count ? (this.#numbers[order[rank] ?? 0] ?? NaN) : NaN;
  }

  #sorted(): Uint32Array {
    const numbers = this.#numbers;
    return Uint32Array.from({ length: this.#count }, (_, at) => at).sort(
      (a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0),
    );
  }

  #grow(): void {
    const longer = <List extends Float64Array | Uint32Array>(list: List, empty: List): List => {
      empty.set(list);
      return empty;
    };
    const length = this.#count * 2;
    this.#numbers = longer(this.#numbers, new Float64Array(length));
    this.#offsets = longer(this.#offsets, new Float64Array(length));
    this.#lengths = longer(this.#lengths, new Uint32Array(length));
  }
}

/** Reads single elements of a file, and remembers what it was made of the last ones. */
export class ElementsByPlace<Made extends { length: number }> {
  readonly #path: string;
  readonly #make: (bytes: Buffer) => Made;
  readonly #remembered = new Map<number, Made>();
  /** Positions of what is remembered, and one more for each. */
  #items = 0;
  #file: Promise<FileHandle> | undefined;

  /** @param make of the bytes of an element; its `length` counts against the memory */
  constructor(path: string, make: (bytes: Buffer) => Made) {
    this.#path = path;
    this.#make = make;
  }

  async at({ offset, length }: Place): Promise<Made> {
    const known = this.#remembered.get(offset);
    if (known !== undefined) return known;
    const file = await (this.#file ??= open(this.#path));
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, offset);
    const made = this.#make(buffer.subarray(0, bytesRead));
    this.#remembered.set(offset, made);
    this.#items += made.length + 1;
    for (const [oldest, { length: items }] of this.#remembered) {
      if (this.#items <= remembered || oldest === offset) break;
      this.#remembered.delete(oldest);
      this.#items -= items + 1;
    }
    return made;
  }

  async close(): Promise<void> {
    await (await this.#file)?.close();
  }
}

/** Positions of curves that are kept in memory: some 50 MB. */
const remembered = 500_000;
