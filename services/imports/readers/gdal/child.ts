// Converts a map to a GeoPackage by GDAL in WebAssembly. Started by convert.ts as a process of its own, so that what
// breaks GDAL breaks only this; tells its parent by one message what came of it.
import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import initGdal from 'gdal3.js/node.js';

/** What the parent is told. */
export type Outcome = { kind: 'done'; file: string; said: string[] } | { kind: 'failed'; what: string };

const [source, folder] = process.argv.slice(2) as [string, string];

/** Its parts are looked for from the working folder on. */
const program = createRequire(import.meta.url).resolve('gdal3.js/dist/package/gdal3WebAssembly.wasm');

async function convert(): Promise<Outcome> {
  const said: string[] = [];
  const gdal = await initGdal({
    path: relative(process.cwd(), dirname(program)),
    dest: folder,
    useWorker: false,
    env: { SHAPE_RESTORE_SHX: 'YES' },
    logHandler: () => {},
    errorHandler: (text) => said.push(text),
  });
  const { datasets, errors } = await gdal.open(source);
  const [dataset] = datasets;
  if (!dataset) return { kind: 'failed', what: words(errors[0] ?? said.at(-1)) };
  const options = ['-f', 'GPKG', '-lco', 'FID=ogc_fid', '-lco', 'GEOMETRY_NAME=ogc_geom', '-lco', 'SPATIAL_INDEX=NO'];
  const { local } = await gdal.ogr2ogr(dataset, [...options, '-nlt', 'GEOMETRY'], 'converted');
  return { kind: 'done', file: local.split('/').at(-1) ?? '', said };
}

function words(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error instanceof Error) return error.message;
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

// Whoever started this is gone: nobody waits for what comes of it.
process.on('disconnect', () => process.exit(1));

const outcome = await convert().catch((error: unknown): Outcome => ({ kind: 'failed', what: words(error) }));
process.send?.(outcome, () => process.exit(0));
