import { randomUUID } from 'node:crypto';
import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Database, Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { canonicalHash } from './request.ts';
import type { Run } from './run.ts';

/** What a job is to do: an analysis by its id, its input as it came, the language of the answer. */
export interface JobRequest {
  process: string;
  inputs: Record<string, unknown>;
  language: Language;
}

/** How much the queue holds, and how long ended jobs are kept. */
export const jobsKept = { waiting: 100, days: 7 };

/**
 * Put an analysis in the queue. Whoever has the job's key may see its answer; it cannot be guessed.
 * @returns null where as many wait as may
 */
export async function enqueue(database: Database, request: JobRequest): Promise<Run | null> {
  await database.rows(statement('runs/forget-jobs'), { days: jobsKept.days });
  const [job] = await database.rows<Run>(statement('runs/enqueue'), {
    key: canonicalHash({ job: randomUUID() }),
    kind: request.process,
    request: JSON.stringify(request),
    most: jobsKept.waiting,
  });
  return job ?? null;
}

/** A job by its key. */
export const findJob = async (session: Session, key: string): Promise<Run | undefined> =>
  (await session.rows<Run>(statement('runs/job-by-key'), { key }))[0];

/** End a job that waits or runs, and forget what came with it. @returns undefined where it had ended before */
export const cancelJob = async (session: Session, key: string): Promise<Run | undefined> =>
  (await session.rows<Run>(statement('runs/cancel-job'), { key }))[0];
