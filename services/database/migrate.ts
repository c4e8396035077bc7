import { readdir, readFile } from 'node:fs/promises';
import type { Catalogue } from '../../layers/catalogue.ts';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Database, Session } from './database.ts';
import { makeLayerTables } from './layer-tables.ts';
import { statement } from './statement.ts';

const folder = new URL('../../sql/migrations/', import.meta.url);
/** What must be there before the first migration: the schema and the list of migrations. */
const beginnings = new URL('../../sql/database/beginnings.sql', import.meta.url);

/** A migration of `sql/migrations`: append only, never changed once released. */
interface Migration {
  number: number;
  name: string;
}

/** The database is newer than this program, or was made with another analysis CRS; it was left as it is. */
export class UnfitDatabase extends Explained {}

/** All migrations that this version of the program knows, in order. */
export async function knownMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return files.map((name) => ({ number: Number.parseInt(name, 10), name }));
}

/** Numbers of the migrations that the database has; none when it is empty. */
export async function appliedMigrations(session: Session): Promise<number[]> {
  const { found } = await session.row<{ found: boolean }>(statement('database/has-migrations'));
  if (!found) return [];
  return (await session.rows<{ number: number }>(statement('database/applied-migrations'))).map((row) => row.number);
}

/**
 * Bring the database to this version: all pending migrations and the tables of new layers, in one transaction under
 * a transaction lock, so that two processes may start at once and a killed one leaves nothing half done.
 * @returns numbers of the migrations that were applied
 * @throws UnfitDatabase when it is newer than this program, or was made with another analysis CRS
 */
export async function migrate(database: Database, catalogue: Catalogue, analysisSrid: number): Promise<number[]> {
  const known = await knownMigrations();
  return database.transaction(async (session) => {
    await session.rows(statement('database/lock-migrations'));
    const applied = await appliedMigrations(session);
    refuseNewer(applied, known);
    const pending = known.filter(({ number }) => !applied.includes(number));
    if (applied.length === 0) await session.script(await readFile(beginnings, 'utf8'));
    for (const { number, name } of pending) {
      const sql = await readFile(new URL(name, folder), 'utf8');
      await session.script(sql.replaceAll('{analysis_srid}', String(analysisSrid)));
      await session.rows(statement('database/note-migration'), { number, name });
    }
    const { srid } = await session.row<{ srid: number }>(statement('database/analysis-srid'));
    if (srid !== analysisSrid)
      throw new UnfitDatabase({
        nb: `Databasen er laget med analysesystemet EPSG:${srid}, men GRUNNRISS_CRS sier ${analysisSrid}. Sett GRUNNRISS_CRS=${srid}, eller bruk en tom database.`,
        en: `This database was made with analysis CRS EPSG:${srid}, but GRUNNRISS_CRS says ${analysisSrid}. Set GRUNNRISS_CRS=${srid}, or use an empty database.`,
      });
    await makeLayerTables(session, catalogue);
    return pending.map(({ number }) => number);
  });
}

function refuseNewer(applied: number[], known: Migration[]): void {
  const newest = Math.max(0, ...known.map(({ number }) => number));
  const beyond = applied.filter((number) => number > newest);
  if (beyond.length > 0)
    throw new UnfitDatabase({
      nb: `Databasen har migrering ${Math.max(...beyond)}, dette programmet kjenner høyst ${newest}. Installer den nyere versjonen.`,
      en: `The database has migration ${Math.max(...beyond)}, this program knows ${newest} at most. Install the newer version.`,
    });
}
