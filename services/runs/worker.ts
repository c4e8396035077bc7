import { setTimeout as wait } from 'node:timers/promises';
import type { Catalogue } from '../../layers/catalogue.ts';
import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { storableJson } from '../database/storable.ts';
import { Problem, type ProblemDocument } from '../problem.ts';
import { forgetJobs, type JobRequest } from './jobs.ts';
import type { Process } from './process.ts';
import { LeaseLost } from './run.ts';

interface Taken {
  id: number;
  fence: number;
  deaths: number;
  key: string;
  kind: string;
  request: JobRequest;
}

interface Given {
  database: Database;
  catalogue: Catalogue;
  processes: readonly Process[];
  /** What to tell the asker of a job that failed. */
  explain: (error: unknown, language: Language) => ProblemDocument;
}

/** The worker says each second that it lives and how far it is; so long a silence means that it died. */
const [beatMs, leaseSeconds] = [1000, 30];
/** How often to look for jobs that another process has put in the queue. */
const lookMs = 1000;
/** A job that took so many workers down with it is not begun again. */
const mostDeaths = 3;
/** How often jobs that ended long ago are looked for. */
const forgetMs = 3_600_000;

/** Carries out the jobs of the queue, one at a time, two on a server; any number of processes may. */
export class Worker {
  readonly #given: Given;
  readonly #stopping = new AbortController();
  #nudge = new AbortController();
  #loops: Promise<void>[] = [];

  constructor(given: Given) {
    this.#given = given;
  }

  start(): void {
    const atOnce = this.#given.database.kind === 'server' ? 2 : 1;
    this.#loops = Array.from({ length: atOnce }, () => this.#work());
    const forget = () => void forgetJobs(this.#given.database).catch(() => {}); // next hour is soon enough
    forget();
    const hourly = setInterval(forget, forgetMs).unref();
    this.#stopping.signal.addEventListener('abort', () => clearInterval(hourly));
  }

  /** There is a job: look at once. */
  nudge(): void {
    this.#nudge.abort();
    this.#nudge = new AbortController();
  }

  /** Take no more jobs; those under way go back to the queue. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops);
  }

  async #work(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      // The database may be away for a while: the next look, or the one after it, finds it there.
      const job = await this.#take().catch(() => undefined);
      if (job) await this.#carryOut(job).catch(() => {});
      else
        await wait(lookMs, undefined, { signal: AbortSignal.any([signal, this.#nudge.signal]), ref: false }).catch(
          () => {},
        );
    }
  }

  async #take(): Promise<Taken | undefined> {
    return (await this.#given.database.rows<Taken>(statement('runs/take-job'), { seconds: leaseSeconds }))[0];
  }

  async #carryOut({ id, fence, deaths, kind, request }: Taken): Promise<void> {
    const { database, catalogue, processes, explain } = this.#given;
    const { language } = request;
    const lost = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, lost.signal]);
    let [share, message] = [0, ''];
    let isTelling = false;
    const beat = setInterval(() => {
      if (isTelling) return; // the database is busy: one wait is enough
      isTelling = true;
      database
        .rows(statement('runs/report'), { id, fence, share, message, seconds: leaseSeconds })
        .then((kept) => kept.length > 0 || lost.abort(new LeaseLost(id)))
        .catch(() => {}) // the next beat, or the end of the work, will tell
        .finally(() => (isTelling = false));
    }, beatMs);
    try {
      const process = processes.find((one) => one.id === kind);
      if (!process || deaths >= mostDeaths) throw givenUp(deaths);
      const result = await process.execute(process.inputs.parse(request.inputs), {
        ...{ database, catalogue, language, signal },
        onProgress: (done, about) => ([share, message] = [Math.min(1, Math.max(0, done)), about]),
      });
      signal.throwIfAborted();
      await database.rows(statement('runs/finish'), { id, fence, result: storableJson(result) });
    } catch (error) {
      if (this.#stopping.signal.aborted) await database.rows(statement('runs/requeue-job'), { id, fence });
      else if (!lost.signal.aborted)
        await database.rows(statement('runs/fail'), {
          id,
          fence,
          error: storableJson(explained(explain(error, language))),
        });
    } finally {
      clearInterval(beat);
    }
  }
}

const explained = (problem: ProblemDocument) => ({ message: problem.detail, problem });

const givenUp = (times: number): Problem =>
  new Problem(500, 'job-given-up', {
    title: { nb: 'Kjøringen er gitt opp', en: 'The job was given up' },
    detail: {
      nb: `Kjøringen ble begynt ${times} ganger uten å bli ferdig.`,
      en: `The job was begun ${times} times and never ended.`,
    },
    remedy: {
      nb: 'Kjør den på nytt med mindre inndata, eller på en tjener med mer minne.',
      en: 'Run it again with a smaller input, or on a server with more memory.',
    },
  });
