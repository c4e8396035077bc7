import { execFileSync } from 'node:child_process';
import { createWriteStream, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ExampleLayer } from '../../services/example/example-layer.ts';
import { measured, type Taken } from './peak-memory.ts';
import { loading } from './rival.ts';
import { sosiOf } from './sosi.ts';

/** Formats that GDAL writes: its driver, the file's ending, options. */
const written: readonly [title: string, driver: string, ending: string, ...options: string[]][] = [
  ['GeoPackage', 'GPKG', '.gpkg'],
  ['FlatGeobuf', 'FlatGeobuf', '.fgb'],
  ['CSV', 'CSV', '.csv', '-lco', 'GEOMETRY=AS_WKT', '-lco', 'GEOMETRY_NAME=gEPSG_25832'],
  ['GML', 'GML', '.gml', '-dsco', 'FORMAT=GML3.2'],
  ['Shapefile', 'ESRI Shapefile', '.shp', '-lco', 'ENCODING=UTF-8'],
  ['FileGDB', 'OpenFileGDB', '.gdb'],
];
const program = new URL('../../services/cli/grunnriss.mjs', import.meta.url).pathname;

/**
 * One layer in every format: the whole command `grunnriss import` against the whole of `ogr2ogr`, each with the start
 * of its process and with the highest memory of all its processes (the server's is not counted).
 */
export async function benchFormats(folder: string, { layer, features }: ExampleLayer, url: string): Promise<void> {
  const list = [...features];
  const source = path.join(folder, `${layer}.geojson`);
  const files: [title: string, file: string][] = [['GeoJSON', source]];
  for (const [title, driver, ending, ...options] of written) {
    const file = path.join(folder, `formats-${layer}${ending}`);
    execFileSync('ogr2ogr', ['-f', driver, file, source, '-nln', layer, ...options], { stdio: 'ignore' });
    files.push([title, file]);
  }
  const sosi = path.join(folder, `formats-${layer}.sos`);
  await pipeline(sosiOf(list), createWriteStream(sosi));
  files.push(['SOSI', sosi]);
  console.log(`  ${layer} in every format, ${list.length} features, whole commands:`);
  for (const [title, file] of files) {
    const rival = await measured(
      'ogr2ogr',
      loading(file, layer, url, title === 'SOSI' ? 'polygons' : undefined),
      process.env,
    );
    const words = [program, 'import', file, '--layer', layer, '--crs', '25832', '--part', title];
    const ours = await measured(process.execPath, words, { ...process.env, DATABASE_URL: url });
    const size = `${(bytesOf(file) / 2 ** 20).toFixed(1)} MB`;
    const ratio = ours.failed ?? rival.failed ?? (ours.ms / rival.ms).toFixed(2);
    console.log(
      `    ${title.padEnd(10)} ${size.padStart(8)}  grunnriss ${shown(ours, list.length)}  ogr2ogr ${shown(rival, list.length)}  ratio ${ratio}`,
    );
  }
}

/** Of a file, or of all in a folder. */
const bytesOf = (file: string): number =>
  statSync(file).isDirectory()
    ? readdirSync(file).reduce((sum, name) => sum + statSync(path.join(file, name)).size, 0)
    : statSync(file).size;

function shown({ ms, megabytes, failed }: Taken, count: number): string {
  if (failed !== null) return 'cannot read it';
  const memory = megabytes === null ? 'memory unknown' : `${Math.round(megabytes)} MB`;
  return `${Math.round((count / ms) * 1000)} features/s, ${memory}`;
}
