import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import { caseRunner } from '../cases/answer-case.ts';
import { isConflictCase, readCases } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';

const folder = new URL('../../../shared/cases/conflicts', import.meta.url).pathname;

/** Cases with at least one line for a rule that exists. */
const answerable = async () => {
  const rules = new Set((await loadRules()).map(({ id }) => id));
  return readCases(folder).filter(
    (given) => isConflictCase(given) && given.expected.some(({ rule }) => rules.has(rule)),
  );
};

eachDatabase('truth cases of the conflict check', (given) => {
  it('get the expected answer, every line of every rule that exists', async function () {
    this.timeout(600_000);
    if (!existsSync(folder)) return this.skip();
    const run = caseRunner(given.database(), given.catalogue());
    const wrong: string[] = [];
    const cases = await answerable();
    expect(cases).to.have.length.greaterThan(45);
    for (const each of cases) {
      const outcome = await run(each);
      if (outcome.state !== 'ok') wrong.push(`${each.id}: ${JSON.stringify(outcome)}`);
    }
    expect(wrong).to.deep.equal([]);
  });
});
