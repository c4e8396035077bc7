import { expect } from 'chai';
import { setZipTimes } from '../../services/tables/zip-times.ts';
import { zipOf } from '../imports/zip-file.ts';

describe('the times in a zip archive', () => {
  it('are all the one that is given, two seconds apart at the finest, whatever the clock said', async () => {
    const archive = setZipTimes(await zipOf({ a: 'one', 'b/c': 'two' }), new Date('2026-11-23T04:47:31Z'));
    const date = ((2026 - 1980) << 9) | (11 << 5) | 23;
    const clock = (4 << 11) | (47 << 5) | 15;
    const found: number[][] = [];
    for (let at = 0; at + 30 < archive.length; at += 1) {
      const local = { 0x04034b50: 10, 0x02014b50: 12 }[archive.readUInt32LE(at)];
      if (local) found.push([archive.readUInt16LE(at + local), archive.readUInt16LE(at + local + 2)]);
    }
    expect(found).to.deep.equal(Array(4).fill([clock, date]));
  });

  it('are not guessed at in what is no archive', () => {
    expect(() => setZipTimes(Buffer.from('no archive at all, but long enough'), new Date())).to.throw(/zip/);
  });
});
