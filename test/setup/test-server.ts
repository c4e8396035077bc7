import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { serverBinaries } from './engines.ts';

let started: { url: string; stop: () => void } | undefined;

/**
 * Address of a server with the right to make databases: that of `TEST_DATABASE_URL`, or one started for this run in a
 * temporary folder on a private socket and stopped at its end.
 */
export function testServerUrl(): string {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return given;
  started ??= startServer();
  return started.url;
}

/** Stop the server of this run, if one was started. */
export function stopTestServer(): void {
  started?.stop();
  started = undefined;
}

/** The same server, another database. */
export function urlOf(database: string): string {
  const url = testServerUrl();
  const [address = '', query] = url.split('?');
  const changed = address.replace(/^(postgres(?:ql)?:\/\/[^/]*\/?).*$/, (_, host: string) =>
    host.endsWith('/') ? host + database : `${host}/${database}`,
  );
  return query ? `${changed}?${query}` : changed;
}

/** Run a statement that belongs to the server as a whole: create and drop databases. */
export async function onServerItself(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function startServer(): { url: string; stop: () => void } {
  const binaries = serverBinaries();
  if (!binaries) throw new Error('There is no PostgreSQL with PostGIS on this machine, and no TEST_DATABASE_URL.');
  const folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-test-'));
  const who = unprivileged();
  if (who) chownSync(folder, who.uid, who.gid);
  const call = (program: string, parameters: string[]) =>
    execFileSync(path.join(binaries, program), parameters, { ...who, cwd: folder, stdio: 'ignore' });
  const data = path.join(folder, 'data');
  call('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync']);
  // A test's database need not survive a power cut.
  const options = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`;
  call('pg_ctl', ['-D', data, '-l', path.join(folder, 'log'), '-o', options, '-w', 'start']);
  const stop = () => {
    call('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
    rmSync(folder, { recursive: true, force: true });
    process.off('exit', stop);
  };
  process.on('exit', stop);
  process.once('SIGTERM', () => process.exit(143)); // not without that 'exit'
  return { url: `postgres://postgres@/postgres?host=${folder}`, stop };
}

/** PostgreSQL refuses to run as root: its own account does it then, or nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody'])
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      continue; // no such account
    }
  throw new Error('The tests run as root and found no other account to start PostgreSQL with: set TEST_DATABASE_URL.');
}
