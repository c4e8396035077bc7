import { expect } from 'chai';
import { parseStatement } from '../../services/database/statement.ts';
import { anyDatabase } from '../setup/databases.ts';

anyDatabase('our functions in parallel statements', ({ database }) => {
  const handlers = parseStatement(
    'handlers',
    `select proname as name, proparallel as parallel from pg_proc
     where pronamespace = 'grunnriss'::regnamespace and prosrc ~* 'exception\\s+when' order by proname`,
  );

  it('are kept out of them where they catch errors: PostgreSQL refuses that there', async () => {
    const found = await database().rows<{ name: string; parallel: string }>(handlers, {});
    expect(found.map(({ name }) => name)).to.include('quick_union');
    expect(found.filter(({ parallel }) => parallel !== 'u')).to.deep.equal([]);
  });
});
