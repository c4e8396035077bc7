import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnreadableFile } from '../unreadable.ts';
import type { Outcome } from './child.ts';

/** GDAL writes as much again and reads at some 10 MB/s: what takes longer has hung. */
const patience = 10 * 60_000;
/** Of heap, for GDAL and its copy of the tables. */
const memoryMb = 2048;

/**
 * Convert a map that GDAL reads to a GeoPackage, in a process of its own: a broken file may break it.
 * @param source a Shapefile (`.shp`) or the folder of a FileGDB
 * @param folder where the GeoPackage goes
 * @throws UnreadableFile with what GDAL said
 */
export async function convert(source: string, folder: string): Promise<{ path: string; said: string[] }> {
  const program = fileURLToPath(new URL('child.ts', import.meta.url));
  const parameters = [
    `--max-old-space-size=${memoryMb}`,
    '--import',
    import.meta.resolve('tsx'),
    program,
    source,
    folder,
  ];
  const child = spawn(process.execPath, parameters, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  });
  let outcome: Outcome | undefined;
  child.on('message', (told: Outcome) => (outcome = told));
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  clearTimeout(timer);
  if (outcome?.kind === 'done') return { path: join(folder, outcome.file), said: outcome.said };
  throw new UnreadableFile('gdal', { what: outcome?.what ?? signal ?? `exit code ${code}` });
}
