import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startEmbedded } from '../../services/database/embedded/embedded.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * A data folder of the embedded database with PostGIS and nothing else, to be copied. Making one takes 15 s and more,
 * so it is kept among the caches in node_modules for as long as the packages stay the same.
 */
export async function bareDatabase(): Promise<string> {
  const caches = path.join(root, 'node_modules/.cache/grunnriss');
  const versions = ['pglite', 'pglite-postgis'].map((name) =>
    readFileSync(path.join(root, 'node_modules/@electric-sql', name, 'package.json')),
  );
  const folder = path.join(
    caches,
    `bare-${createHash('sha256').update(Buffer.concat(versions)).digest('hex').slice(0, 12)}`,
  );
  if (existsSync(folder)) return folder;
  mkdirSync(caches, { recursive: true });
  const unfinished = mkdtempSync(path.join(caches, 'unfinished-'));
  const database = await startEmbedded({ folder: unfinished });
  await database.stop();
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another run has made it meanwhile
  }
  return folder;
}
