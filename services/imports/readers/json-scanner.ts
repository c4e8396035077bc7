import { UnreadableFile } from './unreadable.ts';

/** A larger feature is not read: it would need many times its size in memory. */
export const itemLimit = 128 * 1024 * 1024;
/** Brackets within brackets; a MultiPolygon of a feature needs 7. */
const depthLimit = 100;

const [quote, backslash, newline, comma] = [0x22, 0x5c, 0x0a, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Of every byte, whether it may change anything: most are numbers, and are passed over. */
const table = (...bytes: number[]): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => Number(bytes.includes(byte)));
const inStrings = table(quote, backslash, newline);
const inFeatures = table(quote, newline, openBrace, closeBrace, openBracket, closeBracket);
const anywhere = table(quote, newline, openBrace, closeBrace, openBracket, closeBracket, comma);

/** One element of the list, as bytes of the file. */
export interface Item {
  /** Null when it was too large or too deep to keep. */
  text: Buffer | null;
  tooMuch: 'too-large' | 'too-deep' | null;
  byte: number;
  line: number;
}

interface Listener {
  /** An element of the list under `list`. */
  item?: (item: Item) => void;
  /** Another member of the outermost object: `"name": value` as written. */
  member?: (text: Buffer) => void;
}

/**
 * Cuts a JSON document into the elements of one list of its outermost object (`features`) and its other members,
 * chunk by chunk. It knows strings and brackets only: what is inside is for JSON.parse, element by element, so that a
 * broken feature is that feature's fault. Memory is that of one element.
 * (stream-json makes tokens of every number: measured 8 MB/s against 69 MB/s, and it gives up at the first fault.)
 */
export class JsonScanner {
  /** Elements met so far. */
  items = 0;
  line = 1;
  #byte = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inList = false;
  #ended = false;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #startByte = 0;
  #startLine = 1;
  #tooMuch: Item['tooMuch'] = null;
  readonly #list: string;
  readonly #listener: Listener;

  constructor(list: string, listener: Listener) {
    this.#list = list;
    this.#listener = listener;
  }

  /** Take the next bytes of the file. @throws UnreadableFile */
  feed(chunk: Buffer): void {
    let from = 0; // where what is being held begins in this chunk
    for (let i = 0; i < chunk.length; i += 1) {
      const matters = this.#inString ? inStrings : this.#depth > 2 ? inFeatures : anywhere;
      if (this.#depth > 0 && !this.#escaped) {
        while (i < chunk.length && matters[chunk[i]] === 0) i += 1;
        if (i === chunk.length) break;
      }
      const code = chunk[i];
      if (code === newline) this.line += 1;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === backslash) this.#escaped = true;
        else if (code === quote) this.#inString = false;
        continue;
      }
      if (code === quote) this.#inString = true;
      else if (code === openBrace || code === openBracket) {
        this.#depth += 1;
        if (this.#depth > depthLimit) this.#tooMuch ??= 'too-deep';
        if (this.#depth === 1) {
          this.#begin(code, i);
          from = i + 1;
        } else if (this.#depth === 2 && code === openBracket && this.#isList(chunk, from, i)) {
          this.#inList = true;
          from = this.#restart(i + 1);
        }
      } else if (code === closeBrace || code === closeBracket) {
        this.#depth -= 1;
        if (this.#depth === 0 || (this.#depth === 1 && this.#inList)) {
          if (this.#depth === 0 ? code !== closeBrace : code !== closeBracket) throw this.#misplaced(code, i);
          this.#finish(chunk, from, i);
          from = this.#restart(i + 1);
          this.#inList = false;
          this.#ended = this.#depth === 0;
        }
        if (this.#depth < 0) throw this.#misplaced(code, i);
      } else if (code === comma && this.#depth === (this.#inList ? 2 : 1)) {
        this.#finish(chunk, from, i);
        from = this.#restart(i + 1);
      }
      if (this.#depth === 0 && code !== undefined && code > 0x20 && code !== closeBrace) throw this.#misplaced(code, i);
    }
    if (this.#depth > 0) this.#hold(chunk.subarray(from));
    this.#byte += chunk.length;
  }

  /** The file is at its end. @throws UnreadableFile when the document is not */
  end(): void {
    if (this.#byte === 0) throw new UnreadableFile('empty', {});
    if (this.#ended) return;
    if (this.#depth === 0) throw new UnreadableFile('empty', {});
    throw new UnreadableFile('truncated', { line: this.line, byte: this.#byte, feature: this.items });
  }

  #begin(code: number, at: number): void {
    if (this.#ended) throw new UnreadableFile('text-after-end', { line: this.line, byte: this.#byte + at });
    if (code === openBracket) throw new UnreadableFile('not-features', { type: '[…]' });
    this.#restart(at + 1);
  }

  /** Begin to hold anew. @returns where, for the caller's loop */
  #restart(at: number): number {
    this.#held = [];
    this.#heldBytes = 0;
    this.#tooMuch = null;
    this.#startByte = this.#byte + at;
    this.#startLine = this.line;
    return at;
  }

  #hold(bytes: Buffer): void {
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > itemLimit) this.#tooMuch ??= 'too-large';
    if (this.#tooMuch) this.#held = [];
    else this.#held.push(bytes);
  }

  #isList(chunk: Buffer, from: number, to: number): boolean {
    const name = /^\s*,?\s*"((?:[^"\\]|\\.)*)"\s*:\s*$/.exec(
      Buffer.concat([...this.#held, chunk.subarray(from, to)]).toString('utf8'),
    )?.[1];
    return name === this.#list;
  }

  #finish(chunk: Buffer, from: number, to: number): void {
    this.#hold(chunk.subarray(from, to));
    const text = this.#tooMuch ? null : this.#held.length === 1 ? this.#held[0] : Buffer.concat(this.#held);
    const isBlank = text !== null && text.length < 64 && text.toString('latin1').trim() === '';
    if (isBlank) return;
    if (!this.#inList) {
      if (text) this.#listener.member?.(text);
      else throw new UnreadableFile('too-large', { bytes: this.#heldBytes, limit: itemLimit });
      return;
    }
    this.items += 1;
    this.#listener.item?.({ text, tooMuch: this.#tooMuch, byte: this.#startByte, line: this.#startLine });
  }

  #misplaced(code: number, at: number): UnreadableFile {
    const place = { line: this.line, byte: this.#byte + at };
    if (this.#ended) return new UnreadableFile('text-after-end', place);
    return new UnreadableFile('not-json', { what: `‘${String.fromCharCode(code)}’`, ...place });
  }
}
