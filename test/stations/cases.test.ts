import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { differencesInStations } from '../cases/answer-stations.ts';
import { isStationsCase } from '../cases/stations-case.ts';
import { readCases } from '../cases/truth-case.ts';

const folder = new URL('../../../shared/cases/stations', import.meta.url).pathname;

describe('truth cases of energy stations', () => {
  it('get the expected answer', async function () {
    if (!existsSync(folder)) return this.skip();
    const cases = readCases(folder).filter(isStationsCase);
    expect(cases).to.have.length.greaterThan(11);
    for (const given of cases) expect(await differencesInStations(given), given.id).to.deep.equal([]);
  });
});
