import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SumsQuestion } from '../accessibility/sums.ts';
import { cancelled } from '../cancelled.ts';
import { lanes } from '../hierarchy/sweep.ts';

/** Places to search from: from one number up to another, which is left out. */
export interface Origins {
  from: number;
  to: number;
}

/** What origins reach; a row each, as SumsRow says. */
export interface OriginSums extends Origins {
  rows: Float64Array;
}

/** Origins in one message: a few sweeps, so that the threads have as much to do each and stop soon. */
const chunk = 2 * lanes;
/** Answers that may lie ready before they are taken: what bounds memory, whatever the number of origins. */
const mostAhead = 64;

export const defaultWorkers = (): number => Math.min(4, availableParallelism());

/**
 * Sum up what places can reach, in worker threads; the order and the figures are the same with any number of them.
 * @param origins how many of the first places are searched from
 * @throws what a search throws, and the signal's reason; the threads are gone then
 */
export async function* sumUp(
  question: SumsQuestion,
  origins: number,
  { workers = defaultWorkers(), signal }: { workers?: number; signal?: AbortSignal | undefined } = {},
): AsyncGenerator<OriginSums> {
  signal?.throwIfAborted();
  const chunks = Array.from({ length: Math.ceil(origins / chunk) }, (_, at): Origins => {
    return { from: at * chunk, to: Math.min(origins, (at + 1) * chunk) };
  });
  const threads = Array.from({ length: Math.min(workers, chunks.length) }, () => new Thread(question));
  const stop = cancelled(signal);
  const asked: Promise<Float64Array>[] = [];
  try {
    for (const [at, { from, to }] of chunks.entries()) {
      for (; asked.length < Math.min(chunks.length, at + mostAhead);) {
        const next = chunks[asked.length];
        const thread = threads.reduce((one, other) => (other.waiting < one.waiting ? other : one));
        const answer = thread.ask(next);
        answer.catch(() => {}); // told when its turn comes
        asked.push(answer);
      }
      const rows = await Promise.race([asked[at], stop]);
      asked[at] = Promise.resolve(new Float64Array());
      yield { from, to, rows };
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** One worker thread; it answers in the order in which it is asked. */
class Thread {
  readonly #worker: Worker;
  #expected: { resolve: (rows: Float64Array) => void; reject: (error: unknown) => void }[] = [];

  constructor(question: SumsQuestion) {
    this.#worker = new Worker(new URL('./search-worker.mjs', import.meta.url), { workerData: question });
    this.#worker.on('message', (rows: Float64Array) => this.#expected.shift()?.resolve(rows));
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#expected.splice(0)) reject(error);
    });
  }

  get waiting(): number {
    return this.#expected.length;
  }

  ask(origins: Origins): Promise<Float64Array> {
    return new Promise((resolve, reject) => {
      this.#expected.push({ resolve, reject });
      this.#worker.postMessage(origins);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
