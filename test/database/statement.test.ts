import { expect } from 'chai';
import { bind, parseStatement, statement } from '../../services/database/statement.ts';

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

  it('reads a file once', () => {
    expect(statement('database/versions')).to.equal(statement('database/versions'));
    expect(() => statement('database/no-such-file')).to.throw('no-such-file');
  });
});
