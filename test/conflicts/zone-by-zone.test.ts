import { expect } from 'chai';
import { zoneByZone } from '../../services/conflicts/measurement/zone-by-zone.ts';

describe('work on zones in batches', () => {
  const zones = Array.from({ length: 700 }, (_, index) => ({ index }));
  const failing = (...bad: number[]) => {
    let calls = 0;
    const work = (batch: readonly { index: number }[]) => {
      calls += 1;
      if (batch.some(({ index }) => bad.includes(index)))
        return Promise.reject(Object.assign(new Error('overlay'), { code: 'XX000' }));
      return Promise.resolve(new Map(batch.map(({ index }) => [index, 2 * index])));
    };
    return { work, calls: () => calls };
  };

  it('answers for all but the zones whose overlay fails, in few statements', async () => {
    const { work, calls } = failing(0, 431);
    const answers = await zoneByZone(zones, work);
    expect(answers.size).to.equal(698);
    expect([answers.has(0), answers.has(431), answers.get(699)]).to.deep.equal([false, false, 1398]);
    // Three batches; of the two with a bad zone, two halves of each of at most nine parts.
    expect(calls()).to.be.at.most(3 + 2 * 2 * 9);
  });

  it('answers for none where all fail, and lets other errors through', async () => {
    const all = failing(...zones.map(({ index }) => index));
    expect((await zoneByZone(zones, all.work)).size).to.equal(0);
    // Little more than once for each zone: of each of three batches, twenty parts and what they are cut into.
    expect(all.calls()).to.be.at.most(700 + 3 * 2 * 20);
    const broken = () => Promise.reject(new Error('connection lost'));
    const answer = await zoneByZone(zones, broken).catch((error: unknown) => error);
    expect(answer).to.have.property('message', 'connection lost');
  });
});
