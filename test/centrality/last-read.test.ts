import { expect } from 'chai';
import { LastRead } from '../../services/centrality/places/last-read.ts';

describe('what was read last', () => {
  it('is read once for all who ask for the same', async () => {
    const kept = new LastRead<number>();
    let reads = 0;
    const read = () => Promise.resolve(++reads);
    expect(await Promise.all([kept.of('a', read), kept.of('a', read)])).to.deep.equal([1, 1]);
    expect(await kept.of('b', read)).to.equal(2);
    expect(await kept.of('a', read)).to.equal(3);
  });

  it('is read again for those who waited, when the one who read was cancelled', async () => {
    const kept = new LastRead<string>();
    const cancelled = new AbortController();
    const first = kept.of('a', () => new Promise<string>((_, fail) => cancelled.signal.addEventListener('abort', () => fail(cancelled.signal.reason as Error))), cancelled.signal); // prettier-ignore
    const others = [1, 2].map((asker) => kept.of('a', () => Promise.resolve(`read by ${asker}`)));
    cancelled.abort(new Error('enough'));
    const [own, ...waited] = await Promise.allSettled([first, ...others]);
    expect(own.status === 'rejected' && (own.reason as Error).message).to.equal('enough');
    expect(waited.map((outcome) => outcome.status === 'fulfilled' && outcome.value)).to.deep.equal(['read by 1', 'read by 1']); // prettier-ignore
  });
});
