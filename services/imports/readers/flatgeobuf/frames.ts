import { ByteBuffer } from 'flatbuffers';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { fromByteBuffer, type HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js';
import { chunksOf } from '../bytes.ts';
import { UnreadableFile } from '../unreadable.ts';

const magicBytes = 8;
const sizeBytes = 4;
const headerLimit = 16 * 1024 * 1024;
/** One feature; the same as for one of GeoJSON. */
export const featureLimit = 128 * 1024 * 1024;

/** A file read front to back: head, index (passed over), features with their length before them. */
export class FlatGeobufFile {
  readonly header: HeaderMeta;
  readonly #bytes: ByteStream;

  private constructor(header: HeaderMeta, bytes: ByteStream) {
    this.header = header;
    this.#bytes = bytes;
  }

  /** @throws UnreadableFile */
  static async open(path: string): Promise<FlatGeobufFile> {
    const bytes = new ByteStream(path);
    await bytes.take(magicBytes, 0);
    const length = (await bytes.take(sizeBytes, 0)).readUInt32LE(0);
    if (length > headerLimit) throw new UnreadableFile('not-flatgeobuf', { what: `head of ${length} bytes` });
    return new FlatGeobufFile(parsedHeader(sized(await bytes.take(length, 0))), bytes);
  }

  /** The features one by one; null for one that is larger than the limit. */
  async *features(): AsyncGenerator<Feature | null> {
    const { indexNodeSize, featuresCount } = this.header;
    if (indexNodeSize > 0) await this.#bytes.skip(calcTreeSize(featuresCount, indexNodeSize), 0);
    let index = 0;
    for (; !(await this.#bytes.isAtEnd()); index += 1) {
      const length = (await this.#bytes.take(sizeBytes, index)).readUInt32LE(0);
      if (length > featureLimit) {
        await this.#bytes.skip(length, index);
        yield null;
      } else yield Feature.getSizePrefixedRootAsFeature(new ByteBuffer(sized(await this.#bytes.take(length, index))));
    }
    // A file may also be cut off between two features.
    if (index < featuresCount)
      throw new UnreadableFile('flatgeobuf-truncated', { byte: this.#bytes.at, feature: index });
  }

  close(): Promise<void> {
    return this.#bytes.close();
  }
}

/** A table with its length before it, in memory of its own: its doubles are at multiples of eight from there. */
function sized(table: Buffer): Uint8Array {
  const bytes = new Uint8Array(sizeBytes + table.length);
  new DataView(bytes.buffer).setUint32(0, table.length, true);
  bytes.set(table, sizeBytes);
  return bytes;
}

function parsedHeader(head: Uint8Array): HeaderMeta {
  try {
    return fromByteBuffer(new ByteBuffer(head));
  } catch (error) {
    throw new UnreadableFile('not-flatgeobuf', { what: (error as Error).message });
  }
}

/** Takes bytes off a file, in order. */
class ByteStream {
  readonly #chunks: AsyncGenerator<Buffer, undefined>;
  #rest: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(path: string) {
    this.#chunks = chunksOf(path);
  }

  /** @param feature that is being read, for the message. @throws UnreadableFile when the file ends before */
  async take(length: number, feature: number): Promise<Buffer> {
    const parts = [this.#rest];
    let have = this.#rest.length;
    while (have < length) {
      const { done, value } = await this.#chunks.next();
      if (done) throw new UnreadableFile('flatgeobuf-truncated', { byte: this.#at + have, feature });
      parts.push(value);
      have += value.length;
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts);
    this.#rest = all.subarray(length);
    this.#at += length;
    return all.subarray(0, length);
  }

  /** Bytes that were taken and skipped. */
  get at(): number {
    return this.#at;
  }

  async skip(length: number, feature: number): Promise<void> {
    let left = length;
    while (left > this.#rest.length) {
      left -= this.#rest.length;
      this.#at += this.#rest.length;
      const { done, value } = await this.#chunks.next();
      if (done) throw new UnreadableFile('flatgeobuf-truncated', { byte: this.#at, feature });
      this.#rest = value;
    }
    this.#rest = this.#rest.subarray(left);
    this.#at += left;
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return true;
      this.#rest = value;
    }
    return false;
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined);
  }
}
