import { connect } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { Explained } from '../../../layers/declaration/explained.ts';
import { chooseAddress, socketPath, type Address } from './address.ts';
import { makeDataFolder } from './data-folder.ts';
import { readOwner, type Owner } from './lock.ts';
import { startProcess, type DatabaseProcess } from './process.ts';

/** The embedded database, as seen by a process that uses it. */
export interface Embedded {
  /** For `pg`. Stays the same when the database is started anew. */
  connection: Address & { user: string; database: string };
  /** This process started it and ends it; otherwise another one did. */
  owned: boolean;
  /** Who has it. */
  owner: { pid: number; since: string };
  /**
   * Resolves when the database can be reached: at once, or when it has been started anew after its process was killed.
   * @throws Error when it cannot be reached any more, saying what to do
   */
  available: () => Promise<void>;
  /** Called once when the database has ended for good without `stop`. */
  onExit: (listener: (error: Error) => void) => void;
  stop: () => Promise<void>;
}

interface Options {
  /** The data folder: `GRUNNRISS_DATA`. */
  folder: string;
  onProgress?: (line: Bilingual) => void;
}

const longestWait = 300_000;

/** The process that has the embedded database does not serve it, or no longer. */
export class OwnerGone extends Explained {}

/**
 * Start the embedded database of a data folder, or join the process that has it.
 * @throws BadDataFolder; Error when the database in it cannot be started
 */
export async function startEmbedded({ folder: given, onProgress = () => {} }: Options): Promise<Embedded> {
  const folder = resolve(given);
  makeDataFolder(folder);
  const until = Date.now() + longestWait;
  for (let told = false; Date.now() < until; await delay(200)) {
    const owner = readOwner(folder);
    if (owner && (await answers(owner))) {
      onProgress({
        nb: `Bruker den innebygde databasen sammen med prosess ${owner.pid}, som har hatt den åpen siden ${owner.since}`,
        en: `Sharing the embedded database of process ${owner.pid}, which has it open since ${owner.since}`,
      });
      return join(owner);
    }
    const started = await startProcess(folder, chooseAddress(owner), onProgress);
    if (started) return keep(started, folder, onProgress);
    if (!told)
      onProgress({
        nb: 'En annen prosess starter denne databasen: venter på den',
        en: 'Another process is starting this database: waiting for it',
      });
    told = true;
  }
  throw new OwnerGone({
    nb: `En annen prosess har datamappen ${folder}, men svarer ikke for databasen i den. Avslutt den prosessen og start på nytt.`,
    en: `Another process has the data folder ${folder} but does not serve its database. End that process and start again.`,
  });
}

/** Somebody listens there. A busy database answers too: the system accepts connections for it. */
export const answers = (address: Address): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(socketPath(address));
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });

const connectionOf = ({ host, port }: Address): Embedded['connection'] => ({
  host,
  port,
  user: 'postgres',
  database: 'postgres',
});

/** Use the database of another process for as long as that one lives. */
function join(owner: Owner): Embedded {
  const listeners: ((error: Error) => void)[] = [];
  let ended: Error | undefined;
  const watch = connect(socketPath(owner)).unref();
  watch.on('error', () => {}).resume(); // unread bytes would hide its end
  watch.once('close', () => {
    ended = new OwnerGone({
      nb: `Prosessen som eide databasen (${owner.pid}), er avsluttet: start på nytt.`,
      en: `The process that owned the database (${owner.pid}) has ended: start again.`,
    });
    for (const listener of listeners) listener(ended);
  });
  return {
    connection: connectionOf(owner),
    owned: false,
    owner,
    available: () => (ended ? Promise.reject(ended) : Promise.resolve()),
    onExit: (listener) => void listeners.push(listener),
    stop: () => {
      watch.removeAllListeners('close').destroy();
      return Promise.resolve();
    },
  };
}

const mostFailures = 3;

/** Keep our own database running: start it anew whenever its process dies. */
function keep(first: DatabaseProcess, folder: string, onProgress: (line: Bilingual) => void): Embedded {
  const listeners: ((error: Error) => void)[] = [];
  const stopping = new AbortController();
  let running = first;
  let available = Promise.resolve();

  const watch = (process: DatabaseProcess): void => {
    running = process;
    void process.ended.then((how) => {
      if (stopping.signal.aborted) return;
      onProgress({
        nb: `Prosessen til den innebygde databasen er avsluttet (${how}): starter den på nytt`,
        en: `The process of the embedded database has ended (${how}): starting it anew`,
      });
      available = restart();
      available.catch((error: Error) => listeners.forEach((listener) => listener(error)));
    });
  };
  const restart = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        const started = await startProcess(folder, first.address, onProgress, stopping.signal);
        // None: another process was quicker, and serves it at the same address. Ours takes over when that one ends.
        if (started) return watch(started);
      } catch (error) {
        failures += 1;
        if (failures === mostFailures) throw error;
      }
      await delay(500);
    }
  };
  watch(first);
  return {
    connection: connectionOf(first.address),
    owned: true,
    owner: { pid: process.pid, since: new Date().toISOString() },
    available: () => available,
    onExit: (listener) => void listeners.push(listener),
    async stop() {
      stopping.abort();
      await Promise.allSettled([available, running.stop()]);
    },
  };
}
