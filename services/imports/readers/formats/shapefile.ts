import { copyFile, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { gdalSource, sizeLimit } from '../gdal/source.ts';
import type { Format } from '../reader.ts';
import { UnreadableFile } from '../unreadable.ts';

/** The files of a Shapefile: geometry, its index, table, CRS, character set. */
const parts = ['.shp', '.shx', '.dbf', '.prj', '.cpg'];

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
    const has = (ending: string) => files.some((file) => extname(file).toLowerCase() === ending);
    if (!has('.dbf')) throw new UnreadableFile('shapefile-part', { part: '.dbf' });
    return gdalSource(path, options, (source, folder) =>
      has('.shx') ? Promise.resolve(source) : copied(source, files, folder),
    );
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

/** GDAL writes a missing index beside the geometry: not where the user keeps it. */
async function copied(source: string, files: readonly string[], folder: string): Promise<string> {
  for (const file of files) await copyFile(file, join(folder, basename(file)));
  return join(folder, basename(source));
}
