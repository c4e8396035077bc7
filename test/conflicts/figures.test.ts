import { expect } from 'chai';
import { shown } from '../../services/api/features/wording.ts';
import { fill } from '../../services/conflicts/judgement/message.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import { en } from '../../services/conflicts/texts/en.ts';
import { nb } from '../../services/conflicts/texts/nb.ts';

describe('numbers in the words of a check', () => {
  it('part the thousands of areas and lengths, in Bokmål by a space that no line breaks at', () => {
    expect(fill('{area:daa}', { area: 12_345_678 }, 'nb')).to.equal('12\u00a0345,7 daa');
    expect(fill('{area:daa}', { area: 12_345_678 }, 'en')).to.equal('12,345.7 daa');
    expect(fill('{far:m}', { far: 12_345.6 }, 'nb')).to.equal('12\u00a0346 m');
  });

  it('leave codes, ids and years as they are', () => {
    for (const language of ['nb', 'en'] as const)
      expect(
        fill(
          '{code} {year} {id} {plan_id}',
          { code: 1120, year: 2026, id: 1234567, plan_id: '3338_2026001' },
          language,
        ),
      ).to.equal('1120 2026 1234567 3338_2026001');
  });

  it('never round a share to all or to nothing', () => {
    const said = [1, 0.99996, 0.4321, 0.00004, 0].map((share) => fill('{share:%}', { share }, 'nb'));
    expect(said).to.deep.equal(['100 %', 'over 99,9 %', '43,2 %', 'under 0,1 %', '0 %']);
  });

  it('have a unit in every text when they are quantities, and none when they are not', async () => {
    const quantities =
      /^(area|missing|least|red|above|belt|distance|width|step|share|minutes|mw|farmland|forest|mire|open|unbuilt|grey|unmapped)$/;
    const rules = await loadRules();
    const ofRules = rules.flatMap(({ texts, remedy }) =>
      [...Object.values(texts), remedy].flatMap((text) => [text.nb, text.en]),
    );
    for (const text of [...Object.values(nb), ...Object.values(en), ...ofRules])
      for (const [, name = '', unit] of text.matchAll(/\{(\w+)(?::([\w%]+))?\}/g))
        expect(unit !== undefined, `{${name}} in «${text}»`).to.equal(quantities.test(name));
  });
});

describe('numbers on a page', () => {
  const property = (value: number, kind: 'integer' | 'number', unit: string | null) =>
    shown({ name: 'x', title: 'x', value, unit, kind }, 'nb');
  it('are parted when they are quantities: a unit, or no whole number', () => {
    expect(property(12_345.5, 'number', 'm')).to.equal('12\u00a0345,5 m');
    expect(property(12_345, 'integer', 'm')).to.equal('12\u00a0345 m');
    expect(property(1120, 'integer', null)).to.equal('1120');
    expect(property(2026, 'integer', null)).to.equal('2026');
  });
});
