import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from '../unreadable.ts';

/** What an archive of maps may be; what is larger is no plan but an attack or a slip. */
export const archiveLimits = { entries: 1000, bytes: 1024 ** 3 };

const linkMode = 0o120000;
const typeOfFile = 0o170000;

/** What programs put beside the data. */
const clutter = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/;

/**
 * Unpack a zip archive into a folder.
 * @returns paths of the files in it, as they are in the archive
 * @throws UnreadableFile when it is broken, encrypted, too large, or names places outside of itself; what has been
 * unpacked until then stays for the caller to remove
 */
export async function unpack(path: string, folder: string, limits = archiveLimits): Promise<string[]> {
  const zip = await opened(path);
  try {
    const entries = (await entriesOf(zip, limits)).filter(
      ({ fileName }) => !fileName.endsWith('/') && !clutter.test(fileName),
    );
    refuseUnsafe(entries);
    for (const entry of entries) await write(zip, entry, join(folder, entry.fileName));
    return entries.map(({ fileName }) => fileName);
  } catch (error) {
    // What the system says of a place on the disk is no fault of the archive.
    if (error instanceof UnreadableFile || (error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    throw new UnreadableFile('bad-archive', { what: (error as Error).message.replaceAll(folder, '') });
  } finally {
    zip.close();
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true });
  } catch (error) {
    throw new UnreadableFile('bad-archive', { what: (error as Error).message });
  }
}

async function entriesOf(zip: ZipFile, { entries: limit, bytes }: typeof archiveLimits): Promise<Entry[]> {
  if (zip.entryCount > limit) throw new UnreadableFile('archive-too-many', { entries: zip.entryCount, limit });
  const entries: Entry[] = [];
  let sum = 0;
  // yauzl itself refuses names with `..` and absolute ones.
  for await (const entry of zip.eachEntry()) {
    sum += entry.uncompressedSize;
    if (sum > bytes) throw new UnreadableFile('archive-too-large', { limit: bytes });
    entries.push(entry);
  }
  return entries;
}

function refuseUnsafe(entries: readonly Entry[]): void {
  const names = new Set<string>();
  for (const { fileName, externalFileAttributes, generalPurposeBitFlag } of entries) {
    if (((externalFileAttributes >>> 16) & typeOfFile) === linkMode)
      throw new UnreadableFile('archive-unsafe', { name: fileName, what: 'link' });
    if ((generalPurposeBitFlag & 1) !== 0)
      throw new UnreadableFile('archive-unsafe', { name: fileName, what: 'encrypted' });
    const key = fileName.toLowerCase();
    if (names.has(key)) throw new UnreadableFile('archive-unsafe', { name: fileName, what: 'twice' });
    names.add(key);
  }
}

/** yauzl ends the stream with an error when the entry has another length than it said. */
async function write(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx' }));
}
