import { setTimeout as wait } from 'node:timers/promises';
import { Explained } from '../../layers/declaration/explained.ts';
import type { Database, Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { ProblemDocument } from '../problem.ts';
import { runKey, type RunRequest } from './request.ts';

/** A run as the database knows it; state lives there and nowhere else. */
export interface Run {
  id: number;
  key: string;
  kind: string;
  subject: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: number;
  message: string;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  /** `problem`: of a job, what its asker is told. */
  error: { message: string; problem?: ProblemDocument } | null;
  result: unknown;
}

/** What the work of a run hands in. */
export interface Outcome<Result> {
  result: Result;
  /**
   * Write result layers; in the transaction that sets `done`, so that a result is seen whole or not at all.
   * @returns the result as it was published
   */
  publish?: (session: Session) => Promise<Result>;
  /** Remove what the work has written, when it came to nothing. */
  withdraw?: () => Promise<void>;
}

export interface Lease {
  runId: number;
  key: string;
  /** Tell how far the work is (0–1), and keep the lease. @throws LeaseLost when another worker has taken over */
  report: (share: number, message: string) => Promise<void>;
}

/** The run was taken over by another worker, or cancelled: stop, publish nothing. */
export class LeaseLost extends Explained {
  constructor(id: number) {
    super({
      nb: `Kjøring ${id} ble overtatt av en annen eller avbrutt. Ingenting er publisert; start på nytt.`,
      en: `Run ${id} was taken over by another or cancelled. Nothing was published; start again.`,
    });
  }
}

/** Longest silence of a worker before another may take over. */
const leaseSeconds = 120;
/** A worker that lives keeps its lease, however long its work takes. */
const renewalMs = 30_000;

/**
 * Give the answer to a request: the stored one when there is one, else by doing the work, once, however many ask at
 * the same time.
 * @param subject what the run is about (a plan id), so that its newer result layer replaces the older
 * @returns the run, `done`, and whether it was answered from store
 * @param signal ends the wait for another's work; the own work has its own
 * @throws what the work throws, after the run is marked `failed`, and the signal's reason
 */
export async function runOnce<Result>(
  database: Database,
  request: RunRequest,
  subject: string,
  work: (lease: Lease) => Promise<Outcome<Result>>,
  signal?: AbortSignal,
): Promise<{ run: Run; reused: boolean }> {
  const key = runKey(request);
  for (;;) {
    const done = await findDone(database, key);
    if (done) return { run: done, reused: true };
    const taken = await takeLease(database, key, request, subject);
    if (taken) {
      // Another may have finished between the look and the taking; after the taking none can.
      const meanwhile = await findDone(database, key);
      if (!meanwhile) return { run: await carryOut(database, key, taken, work), reused: false };
      await database.rows(statement('runs/withdraw'), { ...taken });
      return { run: meanwhile, reused: true };
    }
    signal?.throwIfAborted();
    await wait(250); // another worker is on it; it finishes, or its lease runs out
  }
}

/** A run by its id. */
export async function findRun(session: Session, id: number): Promise<Run | undefined> {
  return (await session.rows<Run>(statement('runs/by-id'), { id }))[0];
}

/** The run of a key that is done. */
export async function findDone(session: Session, key: string): Promise<Run | undefined> {
  return (await session.rows<Run>(statement('runs/done-by-key'), { key }))[0];
}

interface Taken {
  id: number;
  fence: number;
}

async function takeLease(session: Session, key: string, request: RunRequest, subject: string) {
  const lease = { key, seconds: leaseSeconds };
  const [left] = await session.rows<Taken>(statement('runs/take-over'), lease);
  if (left) return left;
  const fresh = { ...lease, kind: request.kind, subject, request: JSON.stringify(request) };
  return (await session.rows<Taken>(statement('runs/begin'), fresh))[0];
}

async function carryOut<Result>(
  database: Database,
  key: string,
  { id, fence }: Taken,
  work: (lease: Lease) => Promise<Outcome<Result>>,
): Promise<Run> {
  const report = async (share: number, message: string) => {
    const kept = await database.rows(statement('runs/report'), { id, fence, share, message, seconds: leaseSeconds });
    if (kept.length === 0) throw new LeaseLost(id);
  };
  const renewal = setInterval(() => {
    database.rows(statement('runs/renew'), { id, fence, seconds: leaseSeconds }).catch(() => {
      // The database is away for a moment: the next renewal, or the end of the work, will tell.
    });
  }, renewalMs);
  let outcome: Outcome<Result> | undefined;
  try {
    outcome = await work({ runId: id, key, report });
    const { result, publish } = outcome;
    return await database.transaction(async (session) => {
      const published = JSON.stringify(publish ? await publish(session) : result);
      const [run] = await session.rows<Run>(statement('runs/finish'), { id, fence, result: published });
      if (!run) throw new LeaseLost(id);
      return run;
    });
  } catch (error) {
    await outcome?.withdraw?.().catch(() => {}); // the database is gone, too: the next load of the layer removes it
    if (!(error instanceof LeaseLost))
      await database.rows(statement('runs/fail'), {
        id,
        fence,
        error: JSON.stringify({ message: (error as Error).message }),
      });
    throw error;
  } finally {
    clearInterval(renewal);
  }
}
