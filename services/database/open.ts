import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Settings } from '../settings.ts';
import { describeCapabilities } from './capabilities.ts';
import { connect } from './connections.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';

interface Options {
  /** Told what is going on, a line at a time. */
  onProgress?: (line: Bilingual) => void;
}

/**
 * Open the database of the settings: the server of `DATABASE_URL`, or the embedded one in the data folder, started or
 * joined. Migrated, with the tables of every layer, and with what it can do found out.
 */
export async function openDatabase(settings: Settings, catalogue: Catalogue, options: Options = {}): Promise<Database> {
  const { onProgress = () => {} } = options;
  const database = settings.databaseUrl
    ? await connectServer(settings.databaseUrl)
    : await connectEmbedded(settings.dataFolder, onProgress);
  try {
    onProgress(describeCapabilities(database.capabilities));
    const applied = await migrate(database, catalogue, settings.analysisSrid);
    if (applied.length > 0)
      onProgress({
        nb: `Databasen er oppgradert: ${applied.join(', ')}`,
        en: `Migrations applied: ${applied.join(', ')}`,
      });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * A server's database as it is: not migrated.
 * Without just-in-time compilation: PostGIS declares its functions costly, so every short statement over geometry
 * would be compiled first. Cutting 1,000 polygons into pieces took 1.4 s with it, 0.1 s without.
 */
export const connectServer = (url: string): Promise<Database> =>
  connect({ connectionString: url, max: 8, options: '-c jit=off' }, { kind: 'server' });

/** The embedded database of a data folder, started or joined, as it is: not migrated. */
export async function connectEmbedded(folder: string, onProgress?: (line: Bilingual) => void): Promise<Database> {
  const { startEmbedded } = await import('./embedded/embedded.ts'); // not loaded where a server is used
  const { connection, stop, available } = await startEmbedded({ folder, ...(onProgress && { onProgress }) });
  // One statement at a time is served; more connections only wait, so that a long batch does not hold up the next caller's.
  return connect({ ...connection, max: 4 }, { kind: 'embedded', onClose: stop, available });
}
