import { readFile, type FileSource } from '../../services/imports/read-file.ts';
import type { ReadOptions } from '../../services/imports/readers/reader.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';

export type Whole = Omit<FileSource, 'features'> & { features: SourceFeature[] };

/** Everything in a file. */
export async function readAll(
  path: string,
  options: ReadOptions & { format?: string | undefined } = {},
): Promise<Whole> {
  const source = await readFile(path, options);
  const features: SourceFeature[] = [];
  for await (const feature of source.features) features.push(feature);
  return { ...source, features };
}

/** What reading a file throws; null when it throws nothing. */
export const whyNot = (path: string, options: ReadOptions & { format?: string | undefined } = {}): Promise<unknown> =>
  readAll(path, options).then(
    () => null,
    (error: unknown) => error,
  );
