// The process that has the embedded database open. Started by embedded.ts with the data folder and the socket's place;
// tells its parent by messages how far it has come; ends when the parent does.
import { createServer, type Server } from 'node:net';
import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { prepareAddress, removeAddress, socketPath, type Address } from './address.ts';
import { startEngine } from './backend.ts';
import { Gate } from './gate.ts';
import { removeOwner, takeLock, writeOwner } from './lock.ts';

/** What the parent is told. `taken`: another process has the folder. */
export type Report =
  { kind: 'progress'; line: Bilingual } | { kind: 'ready' } | { kind: 'taken' } | { kind: 'failed'; why: string };

const [folder, host, port] = process.argv.slice(2) as [string, string, string];
const address: Address = { host, port: Number(port) };

// Ctrl-C and a closed terminal reach the parent too: it decides, and its end or its wish ends this process.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});

const report = (told: Report): Promise<void> =>
  new Promise((done) => (process.connected ? process.send!(told, () => done()) : done()));

async function run(): Promise<void> {
  const release = takeLock(folder);
  if (!release) return report({ kind: 'taken' });
  const whileStarting = () => process.exit(1);
  process.once('disconnect', whileStarting);
  const engine = await startEngine(folder, (line) => void report({ kind: 'progress', line }));
  process.off('disconnect', whileStarting);
  const gate = new Gate(engine, {
    parameters: engine.parameters,
    onBroken: (cause) => {
      console.error(cause);
      // Its memory cannot be trusted, so that it is not closed; what it has acknowledged is in the files.
      setTimeout(() => process.exit(70), 100);
    },
  });
  const server = await listen((socket) => gate.accept(socket));
  writeOwner(folder, { pid: process.ppid, child: process.pid, ...address, since: new Date().toISOString() });
  await report({ kind: 'ready' });
  await asked();
  server.close();
  await gate.close();
  await engine.close();
  removeOwner(folder);
  removeAddress(address);
  release();
}

async function listen(onConnection: Parameters<typeof createServer>[1]): Promise<Server> {
  prepareAddress(address);
  const server = createServer(onConnection);
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(socketPath(address), ready));
  return server;
}

/** Until the parent lets go, dies, or somebody sends SIGTERM. */
const asked = (): Promise<void> =>
  new Promise((end) => {
    process.once('disconnect', () => end());
    process.once('SIGTERM', () => end());
    if (!process.connected) end();
  });

try {
  await run();
  process.exit(0);
} catch (error) {
  await report({ kind: 'failed', why: (error as Error).message });
  console.error(error);
  process.exit(1);
}
