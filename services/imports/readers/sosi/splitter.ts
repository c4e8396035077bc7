/** An element of the outermost level (`.KURVE 12:` and all that follows), as bytes. */
export interface Block {
  /** Of the first byte, in the file. */
  offset: number;
  /** Empty when the element is larger than the limit. */
  bytes: Buffer;
  /** The first bytes, also when it is larger than the limit: what it is. */
  start: Buffer;
  /** In the file, also when it is larger than the limit. */
  length: number;
  /** Number of its first line, from 1. */
  line: number;
}

const startBytes = 80;
/** A line that is indented further begins no element: it would have to be held until its first sign comes. */
const indentLimit = 1000;

const [lineFeed, dot, space, tab, carriageReturn] = [0x0a, 0x2e, 0x20, 0x09, 0x0d];

/** Cuts a SOSI file into its outermost elements, however its bytes come; keeps none that is larger than a limit. */
export class ElementSplitter {
  readonly #limit: number;
  /** Bytes of the element that has begun, from `#offset` on in the file. */
  #rest: Buffer = Buffer.alloc(0);
  /** What `#rest` is in, with room for more. */
  #room: Buffer = Buffer.alloc(0);
  #offset: number;
  #line = 1;
  /** Bytes of `#rest` in which no other element begins. */
  #searched = 0;
  /** Of the element that has begun, those that were let go because there are too many. */
  #dropped = 0;
  #droppedLines = 0;
  #droppedStart: Buffer | null = null;

  /** @param offset of the first byte that it is given, in the file */
  constructor(limit: number, offset: number) {
    this.#limit = limit;
    this.#offset = offset;
  }

  /** Give it the next bytes; get the elements that are whole now. What stands before the first comes as one, too. */
  *feed(chunk: Buffer): Generator<Block> {
    this.#append(chunk);
    let start = 0;
    let at = this.#searched;
    for (;;) {
      const end = this.#rest.indexOf(lineFeed, at);
      if (end < 0) {
        at = this.#rest.length; // no line ends in what there is
        break;
      }
      const found = this.#beginsElement(end + 1);
      if (found === undefined) break; // the next bytes will tell
      if (found) {
        yield this.#take(this.#rest.subarray(start, end + 1));
        start = end + 1;
      }
      at = end + 1;
    }
    this.#keep(start, at);
  }

  /** The last element. */
  *end(): Generator<Block> {
    if (this.#rest.length > 0) yield this.#take(this.#rest);
  }

  /** In place where there is room: to copy all that there is for each chunk would take the square of the time. */
  #append(chunk: Buffer): void {
    const length = this.#rest.length + chunk.length;
    const from = this.#rest.byteOffset - this.#room.byteOffset;
    if (this.#rest.length === 0) this.#rest = chunk;
    else if (this.#rest.buffer === this.#room.buffer && from + length <= this.#room.length) {
      chunk.copy(this.#room, from + this.#rest.length);
      this.#rest = this.#room.subarray(from, from + length);
    } else {
      this.#room = Buffer.allocUnsafeSlow(length * 2);
      this.#rest.copy(this.#room);
      chunk.copy(this.#room, this.#rest.length);
      this.#rest = this.#room.subarray(0, length);
    }
  }

  #keep(start: number, searched: number): void {
    this.#rest = this.#rest.subarray(start);
    this.#searched = searched - start;
    if (this.#rest.length + this.#dropped <= this.#limit) return;
    this.#droppedStart ??= Buffer.from(this.#rest.subarray(0, startBytes));
    this.#droppedLines += linesIn(this.#rest.subarray(0, this.#searched));
    this.#dropped += this.#searched;
    this.#rest = this.#rest.subarray(this.#searched);
    this.#searched = 0;
  }

  #take(bytes: Buffer): Block {
    const length = bytes.length + this.#dropped;
    const block = {
      offset: this.#offset,
      length,
      line: this.#line,
      bytes: length > this.#limit ? bytes.subarray(0, 0) : bytes,
      start: this.#droppedStart ?? bytes.subarray(0, startBytes),
    };
    this.#offset += length;
    this.#line += linesIn(bytes) + this.#droppedLines;
    this.#dropped = 0;
    this.#droppedLines = 0;
    this.#droppedStart = null;
    return block;
  }

  /** Whether a line begins with one dot; undefined when it is cut off before one can tell. */
  #beginsElement(start: number): boolean | undefined {
    const bytes = this.#rest;
    let at = start;
    while (bytes[at] === space || bytes[at] === tab || bytes[at] === carriageReturn) at += 1;
    if (at - start > indentLimit) return false;
    if (at + 1 >= bytes.length) return undefined;
    return bytes[at] === dot && bytes[at + 1] !== dot;
  }
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}
