import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gdalSource, sizeLimit } from '../gdal/source.ts';
import type { Format } from '../reader.ts';

/** Esri FileGDB: a folder whose name ends with `.gdb`; all its feature classes, or the one named. */
export const filegdb: Format = {
  id: 'filegdb',
  title: { nb: 'FileGDB', en: 'FileGDB' },
  endings: ['.gdb'],
  isFolder: true,
  recognises: () => false,
  files: filesIn,
  limit: sizeLimit,
  open: (path, options) => gdalSource(path, options),
};

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map(({ name }) => join(folder, name))
    .sort();
}
