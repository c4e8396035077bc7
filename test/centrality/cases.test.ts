import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { differencesIn } from '../cases/answer-centrality.ts';
import { isCentralityCase } from '../cases/centrality-case.ts';
import { readCases } from '../cases/truth-case.ts';

const folder = new URL('../../../shared/cases/centrality', import.meta.url).pathname;

describe('truth cases of centrality and development pressure', () => {
  it('get the expected answer', function () {
    if (!existsSync(folder)) return this.skip();
    const cases = readCases(folder).filter(isCentralityCase);
    expect(cases).to.have.length.greaterThan(11);
    for (const given of cases) expect(differencesIn(given), given.id).to.deep.equal([]);
  });
});
