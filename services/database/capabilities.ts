import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Session } from './database.ts';
import { statement } from './statement.ts';

/** What this database can do; found once, at start. */
export interface Capabilities {
  postgres: string;
  postgis: string;
  geos: string;
  proj: string;
  /** ST_AsMVT works: tiles are made in the database. */
  vectorTiles: boolean;
  /** statement_timeout and cancel work. */
  cancel: boolean;
  pgrouting: boolean;
}

/** Ask the database what it can do, by trying rather than by version numbers. */
export async function findCapabilities(session: Session, kind: 'embedded' | 'server'): Promise<Capabilities> {
  await ensurePostgis(session);
  const versions = await session.row<Omit<Capabilities, 'vectorTiles' | 'cancel'>>(statement('database/versions'));
  return { ...versions, vectorTiles: await canMakeTiles(session), cancel: kind === 'server' };
}

/** The user may not add it; the server does not have it. Other errors are about something else: a wrong password, a missing database. */
const withoutPostgis = new Set(['42501', '0A000', '58P01']);

/** The server has no PostGIS, and this user may not add it. */
export class WithoutPostgis extends Explained {
  constructor(said: string, options?: ErrorOptions) {
    super(
      {
        nb: `PostGIS er ikke i denne databasen og kunne ikke legges til (${said}). Installer PostGIS 3.3 eller nyere på tjeneren og kjør der som administrator: create extension postgis;`,
        en: `PostGIS is not in this database and could not be added (${said}). Install PostGIS 3.3 or newer on the server and run as an administrator there: create extension postgis;`,
      },
      options,
    );
  }
}

async function ensurePostgis(session: Session): Promise<void> {
  try {
    await session.rows(statement('database/ensure-postgis'));
  } catch (error) {
    if (!withoutPostgis.has((error as { code?: string }).code ?? '')) throw error;
    throw new WithoutPostgis((error as Error).message, { cause: error });
  }
}

async function canMakeTiles(session: Session): Promise<boolean> {
  try {
    await session.rows(statement('database/try-vector-tile'));
    return true;
  } catch {
    return false; // PostGIS built without protobuf says so with an error
  }
}

/** One line for the log. */
export function describeCapabilities(found: Capabilities): Bilingual {
  const versions = `PostgreSQL ${found.postgres}, PostGIS ${found.postgis} (GEOS ${found.geos}, PROJ ${found.proj})`;
  const [yes, no] = [
    { nb: 'ja', en: 'yes' },
    { nb: 'nei', en: 'no' },
  ];
  const [cancel, routing] = [found.cancel ? yes : no, found.pgrouting ? yes : no];
  return {
    nb: `${versions}; kartfliser ${found.vectorTiles ? 'i databasen' : 'i denne prosessen'}; avbryting ${cancel.nb}; pgRouting ${routing.nb}`,
    en: `${versions}; tiles ${found.vectorTiles ? 'in the database' : 'in this process'}; cancel ${cancel.en}; pgRouting ${routing.en}`,
  };
}
