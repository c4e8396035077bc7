/** Of a geometry: its byte order, its type, how many parts. */
const headBytes = 9;
const countBytes = 4;
const positionBytes = 16;

/** Writes well-known binary, little endian, whose parts are counted while they are written. */
export class BinaryWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #view = viewOf(this.#bytes);
  #at = 0;

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#at);
  }

  /** Begin a geometry. @returns where */
  open(type: number): number {
    this.#makeRoom(headBytes);
    const start = this.#at;
    this.#view.setUint8(start, 1);
    this.#view.setUint32(start + 1, type, true);
    this.#at += headBytes;
    return start;
  }

  /** End a geometry. Of one without parts nothing is left, unless it may be empty. */
  close(start: number, parts: number, mayBeEmpty = false): boolean {
    if (parts === 0 && !mayBeEmpty) this.#at = start;
    else this.#view.setUint32(start + headBytes - countBytes, parts, true);
    return parts > 0;
  }

  position(x: number, y: number): void {
    this.#makeRoom(positionBytes);
    this.#view.setFloat64(this.#at, x, true);
    this.#view.setFloat64(this.#at + 8, y, true);
    this.#at += positionBytes;
  }

  /**
   * A ring that ends where it begins.
   * @param write writes its positions, each once, and says how many
   * @returns false for less than three: nothing is left of it
   */
  ring(write: () => number): boolean {
    this.#makeRoom(countBytes);
    const start = this.#at;
    this.#at += countBytes;
    const positions = write();
    if (positions < 3) {
      this.#at = start;
      return false;
    }
    const first = start + countBytes;
    this.position(this.#view.getFloat64(first, true), this.#view.getFloat64(first + 8, true));
    this.#view.setUint32(start, positions + 1, true);
    return true;
  }

  #makeRoom(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * this.#bytes.length);
    this.#bytes.copy(larger);
    this.#bytes = larger;
    this.#view = viewOf(larger);
  }
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
