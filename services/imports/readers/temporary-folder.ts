import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const open = new Set<string>();

// Whoever opens a source and never reads it, and a process that is told to end, leave nothing behind either.
process.on('exit', () => {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
});

/** A folder of one's own for what a file is unpacked or converted into. */
export class TemporaryFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<TemporaryFolder> {
    const path = await mkdtemp(join(tmpdir(), 'grunnriss-import-'));
    open.add(path);
    return new TemporaryFolder(path);
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    open.delete(this.path);
  }
}

/** The items, and the folder is removed when they have been read or the reading breaks off. */
export async function* thenRemove<Item>(items: AsyncIterable<Item>, folder: TemporaryFolder): AsyncGenerator<Item> {
  try {
    yield* items;
  } finally {
    await folder.remove();
  }
}
