import type { Worker } from 'node:worker_threads';
import { describe } from './describe.ts';
import type { NetworkAnswer, SearchProgress } from './answer.ts';
import { checkQuestion } from './check-question.ts';
import { modelOf } from './models/model-of.ts';
import { sitesOf } from './places.ts';
import type { NetworkQuestion } from './question.ts';
import { checkNumber } from './sound-lists.ts';
import type { Asked, Said } from './thread/listen.ts';
import { keepThread, takeThread } from './thread/threads.ts';

/** How long, and who listens. */
export interface SolveSettings {
  /** Seconds, 0 or more; at 0 the heuristic's plan is the answer. 60 where it is not said. */
  timeLimit_s?: number | undefined;
  /** Ends the search at once. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: SearchProgress) => void) | undefined;
}

/** What a search may take beyond its time before its thread is ended: parts of it do not look at the clock. */
const grace_s = 20;
const longestTimer_ms = 2 ** 31 - 1;

/**
 * The best network of stations, in a thread of its own: proven, or stopped with its gap.
 * @throws BadQuestion; the signal's reason when it is aborted
 */
export async function solveNetwork(
  question: NetworkQuestion,
  { timeLimit_s: seconds = 60, signal, onProgress }: SolveSettings = {},
): Promise<NetworkAnswer> {
  signal?.throwIfAborted();
  checkNumber(seconds, { nb: 'Tidsgrensen', en: 'The time limit' });
  checkQuestion(question);
  const thread = takeThread();
  const end = new AbortController();
  try {
    const answer = await ask(thread, { question, seconds }, end.signal, signal, onProgress);
    end.abort();
    keepThread(thread);
    return answer;
  } catch (error) {
    end.abort();
    await thread.terminate();
    if (error instanceof Broken) return stopped(question, error);
    throw error;
  }
}

/** A search that was ended from outside, with what it had found by then. */
class Broken extends Error {
  readonly by: 'time' | 'memory';
  readonly sofar: NetworkAnswer | null;

  constructor(by: 'time' | 'memory', sofar: NetworkAnswer | null) {
    super(by);
    [this.by, this.sofar] = [by, sofar];
  }
}

function ask(
  thread: Worker,
  asked: Asked,
  ended: AbortSignal,
  signal: AbortSignal | undefined,
  onProgress: SolveSettings['onProgress'],
): Promise<NetworkAnswer> {
  let sofar: NetworkAnswer | null = null;
  return new Promise((resolve, reject) => {
    const patience_ms = Math.min((asked.seconds + grace_s) * 1000, longestTimer_ms);
    const late = setTimeout(() => reject(new Broken('time', sofar)), patience_ms);
    ended.addEventListener('abort', () => clearTimeout(late));
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true, signal: ended });
    thread.on('message', (said: Said) => {
      if ('progress' in said) onProgress?.(said.progress);
      else if ('sofar' in said) sofar = said.sofar;
      else if ('failed' in said) reject(said.failed);
      else resolve(said.answer);
    });
    thread.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Broken('memory', sofar) : error),
    );
    thread.on('exit', () => reject(new Error('The thread of the search ended without an answer.')));
    thread.postMessage(asked);
  });
}

/** What is left to say of a search whose thread is gone. */
function stopped(question: NetworkQuestion, { by, sofar }: Broken): NetworkAnswer {
  if (sofar) return { ...sofar, stoppedBy: by };
  const sites = sitesOf(question);
  const nothing = { status: 'none-found', stoppedBy: by, clash: null, open: null, bound: null } as const;
  return describe(sites, modelOf(question, sites), nothing);
}
