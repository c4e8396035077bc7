import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from '../../database/embedded/lock.ts';
import { UnreadableFile } from './unreadable.ts';

const prefix = 'grunnriss-import-';
/** A disk with less room than this is full: files are written by larger pieces. */
const fullBelow = 64 * 1024;

const open = new Set<TemporaryFolder>();

// Whoever opens a source and never reads it, and a process that is told to end, leave nothing behind either.
process.on('exit', () => {
  for (const folder of open) folder.removeNow();
});

/**
 * A folder of one's own for what a file is unpacked or converted into. It is held by a lock of the kernel, so that the
 * next process sees what one that was killed has left, and removes it.
 */
export class TemporaryFolder {
  /** Where files go. */
  readonly path: string;
  readonly #whole: string;
  readonly #release: () => void;

  private constructor(whole: string, release: () => void) {
    this.#whole = whole;
    this.path = join(whole, 'files');
    this.#release = release;
    mkdirSync(this.path);
    open.add(this);
  }

  /** @throws UnreadableFile when there is no room */
  static async make(): Promise<TemporaryFolder> {
    await sweep();
    try {
      for (;;) {
        const whole = mkdtempSync(join(tmpdir(), prefix));
        const release = takeLock(whole);
        // Another process that sweeps may have been quicker; then this one is its to remove.
        if (release) return new TemporaryFolder(whole, release);
      }
    } catch (error) {
      throw await explained(error, tmpdir());
    }
  }

  /** Do something that fills the folder. @throws UnreadableFile when there was no room for it */
  async fill<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw await explained(error, this.path);
    }
  }

  async remove(): Promise<void> {
    if (!open.delete(this)) return;
    this.#release(); // before: Windows removes no file that is open
    await rm(this.#whole, { recursive: true, force: true, maxRetries: 3 });
  }

  removeNow(): void {
    if (!open.delete(this)) return;
    this.#release();
    rmSync(this.#whole, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Remove what processes that were killed have left. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    try {
      const release = takeLock(folder);
      if (!release) continue;
      release();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Of another user: theirs to remove.
    }
  }
}

async function explained(error: unknown, folder: string): Promise<unknown> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: Infinity, bsize: 1 }));
  const isFull = bavail * bsize < fullBelow || (error instanceof Error && 'code' in error && error.code === 'ENOSPC');
  return isFull ? new UnreadableFile('no-space', { folder }) : error;
}

/** The items, and the folder is removed when they have been read or the reading breaks off. */
export async function* thenRemove<Item>(items: AsyncIterable<Item>, folder: TemporaryFolder): AsyncGenerator<Item> {
  try {
    yield* items;
  } finally {
    await folder.remove();
  }
}
