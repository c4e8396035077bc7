import type { ClientConfig } from 'pg';
import { startEmbedded } from '../../services/database/embedded/embedded.ts';
import type { Settings } from '../../services/settings.ts';

/** How `pg` itself reaches the database of a suite, past our door. */
export async function clientConfig(settings: Settings): Promise<ClientConfig> {
  if (settings.databaseUrl) return { connectionString: settings.databaseUrl };
  const joined = await startEmbedded({ folder: settings.dataFolder });
  await joined.stop();
  return joined.connection;
}
