import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../settings.ts';
import { describeCapabilities } from './capabilities.ts';
import { connectEmbedded, connectServer } from './open.ts';
import type { Database } from './database.ts';
import { answers } from './embedded/embedded.ts';
import { readOwner } from './embedded/lock.ts';
import { appliedMigrations, knownMigrations } from './migrate.ts';
import { statement } from './statement.ts';
import { checkFolder, checkMemory, checkNode, checkPort, checkSpace } from './surroundings.ts';

/** What a check found. */
export interface Finding {
  /** What was looked at. */
  check: string;
  state: 'ok' | 'warn' | 'fail';
  /** What was found. */
  detail: string;
  /** What to do about it. */
  remedy?: string;
}

/**
 * Look at everything that a start needs, and say what is wrong and how to mend it. An embedded database that is there
 * and not open is started and stopped; one that is not there yet is not made.
 */
export async function diagnose(settings: Settings): Promise<Finding[]> {
  const findings = [checkNode()];
  if (settings.databaseUrl) findings.push(...(await checkServer(settings.databaseUrl, settings)));
  else findings.push(checkMemory(), ...(await checkEmbedded(path.resolve(settings.dataFolder), settings)));
  return [...findings, await checkPort(settings)];
}

async function checkServer(url: string, settings: Settings): Promise<Finding[]> {
  try {
    return await askDatabase(await connectServer(url), settings);
  } catch (error) {
    return [{ check: 'Database', state: 'fail', detail: rootOf(error).message, remedy: remedyOf(error, url) }];
  }
}

async function checkEmbedded(folder: string, settings: Settings): Promise<Finding[]> {
  const place = await checkFolder(folder);
  if (place.state === 'fail') return [place];
  const findings = [place, await checkSpace(folder), await checkOwner(folder)];
  if (!existsSync(path.join(folder, 'database')))
    return [...findings, { check: 'Database', state: 'ok', detail: 'none yet: the first start makes it' }];
  try {
    return [...findings, ...(await askDatabase(await connectEmbedded(folder), settings))];
  } catch (error) {
    const remedy =
      `If it cannot be mended, move ${path.join(folder, 'database')} away, start again and import anew: ` +
      'the embedded database holds nothing that is not in your files.';
    return [...findings, { check: 'Database', state: 'fail', detail: (error as Error).message, remedy }];
  }
}

async function checkOwner(folder: string): Promise<Finding> {
  const check = 'Owner';
  const owner = readOwner(folder);
  if (!owner) return { check, state: 'ok', detail: 'no process has the embedded database open' };
  if (await answers(owner))
    return {
      check,
      state: 'ok',
      detail: `process ${owner.pid} has the embedded database open since ${owner.since}; commands share it`,
    };
  return {
    check,
    state: 'warn',
    detail: `process ${owner.pid} had the embedded database open and was killed`,
    remedy: 'Nothing to do: the next start recovers what was stored.',
  };
}

/** Versions, migrations and analysis CRS of a database; closes it. */
async function askDatabase(database: Database, settings: Settings): Promise<Finding[]> {
  try {
    return [
      { check: 'Database', state: 'ok', detail: `${database.kind}; ${describeCapabilities(database.capabilities).en}` },
      checkVersions(database),
      await checkMigrations(database),
      ...(await checkAnalysisCrs(database, settings)),
    ];
  } finally {
    await database.close();
  }
}

function checkVersions({ capabilities: { postgres, postgis } }: Database): Finding {
  const number = (version: string) => Number.parseFloat(/^\d+(\.\d+)?/.exec(version)?.[0] ?? '0');
  const enough = Math.floor(number(postgres)) >= 15 && number(postgis) >= 3.3;
  return {
    check: 'Versions',
    state: enough ? 'ok' : 'fail',
    detail: `PostgreSQL ${postgres} (15 or newer), PostGIS ${postgis} (3.3 or newer)`,
    ...(!enough && { remedy: 'Upgrade the server, or leave DATABASE_URL unset to use the embedded database.' }),
  };
}

async function checkMigrations(database: Database): Promise<Finding> {
  const check = 'Migrations';
  const known = (await knownMigrations()).map(({ number }) => number);
  const applied = await appliedMigrations(database);
  const pending = known.filter((number) => !applied.includes(number));
  const beyond = applied.filter((number) => !known.includes(number));
  if (beyond.length > 0)
    return {
      check,
      state: 'fail',
      detail: `the database has ${beyond.join(', ')}, which this program does not know`,
      remedy: 'Install the newer version of grunnriss that made them.',
    };
  if (pending.length === 0) return { check, state: 'ok', detail: `all ${known.length} applied` };
  return { check, state: 'ok', detail: `${pending.join(', ')} pending: the next start applies them` };
}

async function checkAnalysisCrs(database: Database, settings: Settings): Promise<Finding[]> {
  if ((await appliedMigrations(database)).length === 0) return [];
  const { srid } = await database.row<{ srid: number }>(statement('database/analysis-srid'));
  const same = srid === settings.analysisSrid;
  const finding: Finding = { check: 'Analysis CRS', state: same ? 'ok' : 'fail', detail: `EPSG:${srid}` };
  return [same ? finding : { ...finding, remedy: `Set GRUNNRISS_CRS=${srid}, or use an empty database.` }];
}

/** What an error began with. */
function rootOf(error: unknown): Error & { code?: string } {
  let root = error as Error;
  while (root.cause instanceof Error) root = root.cause;
  return root;
}

/** What to do about an error of connecting, by its code. */
function remedyOf(error: unknown, url: string): string {
  const { code } = rootOf(error);
  const at = url.replace(/\/\/.*@/, '//');
  if (code === 'ECONNREFUSED' || code === 'ENOENT')
    return `Start PostgreSQL, or mend host and port in DATABASE_URL (${at}).`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `Mend the host name in DATABASE_URL (${at}).`;
  if (code === 'ETIMEDOUT') return `Nothing answers at ${at}: is a firewall between?`;
  if (code === '28P01' || code === '28000')
    return 'Mend user and password in DATABASE_URL, or pg_hba.conf of the server.';
  if (code === '3D000') return `Make the database first: createdb, or create database on the server (${at}).`;
  if (code === '42501') return 'Let an administrator run there: create extension postgis;';
  return 'Mend DATABASE_URL, or leave it unset to use the embedded database.';
}
