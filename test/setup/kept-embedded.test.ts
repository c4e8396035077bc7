import { expect } from 'chai';
import pg from 'pg';
import { startEmbedded } from '../../services/database/embedded/embedded.ts';
import { engines } from './engines.ts';
import { freshCopy } from './prepared.ts';

type Row = Record<string, unknown>;

/** Every table of ours as text, and what the counters will give next. */
const everything = `
  select relname as name, query_to_xml(format('select * from grunnriss.%I x order by x', relname), false, false, '')::text as held
  from pg_class where relnamespace = 'grunnriss'::regnamespace and relkind = 'r'
  union all select sequencename, last_value::text from pg_sequences where schemaname = 'grunnriss'
  order by name`;

const spoil = [
  `insert into grunnriss.dataset (layer, part) select 'water', i::text from generate_series(1, 50) i`,
  `insert into grunnriss.identity (layer, part, source_id, stable) values ('water', '1', 'a', true)`,
  `update grunnriss.setting set value = 'other'`,
  `delete from grunnriss.migration where number = 2`,
  `insert into grunnriss.edition (layer, number) values ('water', 1)`,
  `insert into grunnriss.edition_dataset (layer, edition, dataset_id) select 'water', 1, min(id) from grunnriss.dataset`,
  'create table left_behind (id integer primary key)',
  'create view seen_behind as select * from left_behind',
  'create temporary table of_the_session (id integer)',
  `set timezone = 'Asia/Tokyo'`,
  'analyze grunnriss.dataset',
];

const lent = async () => {
  const { settings, discard } = await freshCopy('embedded', 'empty');
  const joined = await startEmbedded({ folder: settings.dataFolder });
  const client = new pg.Client(joined.connection);
  await client.connect();
  return {
    folder: settings.dataFolder,
    ask: async (sql: string) => (await client.query<Row>(sql)).rows,
    giveBack: async () => {
      await client.end();
      await joined.stop();
      await discard();
    },
  };
};

if (engines().includes('embedded'))
  describe('A database that suites get one after another [embedded]', () => {
    it('holds nothing of the suite before: rows, counters, tables, settings, statistics', async () => {
      const first = await lent();
      const before = await first.ask(everything);
      for (const sql of spoil) await first.ask(sql);
      expect(await first.ask(everything)).to.not.deep.equal(before);
      await first.giveBack();
      const second = await lent();
      expect(second.folder).to.equal(first.folder);
      expect(await second.ask(everything)).to.deep.equal(before);
      expect(
        await second.ask(`select to_regclass('left_behind') as a, to_regclass('of_the_session') as b`),
      ).to.deep.equal([{ a: null, b: null }]);
      expect(await second.ask(`select from pg_statistic where starelid = 'grunnriss.dataset'::regclass`)).to.be.empty;
      expect(await second.ask('show timezone')).to.not.deep.equal([{ TimeZone: 'Asia/Tokyo' }]);
      await second.giveBack();
    });

    it('cannot be put back when a suite has changed what is defined', async () => {
      const { ask, giveBack } = await lent();
      for (const sql of [
        'alter table grunnriss.dataset add column more text',
        'alter table grunnriss.run drop constraint run_pkey',
        'create or replace function grunnriss.analysis_srid() returns integer language sql return 1',
        'create rule no_more as on insert to grunnriss.identity do instead nothing',
        'drop index grunnriss.run_done_once',
        'create schema another',
      ]) {
        await ask('begin');
        expect(await ask('select kept.restore() as restored')).to.deep.equal([{ restored: true }]);
        await ask(sql);
        expect(await ask('select kept.restore() as restored'), sql).to.deep.equal([{ restored: false }]);
        await ask('rollback');
      }
      await giveBack();
    });
  });
