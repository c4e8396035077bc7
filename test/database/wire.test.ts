import { expect } from 'chai';
import type { ClientConfig } from 'pg';
import { eachDatabase } from '../setup/databases.ts';
import { clientConfig } from './clients.ts';
import { wire, WireClient } from './wire.ts';

const { query, parse, bind, describe: tell, execute, flush, sync } = wire;

/** The server is the oracle: what holds there must hold for the embedded database. */
eachDatabase('On the wire', ({ settings, kind }) => {
  let config: ClientConfig;
  let client: WireClient;

  before(async () => {
    config = await clientConfig(settings());
  });
  beforeEach(async () => {
    client = await WireClient.open(config);
  });
  afterEach(() => void client.socket.destroy());

  it('a query is answered with one sign of readiness', async () => {
    expect(await client.ask([query('select 1')], 'Z')).to.deep.equal(['T', 'D 1', 'C SELECT 1', 'Z I']);
    expect(await client.ask([query('')], 'Z')).to.deep.equal(['I', 'Z I']);
    expect(await client.ask([query('select 1; select 1 / 0; select 2')], 'Z')).to.deep.equal([
      'T',
      'D 1',
      'C SELECT 1',
      'E 22012',
      'Z I',
    ]);
  });

  it('each Sync is answered with exactly one sign of readiness, after errors too', async () => {
    const failing = [parse('select 1 / 0'), bind(), execute(), sync];
    const working = [parse('select 7'), bind(), execute(), sync];
    expect(await client.ask([...failing, ...working, ...failing, sync, ...working], 'Z', 5)).to.deep.equal([
      ...['1', 'E 22012', 'Z I'],
      ...['1', '2', 'D 7', 'C SELECT 1', 'Z I'],
      ...['1', 'E 22012', 'Z I'],
      ...['Z I'],
      ...['1', '2', 'D 7', 'C SELECT 1', 'Z I'],
    ]);
  });

  it('after an error everything is left out until Sync: statements, and simple queries too', async () => {
    await client.ask([query('create table if not exists left_out (id integer)')], 'Z');
    const answered = await client.ask(
      [
        parse('insert into left_out values (1)'),
        ...[bind(), execute(), parse('select 1 / 0'), bind(), execute()],
        ...[
          parse('insert into left_out values (2)'),
          bind(),
          execute(),
          query('insert into left_out values (3)'),
          sync,
        ],
      ],
      'Z',
    );
    expect(answered).to.deep.equal(['1', '2', 'C INSERT 0 1', '1', 'E 22012', 'Z I']);
    expect(await client.ask([query('select count(*) from left_out')], 'Z')).to.include('D 0');
  });

  it('an exception of GEOS is an error like any other: the messages after it are left out, the transaction fails', async () => {
    const failing =
      "select st_intersection(g, 'POLYGON((0 0, 1 1, 1 0, 0 0))') from unnest(array['POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))'::geometry]) g";
    const insert = [parse('insert into overlaid values (1)'), bind(), execute()];
    await client.ask([query('create table if not exists overlaid (id integer)')], 'Z');
    expect(await client.ask([query(`insert into overlaid values (1); ${failing}; select 2`)], 'Z')).to.deep.equal([
      ...['C INSERT 0 1', 'T', 'E XX000', 'Z I'],
    ]);
    expect(
      await client.ask([...insert, parse(failing), bind(), tell('P'), execute(), ...insert, sync], 'Z'),
    ).to.deep.equal(['1', '2', 'C INSERT 0 1', '1', '2', 'T', 'E XX000', 'Z I']);
    await client.ask([query('begin')], 'Z');
    expect(await client.ask([parse(failing), bind(), execute(), ...insert, sync], 'Z')).to.deep.equal([
      ...['1', '2', 'E XX000', 'Z E'],
    ]);
    expect(await client.ask([...insert, sync], 'Z')).to.deep.equal(['E 25P02', 'Z E']);
    expect(await client.ask([query('commit')], 'Z')).to.deep.equal(['C ROLLBACK', 'Z I']);
    expect(await client.ask([query('select count(*) from overlaid')], 'Z')).to.include('D 0');
  });

  it('an error that Flush brought to light lasts until Sync', async () => {
    expect(await client.ask([parse('select nothing'), flush], 'E')).to.deep.equal(['E 42703']);
    expect(await client.ask([bind(), execute(), flush, query('select 1'), sync], 'Z')).to.deep.equal(['Z I']);
    expect(await client.ask([query('select 1')], 'Z')).to.include('D 1');
  });

  it('Flush gives what is known so far, and rows come in portions', async () => {
    expect(await client.ask([parse('select generate_series(1, 3)'), tell('S'), flush], 'T')).to.deep.equal([
      '1',
      't',
      'T',
    ]);
    expect(await client.ask([bind(), execute(2), flush], 's')).to.deep.equal(['2', 'D 1', 'D 2', 's']);
    expect(await client.ask([execute(2), sync], 'Z')).to.deep.equal(['D 3', 'C SELECT 1', 'Z I']);
  });

  it('a client between Flush and Sync keeps its place: another waits', async () => {
    const other = await WireClient.open(config);
    await client.ask([parse('select generate_series(1, 3)'), bind(), execute(1), flush], 's');
    const answered = other.ask([query('select 5')], 'Z');
    expect(await client.ask([execute(), sync], 'Z')).to.deep.equal(['D 2', 'D 3', 'C SELECT 2', 'Z I']);
    expect(await answered).to.include('D 5');
    other.socket.destroy();
  });

  it('the unnamed statement belongs to its client', async () => {
    const other = await WireClient.open(config);
    await client.ask([parse("select 'mine'"), sync], 'Z');
    expect(await other.ask([bind(), execute(), sync], 'Z'), 'has none').to.deep.equal(['E 26000', 'Z I']);
    await other.ask([parse("select 'theirs'"), sync], 'Z');
    const bound = ['2', 'C SELECT 1', 'Z I'];
    for (let round = 0; round < 3; round += 1) {
      expect(await client.ask([bind(), execute(), sync], 'Z')).to.deep.equal(bound.toSpliced(1, 0, 'D mine'));
      expect(await other.ask([bind(), execute(), sync], 'Z')).to.deep.equal(bound.toSpliced(1, 0, 'D theirs'));
    }
    await client.ask([query('select 1')], 'Z');
    expect(await client.ask([bind(), execute(), sync], 'Z'), 'a simple query ends it').to.deep.equal([
      'E 26000',
      'Z I',
    ]);
    other.socket.destroy();
  });

  it('named statements and portals belong to their client', async () => {
    const other = await WireClient.open(config);
    await client.ask([parse("select 'mine'", 's'), sync], 'Z');
    expect(await other.ask([bind([], 's'), execute(), sync], 'Z')).to.deep.equal(['E 26000', 'Z I']);
    await other.ask([parse("select 'theirs'", 's'), sync], 'Z');
    expect(await client.ask([bind([], 's'), execute(), sync], 'Z')).to.include('D mine');
    expect(await other.ask([bind([], 's'), execute(), sync], 'Z')).to.include('D theirs');
    expect(await client.ask([parse('select 1', 's'), sync], 'Z'), 'twice').to.deep.equal(['E 42P05', 'Z I']);
    await client.ask([query('begin')], 'Z');
    await client.ask([parse('select generate_series(1, 3)'), bind([], '', 'p'), execute(1, 'p'), sync], 'Z');
    expect(await client.ask([execute(0, 'p'), sync], 'Z')).to.deep.equal(['D 2', 'D 3', 'C SELECT 2', 'Z T']);
    await client.ask([query('rollback')], 'Z');
    other.socket.destroy();
  });

  it('bytes that are not the protocol end their connection and no other', async () => {
    const other = await WireClient.open(config);
    expect((await client.ask([Buffer.from([0x7a, 0, 0, 0, 4])], 'Z')).at(0)).to.equal('E 08P01');
    expect(await other.ask([query('select 2')], 'Z')).to.include('D 2');
    other.socket.destroy();
  });

  if (kind === 'embedded')
    it('COPY is refused as any other statement that fails', async () => {
      const refused = ['E 0A000', 'Z I'];
      expect(await client.ask([query('copy spatial_ref_sys from stdin')], 'Z')).to.deep.equal(refused);
      expect(await client.ask([query('select 1; copy spatial_ref_sys to stdout')], 'Z')).to.deep.equal(refused);
      const prepared = [parse('copy spatial_ref_sys from stdin'), bind(), tell('P'), execute(), sync];
      expect(await client.ask(prepared, 'Z')).to.deep.equal(['1', '2', 'n', ...refused]);
      const data = [Buffer.from('d\0\0\0\x06ab', 'latin1'), Buffer.from('c\0\0\0\x04', 'latin1')];
      expect(await client.ask([...data, query('select 1')], 'Z')).to.include('D 1');
    });
});
