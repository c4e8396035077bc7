import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { Explained } from '../../layers/declaration/explained.ts';
import type { Language } from '../../layers/declaration/bilingual.ts';
import { Worker } from '../runs/worker.ts';
import { createApp, standardError } from './app.ts';
import { problemOf } from './problem-of.ts';

/** How long answers under way may take after the service was told to stop. */
const patienceMs = 10_000;

export interface Serving {
  /** Where the service is, as seen from this machine. */
  url: string;
  /** Take no more requests and jobs, let requests under way finish for a while, then end them; jobs go back to the queue. */
  close: () => Promise<unknown>;
}

/**
 * Serve on the host and port of the settings (port 0: any free one).
 * @throws Error saying what to do when the port is taken
 */
export async function serve(given: Parameters<typeof createApp>[0]): Promise<Serving> {
  const { database, catalogue, processes = [], settings, logger = standardError() } = given;
  const explain = (error: unknown, language: Language) => {
    const { problem, id } = problemOf(error);
    if (id) logger.error({ id, err: error }, 'a job failed');
    return problem.document(language);
  };
  const worker = new Worker({ database, catalogue, processes, explain });
  const server = createServer(createApp({ ...given, logger, nudge: () => worker.nudge() }));
  await listen(server, settings.host, settings.port);
  worker.start();
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const reachable = ['0.0.0.0', '[::]'].includes(name) ? 'localhost' : name;
  return { url: `http://${reachable}:${address.port}`, close: () => Promise.all([worker.stop(), close(server)]) };
}

/** Another program listens where this one was told to. */
export class PortTaken extends Explained {
  constructor(port: number, host: string) {
    super({
      nb: `Port ${port} på ${host} er opptatt. Stans det som bruker den, eller velg en annen med PORT.`,
      en: `Port ${port} on ${host} is taken. Stop what uses it, or choose another with PORT.`,
    });
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port, host) : error),
    );
    server.listen(port, host, () => resolve());
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = new AbortController();
  const impatient = wait(patienceMs, undefined, { signal: patience.signal, ref: false }).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  await closed;
  patience.abort();
  await impatient;
}
