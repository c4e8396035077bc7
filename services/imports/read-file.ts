import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { formatOf } from './readers/formats.ts';
import type { Format, ReadOptions, Source } from './readers/reader.ts';
import { filesOf, refuseTooLarge } from './readers/size.ts';
import { UnreadableFile } from './readers/unreadable.ts';
import type { SourceFeature } from './source-feature.ts';

export interface FileSource extends Source {
  /** Id of the format it was read as. */
  format: string;
  /** SHA-256 of the file. */
  sha256: string;
}

/**
 * Open a file of any format that there is a reader for. Features come as a stream; breaking off the reading closes
 * the file. A file that changes before the last feature was read is refused, however far it was read.
 * @param options.format id of a format, where the file does not show it
 * @throws UnreadableFile, UnknownCrs
 */
export async function readFile(
  path: string,
  options: ReadOptions & { format?: string | undefined } = {},
): Promise<FileSource> {
  const format = await formatOf(path, options.format);
  await refuseTooLarge(path, format);
  const watched = await Watched.begin(path, format);
  const source = await watched.during(() => format.open(path, options));
  return { ...source, features: watched.features(source.features), format: format.id, sha256: watched.sha256 };
}

/** SHA-256 of a file, or of all the files that belong to it, one after the other. */
export async function fingerprint(path: string, name?: string): Promise<string> {
  const format = await formatOf(path, name);
  await refuseTooLarge(path, format);
  return hashOf(await filesOf(path, format));
}

/** A file that must stay as it is while it is read. */
class Watched {
  readonly sha256: string;
  readonly #path: string;
  readonly #format: Format;
  readonly #state: string;

  private constructor(path: string, format: Format, state: string, sha256: string) {
    this.#path = path;
    this.#format = format;
    this.#state = state;
    this.sha256 = sha256;
  }

  static async begin(path: string, format: Format): Promise<Watched> {
    const files = await filesOf(path, format);
    return new Watched(path, format, await stateOf(files), await hashOf(files));
  }

  /** @throws UnreadableFile when the file has changed; then whatever else was wrong says nothing */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      await this.#check();
      throw error;
    }
  }

  async *features(features: AsyncIterable<SourceFeature>): AsyncGenerator<SourceFeature> {
    const reading = features[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await this.during(() => reading.next());
        if (next.done) break;
        yield next.value;
      }
    } finally {
      await reading.return?.();
    }
    await this.#check();
  }

  /** A file that was only touched is the same: then its content decides. */
  async #check(): Promise<void> {
    const state = await this.#now(stateOf);
    if (state !== this.#state && (await this.#now(hashOf)) !== this.sha256) throw new UnreadableFile('changed', {});
  }

  async #now(ask: (files: readonly string[]) => Promise<string>): Promise<string | null> {
    return filesOf(this.#path, this.#format)
      .then(ask)
      .catch(() => null); // it is gone
  }
}

/** Sizes and times of files, as exactly as the system tells. */
async function stateOf(files: readonly string[]): Promise<string> {
  const stats = await Promise.all(files.map((file) => stat(file, { bigint: true })));
  return stats.map(({ size, mtimeNs, ctimeNs, ino }) => [size, mtimeNs, ctimeNs, ino].join(' ')).join('\n');
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files)
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>)
      hash.update(chunk);
  return hash.digest('hex');
}
