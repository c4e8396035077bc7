import type { OnMap } from '../../centrality/publish/publish-results.ts';
import type { Database } from '../../database/database.ts';
import { currentEditions } from '../../imports/editions.ts';
import { findDone } from '../../runs/run.ts';
import type { StationsAnswer } from '../answer.ts';

/** A stored answer, and when it was worked out. */
export type StoredAnswer = StationsAnswer & OnMap & { finished: string | null };

/**
 * The answer that the map shows, or that of a run.
 * @param run key of a run; the one on the map when left out
 * @returns null where there is none
 */
export async function storedAnswer(database: Database, run: string | undefined): Promise<StoredAnswer | null> {
  const key = run ?? (await keyOnMap(database));
  const found = key === null ? undefined : await findDone(database, key);
  if (found?.kind !== 'energy-stations') return null;
  return { ...(found.result as StationsAnswer & OnMap), finished: found.finished_at };
}

async function keyOnMap(database: Database): Promise<string | null> {
  const editions = await currentEditions(database, ['energy-station-sites']);
  return editions.get('energy-station-sites')?.datasets.at(-1)?.runKey ?? null;
}
