import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { MadeTile } from '../../tiles/source.ts';
import { TileCache } from '../../tiles/tile-cache.ts';

/** Bytes that gzip cannot make smaller. */
const noise = (length: number, seed: number): Uint8Array => {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
};

const made = (bytes: Uint8Array): MadeTile => ({ bytes, dropped: [] });

describe('The tile cache', () => {
  it('makes a tile once for all who ask at the same time', async () => {
    const cache = new TileCache(1e6);
    let making = 0;
    const make = async () => {
      making += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return made(noise(100, 1));
    };
    const answers = await Promise.all(Array.from({ length: 50 }, () => cache.get('a', make)));
    expect(making).to.equal(1);
    expect(new Set(answers.map(({ tile }) => tile)).size).to.equal(1);
    expect((await cache.get('a', make)).hit).to.be.true;
    expect([...gunzipSync(answers[0]?.tile.gzipped ?? '')]).to.deep.equal([...noise(100, 1)]);
  });

  it('forgets a failure', async () => {
    const cache = new TileCache(1e6);
    const failed = await cache.get('a', () => Promise.reject(new Error('gone'))).catch((error: Error) => error.message);
    expect(failed).to.equal('gone');
    const { tile } = await cache.get('a', () => Promise.resolve(made(noise(10, 1))));
    expect(tile.gzipped.length).to.be.greaterThan(0);
  });

  it('stays within its bytes, and throws out what was longest unused', async () => {
    const cache = new TileCache(10_000);
    const ask = (key: string) => cache.get(key, () => Promise.resolve(made(noise(2000, key.charCodeAt(0)))));
    for (const key of ['a', 'b', 'c']) await ask(key);
    await ask('a');
    for (const key of ['d', 'e']) await ask(key);
    expect(cache.bytes).to.be.at.most(10_000);
    expect((await ask('a')).hit, 'used again').to.be.true;
    expect((await ask('b')).hit, 'unused').to.be.false;
  });

  it('keeps an empty tile too, so that it is not made again', async () => {
    const cache = new TileCache(10_000);
    await cache.get('empty', () => Promise.resolve(made(new Uint8Array())));
    const { tile, hit } = await cache.get('empty', () => Promise.reject(new Error('made again')));
    expect(hit).to.be.true;
    expect(tile.gzipped.length).to.equal(0);
  });
});
