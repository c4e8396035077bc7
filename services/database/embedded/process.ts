import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { Explained } from '../../../layers/declaration/explained.ts';
import type { Address } from './address.ts';
import type { Report } from './child.ts';

/** The running process of an embedded database. */
export interface DatabaseProcess {
  address: Address;
  pid: number;
  /** Resolves when it has ended, with how: its signal or exit code. */
  ended: Promise<string>;
  /** End it and wait: it rolls back what is open and closes its files. */
  stop(): Promise<void>;
}

const patience = 60_000;
const keptOfErrors = 4000;

/** The process of an embedded database ended before it served. */
export class CannotStart extends Explained {
  constructor(folder: string, why: string) {
    super({
      nb: `Den innebygde databasen i ${folder} kunne ikke startes: ${why}\nKjør «grunnriss doctor» for å se hva som er galt.`,
      en: `The embedded database in ${folder} could not be started: ${why}\nRun 'grunnriss doctor' to see what is wrong.`,
    });
  }
}

/**
 * Start the process of an embedded database and wait until it serves.
 * @returns undefined when another process has the folder
 * @throws CannotStart when it ended before it served, with what it said
 */
export async function startProcess(
  folder: string,
  address: Address,
  onProgress: (line: Bilingual) => void,
  signal?: AbortSignal,
): Promise<DatabaseProcess | undefined> {
  const program = fileURLToPath(new URL('child.ts', import.meta.url));
  const parameters = ['--import', import.meta.resolve('tsx'), program, folder, address.host, String(address.port)];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], windowsHide: true });
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-keptOfErrors)));
  const ended = new Promise<string>((done) => child.once('exit', (code, by) => done(by ?? `exit code ${code}`)));
  const abort = (): void => void stop(child, ended);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const outcome = await firstOutcome(child, ended, onProgress);
    if (outcome.kind === 'taken') return undefined;
    if (outcome.kind === 'failed') throw new CannotStart(folder, `${outcome.why}\n${said}`.trimEnd());
  } finally {
    signal?.removeEventListener('abort', abort);
  }
  hold(child, false);
  return { address, pid: child.pid!, ended, stop: () => stop(child, ended) };
}

async function firstOutcome(
  child: ChildProcess,
  ended: Promise<string>,
  onProgress: (line: Bilingual) => void,
): Promise<Exclude<Report, { kind: 'progress' }>> {
  const reported = new Promise<Exclude<Report, { kind: 'progress' }>>((done) =>
    child.on('message', (report: Report) => (report.kind === 'progress' ? onProgress(report.line) : done(report))),
  );
  const died = ended.then((how) => ({ kind: 'failed' as const, why: `its process ended (${how})` }));
  const unable = once(child, 'error').then(([error]) => ({ kind: 'failed' as const, why: (error as Error).message }));
  return Promise.race([reported, died, unable]);
}

/** A process that is done need not wait for its database: that ends by itself when its parent does. */
function hold(child: ChildProcess, held: boolean): void {
  const pipe = child.stderr as unknown as { ref(): void; unref(): void };
  for (const each of [child, child.channel, pipe]) {
    if (held) each?.ref();
    else each?.unref();
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  hold(child, true);
  if (child.connected) child.disconnect();
  const last = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended;
  clearTimeout(last);
}
