import { expect } from 'chai';
import pg from 'pg';
import { eachDatabase } from '../setup/databases.ts';
import { clientConfig } from './clients.ts';

interface Broken {
  what: string;
  code: string;
  simple: string;
  extended: { text: string; values: unknown[] };
}

/** A polygon whose outline crosses itself: GEOS raises an exception when it is overlaid. */
const crossed = 'POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))';

/** One statement of every kind that can fail, as a simple query and with parameters. */
const broken: Broken[] = [
  { what: 'syntax', code: '42601', simple: 'selec 1', extended: { text: 'selec $1', values: [1] } },
  {
    what: 'an unknown table',
    code: '42P01',
    simple: 'select * from nowhere',
    extended: { text: 'select * from nowhere where id = $1', values: [1] },
  },
  {
    what: 'bind',
    code: '22P02',
    simple: "select 'x'::integer",
    extended: { text: 'select $1::integer', values: ['x'] },
  },
  {
    what: 'too few parameters',
    code: '08P01',
    simple: 'execute nothing(1)',
    extended: { text: 'select $1::integer + $2::integer', values: [1] },
  },
  {
    what: 'division by zero',
    code: '22012',
    simple: 'select 1 / 0',
    extended: { text: 'select 1 / $1::integer', values: [0] },
  },
  {
    what: 'division by zero after many rows',
    code: '22012',
    simple: 'select 1 / (5000 - i) from generate_series(1, 9000) i',
    extended: { text: 'select 1 / ($1::integer - i) from generate_series(1, 9000) i', values: [5000] },
  },
  {
    what: 'geometry',
    code: 'XX000',
    simple: "select st_geomfromtext('POLYGON((0 0, 1 1')",
    extended: { text: 'select st_geomfromtext($1)', values: ['POLYGON((0 0, 1 1'] },
  },
  {
    what: 'an overlay',
    code: 'XX000',
    simple: `select st_intersection('${crossed}', 'POLYGON((0 0, 1 1, 1 0, 0 0))')`,
    extended: { text: "select st_intersection($1, 'POLYGON((0 0, 1 1, 1 0, 0 0))')", values: [crossed] },
  },
  {
    what: 'an overlay in the middle of an insert',
    code: 'XX000',
    simple: 'insert into overlaid select st_area(st_intersection(one, other)) from shapes order by place',
    extended: {
      text: 'insert into overlaid select st_area(st_intersection(one, other)) from shapes where place > $1',
      values: [0],
    },
  },
  {
    what: 'an unknown projection',
    code: 'XX000',
    simple: "select st_transform('POINT(10 60)'::geometry, '+proj=nonsense', 25832)",
    extended: { text: "select st_transform('POINT(10 60)'::geometry, $1, 25832)", values: ['+proj=nonsense'] },
  },
  {
    what: 'a unique constraint',
    code: '23505',
    simple: 'insert into held values (1, 1)',
    extended: { text: 'insert into held values ($1, 1)', values: [1] },
  },
  {
    what: 'a check constraint',
    code: '23514',
    simple: 'insert into held values (9, -1)',
    extended: { text: 'insert into held values (9, $1)', values: [-1] },
  },
  {
    what: 'a constraint that waits for the commit',
    code: '23503',
    simple: 'insert into child values (77)',
    extended: { text: 'insert into child values ($1)', values: [77] },
  },
  {
    what: 'too deep recursion',
    code: '54001',
    simple: 'select endless(1)',
    extended: { text: 'select endless($1)', values: [1] },
  },
];

eachDatabase('Broken statements leave the others right', ({ settings }) => {
  let config: pg.ClientConfig;
  const clients: pg.Client[] = [];

  before(async () => {
    config = await clientConfig(settings());
    const [client] = await open(1);
    await client.query(`
      create table held (id integer primary key, amount integer check (amount > 0));
      insert into held values (1, 1);
      create table overlaid (area double precision);
      create table shapes (place integer, one geometry, other geometry);
      insert into shapes select place, case place when 500 then '${crossed}' else st_makeenvelope(0, 0, place, 1) end,
        st_makeenvelope(0, 0, 1, 1) from generate_series(1, 1000) place;
      create table child (held integer references held deferrable initially deferred);
      create function endless(integer) returns integer language plpgsql as $$ begin return endless($1 + 1); end $$`);
  });
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.end())));

  async function open(count: number): Promise<pg.Client[]> {
    const opened = Array.from({ length: count }, () => new pg.Client(config));
    for (const client of opened) await client.connect();
    clients.push(...opened);
    return opened;
  }

  const right = async (client: pg.Client, value: number): Promise<void> => {
    const { rows } = await client.query<{ v: number }>('select $1::integer as v', [value]);
    expect(rows).to.deep.equal([{ v: value }]);
    expect((await client.query<{ v: number }>(`select ${value} as v`)).rows).to.deep.equal([{ v: value }]);
  };

  const codeOf = (query: Promise<unknown>): Promise<string | undefined> =>
    query.then(
      () => 'none',
      (error: { code?: string }) => error.code,
    );

  for (const { what, code, simple, extended } of broken)
    for (const [protocol, statement] of [
      ['simple', simple],
      ['extended', extended],
    ] as const) {
      // pg's simple protocol knows no parameters: what fails there is another error.
      const expected = what === 'too few parameters' && protocol === 'simple' ? '26000' : code;

      it(`${what}, ${protocol} protocol`, async () => {
        const [client, other] = await open(2);
        expect(await codeOf(client.query(statement))).to.equal(expected);
        await right(client, 41);
        await right(other, 42);
      });

      it(`${what}, ${protocol} protocol, in a transaction`, async () => {
        const [client, other] = await open(2);
        await client.query('begin');
        await client.query('insert into held values (500, 1)');
        const waiting = right(other, 43);
        if (expected === '23503') {
          await client.query(statement);
          expect(await codeOf(client.query('commit'))).to.equal(expected);
        } else {
          expect(await codeOf(client.query(statement))).to.equal(expected);
          expect(await codeOf(client.query('select 1')), 'the transaction has failed').to.equal('25P02');
          await client.query('rollback');
        }
        await waiting;
        await right(client, 44);
        expect((await other.query('select from held where id = 500')).rowCount).to.equal(0);
      });
    }

  it('an overlay says what was wrong and where, and nothing of its statement remains', async () => {
    const [client] = await open(1);
    for (const { simple, extended } of broken.filter(({ what }) => what.includes('overlay')))
      for (const statement of [simple, extended]) {
        const { message } = await client.query(statement).then(
          () => ({ message: 'none' }),
          (error: Error) => error,
        );
        expect(message).to.match(/TopologyException: .* at [\d.]+ [\d.]+/);
      }
    expect((await client.query('select from overlaid')).rowCount).to.equal(0);
  });

  it('an overlay can be caught inside the database, and the statement goes on', async () => {
    const [client] = await open(1);
    await client.query(`
      create function overlay_or_null(one geometry, other geometry) returns geometry language plpgsql as $$
      begin return st_intersection(one, other); exception when internal_error then return null; end $$`);
    const { rows } = await client.query<{ place: number }>(
      'select place from shapes where overlay_or_null(one, other) is null',
    );
    expect(rows).to.deep.equal([{ place: 500 }]);
  });

  it('3,000 of them on one connection: an error takes nothing from those that come after', async () => {
    const [client] = await open(1);
    for (let count = 0; count < 3000; count += 1) {
      const { code, extended, simple } = broken[count % (broken.length - 1)];
      const failed = await codeOf(client.query(count % 2 === 0 ? extended : simple));
      expect([code, '26000'], `error ${count}`).to.include(failed);
    }
    await right(client, 45);
  });

  it('all of them, from four connections at once, in and out of transactions', async () => {
    const four = await open(4);
    await Promise.all(
      four.map(async (client, number) => {
        for (const [index, { simple, extended, code }] of broken.entries()) {
          const value = number * 1000 + index;
          const inTransaction = (index + number) % 2 === 0;
          if (inTransaction) await client.query('begin');
          await right(client, value);
          const failed = await codeOf(client.query((index + number) % 3 === 0 ? simple : extended));
          expect([code, '26000', ...(inTransaction ? ['none'] : [])]).to.include(failed);
          if (inTransaction) await client.query('rollback');
          await right(client, value + 500);
        }
      }),
    );
  });
});
