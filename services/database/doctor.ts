import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Settings } from '../settings.ts';
import { describeCapabilities } from './capabilities.ts';
import { connectEmbedded, connectServer } from './open.ts';
import type { Database } from './database.ts';
import { answers } from './embedded/embedded.ts';
import { readOwner } from './embedded/lock.ts';
import { appliedMigrations, knownMigrations } from './migrate.ts';
import { statement } from './statement.ts';
import { remedyOf, rootOf } from './connection-remedy.ts';
import { checkFolder, checkMemory, checkNode, checkPort, checkSpace } from './surroundings.ts';

/** What a check found. */
export interface Finding {
  /** What was looked at. */
  check: Bilingual;
  state: 'ok' | 'warn' | 'fail';
  /** What was found. */
  detail: Bilingual;
  /** What to do about it. */
  remedy?: Bilingual;
}

const database = { nb: 'Database', en: 'Database' };

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
    return [{ check: database, state: 'fail', detail: wordsOf(rootOf(error)), remedy: remedyOf(error, url) }];
  }
}

async function checkEmbedded(folder: string, settings: Settings): Promise<Finding[]> {
  const place = await checkFolder(folder);
  if (place.state === 'fail') return [place];
  const findings = [place, await checkSpace(folder), await checkOwner(folder)];
  if (!existsSync(path.join(folder, 'database')))
    return [
      ...findings,
      {
        ...{ check: database, state: 'ok' },
        detail: { nb: 'ingen ennå: første start lager den', en: 'none yet: the first start makes it' },
      },
    ];
  try {
    return [...findings, ...(await askDatabase(await connectEmbedded(folder), settings))];
  } catch (error) {
    const place = path.join(folder, 'database');
    const remedy = {
      nb: `Går det ikke an å rette, flytt ${place} bort, start igjen og importer på nytt: den innebygde databasen har ingenting som ikke er i filene dine.`,
      en: `If it cannot be mended, move ${place} away, start again and import anew: the embedded database holds nothing that is not in your files.`,
    };
    return [...findings, { check: database, state: 'fail', detail: wordsOf(error as Error), remedy }];
  }
}

async function checkOwner(folder: string): Promise<Finding> {
  const check = { nb: 'Eier', en: 'Owner' };
  const owner = readOwner(folder);
  if (!owner)
    return {
      ...{ check, state: 'ok' },
      detail: {
        nb: 'ingen prosess har den innebygde databasen åpen',
        en: 'no process has the embedded database open',
      },
    };
  const { pid, since } = owner;
  if (await answers(owner))
    return {
      ...{ check, state: 'ok' },
      detail: {
        nb: `prosess ${pid} har hatt den innebygde databasen åpen siden ${since}; kommandoer deler den`,
        en: `process ${pid} has the embedded database open since ${since}; commands share it`,
      },
    };
  return {
    ...{ check, state: 'warn' },
    detail: {
      nb: `prosess ${pid} hadde den innebygde databasen åpen og ble drept`,
      en: `process ${pid} had the embedded database open and was killed`,
    },
    remedy: {
      nb: 'Ingenting å gjøre: neste start henter fram det som var lagret.',
      en: 'Nothing to do: the next start recovers what was stored.',
    },
  };
}

/** Versions, migrations and analysis CRS of a database; closes it. */
async function askDatabase(asked: Database, settings: Settings): Promise<Finding[]> {
  try {
    const { nb, en } = describeCapabilities(asked.capabilities);
    const kind = { nb: asked.kind === 'server' ? 'tjener' : 'innebygd', en: asked.kind };
    return [
      { check: database, state: 'ok', detail: { nb: `${kind.nb}; ${nb}`, en: `${kind.en}; ${en}` } },
      checkVersions(asked),
      await checkMigrations(asked),
      ...(await checkAnalysisCrs(asked, settings)),
    ];
  } finally {
    await asked.close();
  }
}

function checkVersions({ capabilities: { postgres, postgis } }: Database): Finding {
  const number = (version: string) => Number.parseFloat(/^\d+(\.\d+)?/.exec(version)?.[0] ?? '0');
  const enough = Math.floor(number(postgres)) >= 15 && number(postgis) >= 3.3;
  return {
    check: { nb: 'Versjoner', en: 'Versions' },
    state: enough ? 'ok' : 'fail',
    detail: {
      nb: `PostgreSQL ${postgres} (15 eller nyere), PostGIS ${postgis} (3.3 eller nyere)`,
      en: `PostgreSQL ${postgres} (15 or newer), PostGIS ${postgis} (3.3 or newer)`,
    },
    ...(!enough && {
      remedy: {
        nb: 'Oppgrader tjeneren, eller la DATABASE_URL stå tom for å bruke den innebygde databasen.',
        en: 'Upgrade the server, or leave DATABASE_URL unset to use the embedded database.',
      },
    }),
  };
}

async function checkMigrations(asked: Database): Promise<Finding> {
  const check = { nb: 'Migreringer', en: 'Migrations' };
  const known = (await knownMigrations()).map(({ number }) => number);
  const applied = await appliedMigrations(asked);
  const pending = known.filter((number) => !applied.includes(number)).join(', ');
  const beyond = applied.filter((number) => !known.includes(number)).join(', ');
  if (beyond !== '')
    return {
      ...{ check, state: 'fail' },
      detail: {
        nb: `databasen har ${beyond}, som dette programmet ikke kjenner`,
        en: `the database has ${beyond}, which this program does not know`,
      },
      remedy: {
        nb: 'Installer den nyere versjonen av grunnriss som laget dem.',
        en: 'Install the newer version of grunnriss that made them.',
      },
    };
  const detail =
    pending === ''
      ? { nb: `alle ${known.length} er utført`, en: `all ${known.length} applied` }
      : { nb: `${pending} venter: neste start utfører dem`, en: `${pending} pending: the next start applies them` };
  return { check, state: 'ok', detail };
}

async function checkAnalysisCrs(asked: Database, settings: Settings): Promise<Finding[]> {
  if ((await appliedMigrations(asked)).length === 0) return [];
  const { srid } = await asked.row<{ srid: number }>(statement('database/analysis-srid'));
  const same = srid === settings.analysisSrid;
  const detail = { nb: `EPSG:${srid}`, en: `EPSG:${srid}` };
  const remedy = {
    nb: `Sett GRUNNRISS_CRS=${srid}, eller bruk en tom database.`,
    en: `Set GRUNNRISS_CRS=${srid}, or use an empty database.`,
  };
  const check = { nb: 'Analysesystem', en: 'Analysis CRS' };
  return [{ check, state: same ? 'ok' : 'fail', detail, ...(!same && { remedy }) }];
}

/** What an error says; a system says it in its own language only. */
const wordsOf = (error: Error): Bilingual =>
  error instanceof Explained ? error.explanation : { nb: error.message, en: error.message };
