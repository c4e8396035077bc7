import { constants } from 'node:fs';
import { copyFile, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { SourceFeature } from '../../source-feature.ts';
import type { Decode } from '../charset.ts';
import { gdalSource, sizeLimit } from '../gdal/source.ts';
import type { Format } from '../reader.ts';
import { charsetOf } from '../shapefile/charset.ts';
import { readTable } from '../shapefile/table.ts';
import { UnreadableFile } from '../unreadable.ts';

/** The files of a Shapefile: geometry, its index, table, CRS, character set. */
const parts = ['.shp', '.shx', '.dbf', '.prj', '.cpg'];
const [indexHeadBytes, indexEntryBytes] = [100, 8];

/** Esri Shapefile: several files of one name. Without `.shx` it is made anew; without `.prj` the CRS must be said. */
export const shapefile: Format = {
  id: 'shapefile',
  title: { nb: 'Shapefile', en: 'Shapefile' },
  endings: ['.shp'],
  limit: sizeLimit,
  recognises: (start) => start.length >= 100 && start.readInt32BE(0) === 9994,
  files: partsOf,
  async open(path, options) {
    const files = await partsOf(path);
    const part = (ending: string) => files.find((file) => extname(file).toLowerCase() === ending);
    const dbf = part('.dbf');
    if (dbf === undefined) throw new UnreadableFile('shapefile-part', { part: '.dbf' });
    if (part('.prj') === undefined && options.crs === undefined)
      throw new UnreadableFile('crs-missing', { columns: files.map((file) => basename(file)).join(', ') });
    const table = await readTable(dbf);
    const { decode, warnings } = await charsetOf(table, part('.cpg'));
    const source = await gdalSource(path, options, {
      before: (folder) => copied(path, files, folder),
      after: (copy) => refuseOthersRows(copy, table.rows),
    });
    return {
      ...source,
      features: decoded(source.features, decode),
      warnings: [...warnings, ...(source.warnings ?? [])],
    };
  },
};

async function partsOf(path: string): Promise<string[]> {
  const folder = dirname(path);
  const stem = basename(path, extname(path)).toLowerCase();
  const files = (await readdir(folder)).filter((file) => parts.includes(extname(file).toLowerCase()));
  return files
    .filter((file) => basename(file, extname(file)).toLowerCase() === stem)
    .map((file) => join(folder, file))
    .sort();
}

/**
 * GDAL writes an index that is missing or broken beside the geometry: not where the user keeps it. It is told that
 * texts are ISO 8859-1, in which every byte is a letter: what they are really in is seen to afterwards.
 */
async function copied(source: string, files: readonly string[], folder: string): Promise<string> {
  for (const file of files.filter((file) => extname(file).toLowerCase() !== '.cpg'))
    await copyFile(file, join(folder, basename(file)), constants.COPYFILE_FICLONE);
  await writeFile(join(folder, `${basename(source, extname(source))}.cpg`), 'ISO-8859-1');
  return join(folder, basename(source));
}

/** A table of another export would give each geometry the attributes of another. */
async function refuseOthersRows(copy: string, rows: number): Promise<void> {
  const index = (await partsOf(copy)).find((file) => extname(file).toLowerCase() === '.shx');
  const bytes = index === undefined ? indexHeadBytes : (await stat(index)).size;
  const shapes = Math.floor((bytes - indexHeadBytes) / indexEntryBytes);
  if (shapes !== rows) throw new UnreadableFile('shapefile-rows', { shapes, rows });
}

async function* decoded(features: AsyncIterable<SourceFeature>, decode: Decode): AsyncGenerator<SourceFeature> {
  const text = (latin: string): string => decode(Buffer.from(latin, 'latin1')).replace(/\uFFFD+$/, ''); // a cut letter
  for await (const { properties, ...feature } of features)
    yield {
      ...feature,
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [
          text(name),
          typeof value === 'string' ? text(value) : value,
        ]),
      ),
    };
}
