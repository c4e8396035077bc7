import { expect } from 'chai';
import { hasCopy } from '../../services/database/embedded/copy.ts';

describe('statements with COPY', () => {
  for (const sql of [
    'copy t from stdin',
    'COPY t TO STDOUT',
    '  -- a note\n copy t from stdin',
    '/* a /* nested */ note */ copy t from stdin',
    'select 1; copy t from stdin',
    "select 'it''s'; copy t from stdin",
    "select e'\\''; copy t from stdin",
    'select $a$;$a$ ; copy (select 1) to stdout',
    'select "a;b"; copy t from stdin',
  ])
    it(`are found: ${JSON.stringify(sql)}`, () => expect(hasCopy(sql)).to.be.true);

  for (const sql of [
    'select 1',
    'select copy from t',
    "select 'copy t from stdin'",
    "select ';copy t from stdin'",
    "select e'\\';copy t from stdin'",
    'select $$ ; copy t from stdin $$',
    'do $body$ begin; copy t from stdin; end $body$',
    '-- ; copy t from stdin\nselect 1',
    '/* ; /* */ copy t from stdin */ select 1',
    'select "x;copy" from t',
    'select 1 as a;',
    'copyright',
    '(copy)',
    '',
  ])
    it(`are not seen in ${JSON.stringify(sql)}`, () => expect(hasCopy(sql)).to.be.false);

  it('are looked for in linear time', () => {
    expect(hasCopy(`select '${"''".repeat(1_000_000)}' as copy`)).to.be.false;
  });
});
