// `npm run faults`: long series of what goes wrong. Parameters: names of series; without them all are run.
import { deepStrictEqual } from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded, type Embedded } from '../../services/database/embedded/embedded.ts';
import { bareDatabase } from '../setup/bare-database.ts';
import { engines } from '../setup/engines.ts';
import { onServerItself, stopTestServer, urlOf } from '../setup/test-server.ts';
import { realData } from '../setup/real-data.ts';
import { killImports } from './killed-imports.ts';
import { killWhileWriting } from './kills.ts';
import { readMutated } from './mutated-files.ts';
import { randomConversation } from './random-clients.ts';
import { compareOverlaps } from './recomputed-overlaps.ts';

/** What a series did; an error is thrown where something went wrong. */
type Series = (embedded: Embedded, folder: string) => Promise<string>;

const kills = 20;
const conversations = 300;
const failures = 100_000;
const mutations = 10_000;
const killedImports = 50;
const firstSeed = 1001;
/** Of the example county whose overlaps are measured again; and how far they may be apart. */
const [overlapScale, overlapTolerance] = [0.1, 1e-6];

const series: Record<string, Series> = {
  async kills(embedded, folder) {
    const { acknowledged, ...losses } = await killWhileWriting(embedded, folder, kills);
    deepStrictEqual(losses, { missing: [], halves: [], unclear: [] });
    return `${acknowledged} transactions acknowledged while the database was killed ${kills} times, none lost`;
  },

  async clients(embedded) {
    if (!engines().includes('server')) return 'not run: there is no server to compare with';
    const name = `grunnriss_faults_${process.pid}`;
    await onServerItself(`create database ${name}`);
    try {
      const server = { connectionString: urlOf(name) };
      const client = new pg.Client(server);
      await client.connect();
      await client.query('create extension postgis');
      await client.end();
      for (let seed = 1001; seed <= 1000 + conversations; seed += 1) {
        const expected = await randomConversation(server, seed, 60);
        deepStrictEqual(await randomConversation(embedded.connection, seed, 60), expected, `seed ${seed}`);
      }
    } finally {
      await onServerItself(`drop database ${name} with (force)`);
    }
    return `${conversations} conversations of three clients answered as by the server`;
  },

  async errors(embedded) {
    const client = new pg.Client(embedded.connection);
    await client.connect();
    for (let count = 0; count < failures; count += 1) {
      const code = await client.query('select 1 / $1::integer', [0]).then(
        () => 'none',
        (error: { code?: string }) => error.code,
      );
      if (code !== '22012') throw new Error(`error ${count} was ${code}`);
    }
    await client.end();
    return `${failures} errors one after the other, each as it should be`;
  },

  async imports(_, folder) {
    const files = mkdtempSync(path.join(tmpdir(), 'grunnriss-killed-'));
    try {
      const { killed, over, published, unseen } = await killImports(folder, files, firstSeed, killedImports);
      return `${killed} imports killed at moments drawn by chance and ${over} that were over before: readers saw one file as a whole after each, the new one after ${published}; ${unseen} whole loads that nobody saw are left for a later import to remove`;
    } finally {
      rmSync(files, { recursive: true, force: true });
    }
  },

  async overlaps() {
    if (!engines().includes('server')) return 'not run: there is no server';
    const { overlaps, worst, finding } = await compareOverlaps(overlapScale);
    if (overlaps === 0 || !(worst < overlapTolerance)) throw new Error(`${overlaps} overlaps, ${worst}: ${finding}`);
    return `${overlaps} overlaps of the example county at scale ${overlapScale}, clipped and measured outside of PostGIS, differ by ${worst.toExponential(1)} at most (${finding})`;
  },

  async files() {
    const data = realData();
    if (data === null) return 'not run: ../shared/data is not there';
    const { copies, whole, refused, features, rejected } = await readMutated(
      path.join(data, 'formats'),
      firstSeed,
      mutations,
    );
    return `${copies} mutated copies of files: ${refused} refused, ${whole} read with ${features} features, of which ${rejected} are to be rejected`;
  },
};

const folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-faults-'));
let failed = 0;
try {
  cpSync(await bareDatabase(), folder, { recursive: true });
  const embedded = await startEmbedded({ folder });
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(series);
  for (const name of wanted) {
    try {
      const run = series[name];
      if (!run) throw new Error(`There is no such series. Series: ${Object.keys(series).join(', ')}`);
      console.log(`ok      ${name}: ${await run(embedded, folder)}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}: ${(error as Error).message}`);
    }
  }
  await embedded.stop();
} finally {
  stopTestServer();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);
