import { expect } from 'chai';
import fc from 'fast-check';
import { JsonScanner } from '../../services/imports/readers/json-scanner.ts';

/** What a scanner cuts a text into, fed in chunks of a size. */
function cut(text: string, chunk: number) {
  const items: unknown[] = [];
  const members: string[] = [];
  const scanner = new JsonScanner('features', {
    item: (item) => items.push(JSON.parse(item.text?.toString() ?? 'null')),
    member: (member) => members.push(member.toString()),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunk) scanner.feed(bytes.subarray(at, at + chunk));
  scanner.end();
  return { items, members: JSON.parse(`{${members.join(',')}}`) as Record<string, unknown> };
}

describe('imports: cutting JSON', () => {
  it('gives every element and member, however the file is cut and spaced', () => {
    const element = fc.jsonValue().filter((value) => typeof value === 'object' && value !== null);
    fc.assert(
      fc.property(
        fc.array(element, { maxLength: 5 }),
        fc.dictionary(
          fc.string().filter((name) => name !== 'features' && name !== '__proto__'),
          fc.jsonValue(),
          {
            maxKeys: 4,
          },
        ),
        fc.boolean(),
        fc.constantFrom(0, 1, 3),
        fc.integer({ min: 1, max: 40 }),
        (features, members, listFirst, spaces, chunk) => {
          const whole = listFirst ? { features, ...members } : { ...members, features };
          expect(cut(JSON.stringify(whole, null, spaces), chunk)).to.deep.equal(
            JSON.parse(JSON.stringify({ items: features, members })),
          );
        },
      ),
    );
  });

  const faults: [what: string, text: string, fault: RegExp][] = [
    ['nothing', '', /empty/],
    ['only blanks', '  \n ', /empty/],
    ['no JSON', 'hello', /not JSON.*line 1/],
    ['a list', '[1, 2]', /no GeoJSON/],
    ['cut off in a feature', '{"features":[{"a":1},\n{"b":', /breaks off at line 2 .*after 1 whole/],
    ['cut off in a string', '{"features":["abc', /breaks off/],
    ['cut off before the end', '{"features":[]', /breaks off/],
    ['closed wrongly', '{"features":[{"a":1}}', /not JSON/],
    ['closed too often', '{"features":[]}}', /ends, but more follows/],
    ['two documents', '{"features":[]}\n{"features":[]}', /more follows at line 2/],
  ];
  for (const [what, text, fault] of faults)
    for (const chunk of [1, 1000])
      it(`${what} (chunks of ${chunk})`, () => expect(() => cut(text, chunk)).to.throw(fault));

  it('does not keep what is nested a hundred times', () => {
    const found: (string | null)[] = [];
    const scanner = new JsonScanner('features', { item: ({ tooMuch }) => found.push(tooMuch) });
    scanner.feed(Buffer.from(`{"features":[${'['.repeat(200_000)}${']'.repeat(200_000)},{"a":1}]}`));
    scanner.end();
    expect(found).to.deep.equal(['too-deep', null]);
  });
});
