import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { caseRunner } from '../cases/answer-case.ts';
import { readCases } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';

const folder = new URL('../../../shared/cases/accounts', import.meta.url).pathname;

eachDatabase('truth cases of the accounts', (given) => {
  it('get the expected answer, every figure of it', async function () {
    this.timeout(600_000);
    if (!existsSync(folder)) return this.skip();
    const run = caseRunner(given.database(), given.catalogue());
    const wrong: string[] = [];
    const cases = readCases(folder);
    expect(cases).to.have.length.greaterThan(11);
    for (const each of cases) {
      const outcome = await run(each);
      if (outcome.state !== 'ok') wrong.push(`${each.id}: ${JSON.stringify(outcome)}`);
    }
    expect(wrong).to.deep.equal([]);
  });
});
