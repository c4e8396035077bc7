import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { formatOf } from './readers/formats.ts';
import type { ReadOptions, Source } from './readers/reader.ts';

export interface FileSource extends Source {
  /** Id of the format it was read as. */
  format: string;
  /** SHA-256 of the file. */
  sha256: string;
}

/**
 * Open a file of any format that there is a reader for. Features come as a stream; breaking off the reading closes
 * the file.
 * @param options.format id of a format, where the file does not show it
 * @throws UnreadableFile, UnknownCrs
 */
export async function readFile(
  path: string,
  options: ReadOptions & { format?: string | undefined } = {},
): Promise<FileSource> {
  const format = await formatOf(path, options.format);
  const sha256 = await fingerprint(path, options.format);
  return { ...(await format.open(path, options)), format: format.id, sha256 };
}

/** SHA-256 of a file, or of all the files that belong to it, one after the other. */
export async function fingerprint(path: string, name?: string): Promise<string> {
  const format = await formatOf(path, name);
  const hash = createHash('sha256');
  for (const file of (await format.files?.(path)) ?? [path])
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>)
      hash.update(chunk);
  return hash.digest('hex');
}
