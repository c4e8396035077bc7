import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import pg from 'pg';
import { startEmbedded, type Embedded } from '../../services/database/embedded/embedded.ts';
import { readOwner, takeLock } from '../../services/database/embedded/lock.ts';
import { withEmbeddedFolder } from '../setup/embedded-folder.ts';

const until = async (true_: () => boolean): Promise<void> => {
  while (!true_()) await delay(20);
};

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const failureOf = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('it did not fail'),
    (error: Error) => error,
  );

withEmbeddedFolder('Who owns the embedded database', (folder) => {
  let first: Embedded;
  let second: Embedded;

  async function open(): Promise<pg.Client> {
    const client = new pg.Client(first.connection);
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  it('of two that start it at the same time, one; the other is told so, and shares it', async () => {
    const both = await Promise.all([startEmbedded({ folder: folder() }), startEmbedded({ folder: folder() })]);
    [first, second] = (both[0].owned ? both : both.toReversed()) as [Embedded, Embedded];
    expect([first.owned, second.owned]).to.deep.equal([true, false]);
    expect(second.connection).to.deep.equal(first.connection);
    expect(second.owner.pid).to.equal(process.pid);
    expect(takeLock(folder()), 'the kernel holds the lock').to.equal(undefined);
  });

  it('Ctrl-C reaches its process too, which waits for what its parent decides', async () => {
    process.kill(readOwner(folder())!.child, 'SIGINT');
    const client = await open();
    expect((await client.query('select 1 as one')).rows).to.deep.equal([{ one: 1 }]);
    await client.end();
  });

  it('when it ends, those who share it are told, and no process, socket or lock stays behind', async () => {
    const client = await open();
    const told = new Promise<Error>((done) => second.onExit(done));
    const { child } = readOwner(folder())!;
    await first.stop();
    expect((await told).message).to.match(/has ended: start again/);
    expect((await failureOf(second.available())).message).to.match(/start again/);
    expect(await failureOf(client.query('select 1'))).to.be.instanceOf(Error);
    await second.stop();
    expect(lives(child)).to.be.false;
    expect(existsSync(first.connection.host)).to.be.false;
    expect(readOwner(folder())).to.equal(undefined);
    const release = takeLock(folder());
    expect(release).to.be.a('function');
    release!();
  });

  it('when its process is killed with SIGKILL, the database ends by itself and can be started again', async () => {
    const owner = fork(path.join(import.meta.dirname, 'owner-process.ts'), [folder()], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await once(owner, 'message');
    const { child, host } = readOwner(folder())!;
    owner.kill('SIGKILL');
    await until(() => !lives(child));
    expect(existsSync(host)).to.be.false;
    first = await startEmbedded({ folder: folder() });
    expect(first.owned).to.be.true;
  });

  it('a statement that breaks it gets an error, and it starts anew with all that was stored', async () => {
    const client = await open();
    await client.query('create table kept (id integer)');
    await client.query('insert into kept values (1)');
    // More than the stack of JavaScript can bear: the setting in backend.ts keeps recursion below that.
    await client.query("set max_stack_depth = '60MB'");
    await client.query(
      'create function endless(integer) returns integer language plpgsql as $$ begin return endless($1 + 1); end $$',
    );
    const { child } = readOwner(folder())!;
    expect((await failureOf(client.query('select endless(1)'))).message).to.match(/broke the embedded database/);
    await until(() => readOwner(folder())!.child !== child);
    await first.available();
    const again = await open();
    expect((await again.query('select id from kept')).rows).to.deep.equal([{ id: 1 }]);
    await again.end();
    await first.stop();
  });

  it('a folder that cannot be used is told with the reason', async () => {
    const failure = await failureOf(startEmbedded({ folder: path.join(folder(), 'lock', 'inside-a-file') }));
    expect(failure.message).to.match(/cannot be made: ENOTDIR.*inside-a-file/);
    expect(failure.message).to.match(/Set GRUNNRISS_DATA/);
  });
});
