import { expect } from 'chai';
import fc from 'fast-check';
import { jsonErrorAt } from '../../services/api/json-place.ts';

/** Where V8 says it goes wrong, in those of its messages that say it. */
const positionByV8 = (text: string): number | undefined => {
  try {
    JSON.parse(text);
  } catch (error) {
    const found = /at position (\d+)/.exec((error as Error).message)?.[1];
    return found === undefined ? undefined : Number(found);
  }
  return undefined;
};

describe('Where JSON goes wrong', () => {
  it('is the end of a text that ends too early', () => {
    const nested = fc.array(fc.array(fc.nat(), { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(nested, fc.nat(), (value, cut) => {
        const text = JSON.stringify({ value });
        const marks = [...text.matchAll(/[[{,:]/g)].map(({ index }) => index + 1);
        const short = text.slice(0, marks[cut % marks.length]);
        expect(jsonErrorAt(short)).to.equal(short.length);
      }),
    );
  });

  it('is where something was put that does not belong there', () => {
    fc.assert(
      fc.property(fc.array(fc.json(), { minLength: 1, maxLength: 5 }), fc.nat(), (values, at) => {
        const index = at % values.length;
        const before = `[${values
          .slice(0, index)
          .map((value) => `${value},`)
          .join('')}`;
        expect(jsonErrorAt(`${before}%${values.slice(index).join(',')}]`)).to.equal(before.length);
      }),
    );
  });

  it('agrees with V8 where V8 says it', () => {
    for (const text of [
      '{"a":1,}',
      '{"a" 1}',
      '[1,2,,3]',
      '{"a":1 "b":2}',
      '[1 2]',
      '{a:1}',
      '["a"}',
      '{"a":[1,{"b":}]}',
      '1 1',
    ]) {
      const theirs = positionByV8(text);
      if (theirs !== undefined) expect(jsonErrorAt(text), text).to.equal(theirs);
      expect(jsonErrorAt(text), text).to.be.lessThan(text.length);
    }
  });
});
