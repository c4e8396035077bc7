import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import pg from 'pg';
import { eachDatabase } from '../setup/databases.ts';
import { clientConfig } from './clients.ts';
import { wire, WireClient } from './wire.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A process that begins a transaction, writes a row, says so, and does nothing more. */
const program = `
  import pg from 'pg';
  const client = new pg.Client(JSON.parse(process.argv[1]));
  await client.connect();
  await client.query('begin');
  await client.query({ name: 'write', text: 'insert into written values ($1)', values: [Number(process.argv[2])] });
  console.log('written');
  setInterval(() => {}, 1000);`;

eachDatabase('A client that is gone in a transaction', ({ settings }) => {
  let config: pg.ClientConfig;
  let client: pg.Client;

  before(async () => {
    config = await clientConfig(settings());
    client = new pg.Client(config);
    await client.connect();
    await client.query('create table written (id integer primary key)');
  });
  after(() => client.end());

  it('because its process was killed, is rolled back, and the others go on', async () => {
    const other = spawn(process.execPath, ['--input-type=module', '-e', program, JSON.stringify(config), '1'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    // The embedded database is the other's until it is gone; on a server this row has to wait for it.
    const waiting = client.query('insert into written values (1)');
    other.kill('SIGKILL');
    expect((await waiting).rowCount).to.equal(1);
    expect((await client.query('select * from written')).rows).to.deep.equal([{ id: 1 }]);
  });

  it('because its connection broke in a batch, is rolled back', async () => {
    const other = await WireClient.open(config);
    await other.ask([wire.query('begin; insert into written values (2)')], 'Z');
    await other.ask([wire.parse('select generate_series(1, 9)'), wire.bind(), wire.execute(1), wire.flush], 's');
    other.socket.destroy();
    await client.query('insert into written values (2)');
  });

  it('because it said good-bye, is rolled back', async () => {
    const other = await WireClient.open(config);
    await other.ask([wire.query('begin; insert into written values (3)'), wire.terminate], 'Z');
    await client.query('insert into written values (3)');
  });

  it('leaves none of its prepared statements behind', async () => {
    const other = await WireClient.open(config);
    await other.ask([wire.parse('select 123456', 'left'), wire.sync], 'Z');
    other.socket.destroy();
    const left = async () =>
      (await client.query("select from pg_prepared_statements where statement = 'select 123456'")).rowCount;
    while ((await left()) !== 0) await delay(10); // the database hears of the end of a connection after a moment
  });
});
