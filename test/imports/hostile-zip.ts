import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive, with what an honest program would not write. */
export interface ZipEntry {
  name: string;
  content: Uint8Array;
  /** Of the content, where it is not its real one. */
  declaredSize?: number;
  /** Mode of Unix: 0o120777 is a link. */
  mode?: number;
  encrypted?: boolean;
  /** Shares the bytes of the entry before it. */
  overlaps?: boolean;
}

const [localHead, centralHead, endOfDirectory] = [0x04034b50, 0x02014b50, 0x06054b50];

/** The bytes of a zip archive. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let [offset, last] = [0, 0];
  for (const { name, content, declaredSize, mode = 0o100644, encrypted = false, overlaps = false } of entries) {
    const packed = packedOnce(content);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.crc, 10);
    common.writeUInt32LE(packed.bytes.length, 14);
    common.writeUInt32LE(declaredSize ?? content.length, 18);
    common.writeUInt16LE(title.length, 22);
    if (!overlaps) {
      last = offset;
      parts.push(uint32(localHead), common, title, packed.bytes);
      offset += 4 + common.length + title.length + packed.bytes.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode * 0x10000, 6);
    rest.writeUInt32LE(last, 10);
    directory.push(uint32(centralHead), Buffer.from([20, 3]), common, rest, title);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, uint32(endOfDirectory), end]);
}

const known = new WeakMap<Uint8Array, { bytes: Buffer; crc: number }>();

/** The same content is packed once: bombs are made of much of it. */
function packedOnce(content: Uint8Array): { bytes: Buffer; crc: number } {
  const packed = known.get(content) ?? { bytes: deflateRawSync(content), crc: crc32(content) };
  known.set(content, packed);
  return packed;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
