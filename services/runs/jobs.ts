import { randomUUID } from 'node:crypto';
import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Database, Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { storableJson } from '../database/storable.ts';
import { canonicalHash } from './request.ts';
import type { Run } from './run.ts';

/** What a job is to do: an analysis by its id, its input as it came, the language of the answer. */
export interface JobRequest {
  process: string;
  inputs: Record<string, unknown>;
  language: Language;
}

/** How many jobs wait at most; how long ended ones are kept, and how many. */
export const jobsKept = { waiting: 100, days: 7, ended: 500 };

/**
 * Put an analysis in the queue. Whoever has the job's key may see its answer; it cannot be guessed.
 * @returns null where as many wait as may
 */
export async function enqueue(database: Database, request: JobRequest): Promise<Run | null> {
  await forgetJobs(database);
  const [job] = await database.rows<Run>(statement('runs/enqueue'), {
    key: canonicalHash({ job: randomUUID() }),
    kind: request.process,
    request: storableJson(request),
    most: jobsKept.waiting,
  });
  return job ?? null;
}

/** Remove jobs that ended long ago, with their answers. */
export async function forgetJobs(session: Session): Promise<void> {
  await session.rows(statement('runs/forget-jobs'), { days: jobsKept.days, most: jobsKept.ended });
}

/** A job by its key. */
export const findJob = async (session: Session, key: string): Promise<Run | undefined> =>
  (await session.rows<Run>(statement('runs/job-by-key'), { key }))[0];

/** End a job that waits or runs, and forget what came with it. @returns undefined where it had ended before */
export const cancelJob = async (session: Session, key: string): Promise<Run | undefined> =>
  (await session.rows<Run>(statement('runs/cancel-job'), { key }))[0];
