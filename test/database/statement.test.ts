import { expect } from 'chai';
import { bind, parseStatement, statement } from '../../services/database/statement.ts';
import { eachDatabase } from '../setup/databases.ts';

describe('a statement of a file', () => {
  it('numbers its parameters, the same name the same number', () => {
    const parsed = parseStatement('x', 'select :b::bigint[], :a, :b from t where c = :a');
    expect(parsed.text).to.equal('select $1::bigint[], $2, $1 from t where c = $2');
    expect(parsed.parameters).to.deep.equal(['b', 'a']);
  });

  it('leaves casts, slices, quotes, identifiers and comments alone', () => {
    const sql = `select '12:30:00'::time, "a:b", x[1:2], $$ :no $$ -- :no either\n, 'it''s :no' /* :no */`;
    const parsed = parseStatement('x', sql);
    expect(parsed.parameters).to.deep.equal([]);
    expect(parsed.text).to.contain(`'12:30:00'::time, "a:b", x[1:2], $$ :no $$`).and.not.contain('either');
  });

  it('refuses a value it was not given, and one it did not ask for', () => {
    const parsed = parseStatement('folder/file', 'select :a');
    expect(() => bind(parsed, {})).to.throw('folder/file.sql needs :a');
    expect(() => bind(parsed, { a: 1, b: 2 })).to.throw('has no parameter :b');
    expect(bind(parsed, { a: undefined })).to.deep.equal([null]);
  });

  it('is planned each time where its file says so, and the slow ones do', () => {
    for (const path of ['accounts/zones', 'accounts/standing-land', 'conflicts/new-land'])
      expect(statement(path).planned, path).to.equal('each time');
    expect(statement('database/versions').planned).to.equal('once');
  });

  it('reads a file once', () => {
    expect(statement('database/versions')).to.equal(statement('database/versions'));
    expect(() => statement('database/no-such-file')).to.throw('no-such-file');
  });
});

eachDatabase('a plan for any values', (given) => {
  it('is made of statements that are called often, but not where their file says that they are planned each time', () =>
    given.database().transaction(async (session) => {
      const [once, anew] = ['', '-- Planned each time: it hangs on n.\n'].map((comment, at) =>
        parseStatement(`prepared ${at}`, `${comment}select :n::integer + ${at} as sum`),
      );
      const plans = parseStatement(
        'plans',
        `select coalesce(sum(generic_plans), 0) > 0 as shared from pg_prepared_statements where statement = :text`,
      );
      for (const [asked, shared] of [
        [once, true],
        [anew, false],
      ] as const) {
        if (!asked) throw new Error('no statement');
        for (let n = 0; n < 7; n += 1) await session.row(asked, { n });
        expect(await session.row(plans, { text: asked.text }), asked.name).to.deep.equal({ shared });
      }
    }));
});
