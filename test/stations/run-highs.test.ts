import { expect } from 'chai';
import { Programme } from '../../services/stations/network/exact/programme.ts';
import { runHighs } from '../../services/stations/network/exact/run-highs.ts';

/** One column from 0 to 1 that brings 1. */
const one = (): Programme => {
  const programme = new Programme();
  programme.column(-1, 0, 1, true);
  return programme;
};

describe('a programme that the solver has no memory for', () => {
  it('is answered as that, and the next one is solved', async () => {
    const tooLarge = Object.assign(one(), { costs: { length: 2 ** 50 } as number[] });
    expect(await runHighs(tooLarge, { seconds: 10 })).to.include({ status: 'memory', values: null });
    expect(await runHighs(one(), { seconds: 10 })).to.include({ status: 'optimal', bound: -1 });
  });
});
