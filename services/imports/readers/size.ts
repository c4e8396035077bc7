import { stat } from 'node:fs/promises';
import type { Format } from './reader.ts';
import { UnreadableFile } from './unreadable.ts';

/** All the files that belong to the one at a path, in order. */
export const filesOf = async (path: string, format: Format): Promise<readonly string[]> =>
  (await format.files?.(path)) ?? [path];

/** Ask before anything is read: a file of many gigabytes would keep its user waiting for the answer. @throws UnreadableFile */
export async function refuseTooLarge(path: string, format: Format): Promise<void> {
  if (format.limit === undefined) return;
  const files = await filesOf(path, format);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > format.limit) throw new UnreadableFile('too-large', { bytes, limit: format.limit });
}
