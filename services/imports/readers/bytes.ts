import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const chunkBytes = 1024 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** A file's bytes, chunk by chunk, without the mark that some programs put before UTF-8. */
export async function* chunksOf(path: string): AsyncGenerator<Buffer, undefined> {
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    yield isFirst && chunk.subarray(0, 3).equals(byteOrderMark) ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}

/** How many bytes of such a mark a file begins with. */
export async function markLength(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0);
    return buffer.equals(byteOrderMark) ? byteOrderMark.length : 0;
  } finally {
    await file.close();
  }
}

/** The first bytes of a file, enough to tell its format by. */
export async function startOf(path: string, length = 4096): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
    const start = buffer.subarray(0, bytesRead);
    return start.subarray(0, 3).equals(byteOrderMark) ? start.subarray(3) : start;
  } finally {
    await file.close();
  }
}
