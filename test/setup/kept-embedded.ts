import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded, type Embedded } from '../../services/database/embedded/embedded.ts';
import { readSettings, type Settings } from '../../services/settings.ts';
import { bareDatabase } from './bare-database.ts';

const keepContent = readFileSync(path.join(import.meta.dirname, 'kept-content.sql'), 'utf8');

/**
 * A running embedded database that suites get one after another, joining it as a second process of a user's would: to
 * start one takes several seconds, to put its content back a fraction of one.
 */
export interface KeptEmbedded {
  settings: Settings;
  /** Put back what it held at first. @returns false when that cannot be done: a suite has changed what is defined */
  restore(): Promise<boolean>;
  /** Stop it and remove its folder. */
  remove(): Promise<void>;
}

/** Start one in a folder of its own and let it be filled: that is what it will hold again after each suite. */
export async function startKept(fill: (settings: Settings) => Promise<void>): Promise<KeptEmbedded> {
  const folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-test-'));
  cpSync(await bareDatabase(), folder, { recursive: true });
  const settings = readSettings({ GRUNNRISS_DATA: folder });
  const embedded = await startEmbedded({ folder });
  const remove = async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await fill(settings);
    await asked(embedded, (client) => client.query(keepContent));
  } catch (error) {
    await remove();
    throw error;
  }
  return { settings, remove, restore: () => asked(embedded, restore) };
}

async function restore(client: pg.Client): Promise<boolean> {
  await client.query('reset all; discard temporary');
  const { rows } = await client.query<{ restored: boolean }>('select kept.restore() as restored');
  return rows[0]?.restored ?? false;
}

async function asked<T>(embedded: Embedded, work: (client: pg.Client) => Promise<T>): Promise<T> {
  await embedded.available();
  const client = new pg.Client(embedded.connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
