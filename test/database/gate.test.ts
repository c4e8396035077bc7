import { expect } from 'chai';
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { eachDatabase } from '../setup/databases.ts';
import { clientConfig } from './clients.ts';

/** Query number i of 400: every tenth breaks a unique constraint; the others answer with a number only they can give. */
const queries = Array.from({ length: 400 }, (_, i) => i);
const breaks = (i: number): boolean => i % 10 === 0;

eachDatabase('400 mixed queries with 40 unique violations through a pool of 4', ({ settings }) => {
  before(async () => {
    const client = new pg.Client(await clientConfig(settings()));
    await client.connect();
    await client.query('create table taken (id integer primary key)');
    await client.query('insert into taken values (1)');
    await client.end();
  });

  async function expectNoWrongAnswer(ask: (i: number) => Promise<number>, violate: () => Promise<unknown>) {
    const outcomes = await Promise.all(
      queries.map(async (i) => {
        if (!breaks(i)) return (await ask(i)) === i * 7 ? 'right' : 'wrong';
        return violate().then(
          () => 'wrong',
          (error: { code?: string }) => (error.code === '23505' ? 'violation' : 'wrong'),
        );
      }),
    );
    const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
    expect({ right: count('right'), violation: count('violation'), wrong: count('wrong') }).to.deep.equal({
      right: 360,
      violation: 40,
      wrong: 0,
    });
  }

  it('give no wrong answer with pg', async () => {
    const pool = new pg.Pool({ ...(await clientConfig(settings())), max: 4 });
    try {
      await expectNoWrongAnswer(
        async (i) => {
          // By turns a plain query, one with parameters, and one that is prepared under a name.
          const text = ['select $1::integer * 7 as v', `select ${i} * 7 as v`, 'select $1::integer * 7 as v'][i % 3];
          const query = i % 3 === 1 ? { text } : { text, values: [i], ...(i % 3 === 2 && { name: 'seven' }) };
          return (await pool.query<{ v: number }>(query)).rows[0].v;
        },
        () => pool.query('insert into taken values ($1)', [1]),
      );
    } finally {
      await pool.end();
    }
  });

  it('give no wrong answer with knex', async () => {
    const database = knex({
      client: 'pg',
      // As an object: knex reads an address itself otherwise, and knows no socket there.
      connection: (await clientConfig(settings())) as Knex.PgConnectionConfig,
      pool: { min: 0, max: 4 },
    });
    try {
      await expectNoWrongAnswer(
        async (i) => Number((await database.select(database.raw('?::integer * 7 as v', [i])).first<{ v: number }>()).v),
        () => database('taken').insert({ id: 1 }),
      );
    } finally {
      await database.destroy();
    }
  });
});
