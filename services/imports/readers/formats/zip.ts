import { dirname, extname, join } from 'node:path';
import { unpack } from '../archive/unpack.ts';
import { formatOf, loadFormats } from '../formats.ts';
import type { Format, ReadOptions, Source } from '../reader.ts';
import { refuseTooLarge } from '../size.ts';
import { TemporaryFolder, thenRemove } from '../temporary-folder.ts';
import { UnreadableFile } from '../unreadable.ts';
import type { SourceFeature } from '../../source-feature.ts';

/** Maps in an archive; each is opened before the first is read. */
const mapLimit = 100;

/** A zip archive of maps in any of the other formats: a Shapefile's files, a FileGDB's folder, several SOSI files. */
export const zip: Format = {
  id: 'zip',
  title: { nb: 'zip-arkiv', en: 'zip archive' },
  endings: ['.zip'],
  recognises: (start) => start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1')),
  async open(path, options): Promise<Source> {
    const folder = await TemporaryFolder.make();
    try {
      const names = await folder.fill(() => unpack(path, folder.path));
      const maps = await mapsAmong(names);
      if (maps.length > mapLimit)
        throw new UnreadableFile('archive-too-many', { entries: maps.length, limit: mapLimit });
      if (maps.length === 0) throw new UnreadableFile('archive-empty', { names: names.slice(0, 10).join(', ') });
      return combined(await openAll(maps, folder.path, options), folder);
    } catch (error) {
      await folder.remove();
      throw error;
    }
  },
};

/** The files, and folders of FileGDBs, that a format takes. Archives in archives are not opened. */
export async function mapsAmong(names: readonly string[]): Promise<string[]> {
  const formats = (await loadFormats()).filter(({ id }) => id !== 'zip');
  const endings = new Set(formats.flatMap((format) => (format.isFolder ? [] : format.endings)));
  const databases = names.map((name) => dirname(name)).filter((folder) => extname(folder).toLowerCase() === '.gdb');
  const files = names.filter((name) => endings.has(extname(name).toLowerCase()) && !/\.gdb\//i.test(name));
  // A table beside a Shapefile is part of it or explains it.
  const maps =
    files.some((name) => !isTable(name)) || databases.length > 0 ? files.filter((name) => !isTable(name)) : files;
  return [...new Set(databases), ...maps].sort();
}

const isTable = (name: string): boolean => ['.csv', '.tsv', '.txt', '.xml'].includes(extname(name).toLowerCase());

async function openAll(
  maps: readonly string[],
  folder: string,
  options: ReadOptions,
): Promise<{ name: string; source: Source }[]> {
  const sources: { name: string; source: Source }[] = [];
  for (const name of maps) {
    const path = join(folder, name);
    const format = await formatOf(path);
    await refuseTooLarge(path, format);
    sources.push({ name, source: await format.open(path, options) });
  }
  return sources;
}

function combined(sources: readonly { name: string; source: Source }[], folder: TemporaryFolder): Source {
  const systems = new Set(sources.flatMap(({ source }) => source.crs ?? []));
  if (systems.size > 1)
    throw new UnreadableFile('crs-differs', {
      layers: sources.map(({ name, source }) => `${name} (${source.crs})`).join(', '),
    });
  const counts = sources.map(({ source }) => source.count);
  const [only] = sources;
  return {
    crs: [...systems][0] ?? null,
    features: thenRemove(oneAfterTheOther(sources.map(({ source }) => source)), folder),
    count: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    hasGeometry: sources.some(({ source }) => source.hasGeometry),
    collection: only && sources.length === 1 ? only.source.collection : null,
    metadata: Object.assign({}, ...sources.map(({ source }) => source.metadata)) as Record<string, unknown>,
    warnings: sources.flatMap(({ source }) => source.warnings ?? []),
  };
}

async function* oneAfterTheOther(sources: readonly Source[]): AsyncGenerator<SourceFeature> {
  let index = 0;
  for (const { features, collection } of sources)
    for await (const feature of features) {
      yield {
        ...feature,
        index,
        ...(feature.objectType === undefined && collection !== null && { objectType: collection }),
      };
      index += 1;
    }
}
