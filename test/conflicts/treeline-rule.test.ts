import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { purposeOf } from '../../layers/codes/purposes.ts';
import type { AboveTheLine } from '../../services/conflicts/treeline/above-the-line.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import { treelineRule } from '../../services/conflicts/rules/treeline.ts';
import { nb } from '../../services/conflicts/texts/nb.ts';
import type { JudgedZone } from '../../services/conflicts/plan/zone.ts';
import { realData } from '../setup/real-data.ts';

const nowhere = Buffer.alloc(0);

/** The rule's opinion of ten dekar, as so much of them is above. */
function opinion(
  facts: Partial<AboveTheLine>,
  objectType = 'KpArealformålOmråde',
  code = 1120,
  minimum_area_m2 = 1000,
) {
  const purpose = purposeOf(objectType, code);
  const zone: JudgedZone = {
    ...{
      index: 0,
      id: 'H1',
      name: null,
      purpose,
      status: 2,
      level: 2,
      geom: nowhere,
      box: [0, 0, 1, 1],
      area_m2: 10_000,
    },
    ...{ municipality: null, notes: [], land: nowhere, land_m2: 10_000, change: null, steps: [], remarks: [] },
  };
  const known: AboveTheLine = {
    ...{
      area_m2: 0,
      red_area_m2: 0,
      touching: false,
      distance_m: null,
      share_covered: 1,
      covered: true,
      constraints: [],
    },
    ...{ datasets: [], overlap: null, remarks: [], steps: [] },
    ...{ above: 10_000, isOver: true, certainlyAbove: 10_000, linesDisagree: false, evidence: true },
    ...facts,
  };
  return treelineRule.verdict({ ...known, zone }, { minimum_area_m2 }).verdict;
}

describe('the treeline rule', () => {
  it('is red from one dekar of certain land on', () => {
    expect(opinion({ certainlyAbove: 1000 })).to.equal('conflict');
    expect(opinion({ certainlyAbove: 999.9 })).to.equal('review');
    expect(opinion({ certainlyAbove: 0 })).to.equal('review');
    expect(opinion({ certainlyAbove: 0, above: 0 })).to.equal('clear');
    expect(opinion({ certainlyAbove: 0 }, undefined, undefined, 0)).to.equal('review');
  });

  it('is red for a quota zone only when it is wholly above', () => {
    expect(opinion({}, 'KpArealformålOmråde', 5220)).to.equal('conflict');
    expect(opinion({ certainlyAbove: 9_900 }, 'KpArealformålOmråde', 5220)).to.equal('review');
    expect(opinion({}, 'KpArealbrukOmråde', 223)).to.equal('conflict');
  });

  it('is at most review for what may hold holiday homes, for doubtful lines and for unknown purposes', () => {
    expect(opinion({}, 'KpArealformålOmråde', 1170)).to.equal('review');
    expect(opinion({}, 'KpArealformålOmråde', 9999)).to.equal('review');
    expect(opinion({ above: 0 }, 'KpArealformålOmråde', 9999)).to.equal('review');
    expect(opinion({ linesDisagree: true })).to.equal('review');
    expect(opinion({ evidence: false })).to.equal('review');
  });

  it('concerns the purposes of the plan text, by object type', () => {
    const concerned = (objectType: string, code: number) => treelineRule.judges.concerns(purposeOf(objectType, code));
    for (const [objectType, code] of [
      ['KpArealformålOmråde', 1120],
      ['RpArealformålOmråde', 1121],
      ['KpArealbrukOmråde', 140],
      ['RbFormålOmråde', 150],
      ['KpArealformålOmråde', 5220],
    ] as const)
      expect(concerned(objectType, code), `${objectType} ${code}`).to.equal(true);
    for (const [objectType, code] of [
      ['KpArealformålOmråde', 1110],
      ['KpArealbrukOmråde', 150],
      ['RpArealformålOmråde', 1124],
      ['KpArealformålOmråde', 5100],
    ] as const)
      expect(concerned(objectType, code), `${objectType} ${code}`).to.equal(false);
  });
});

describe('every rule', () => {
  /** Letters alone, with what machine reading confuses taken for one: å ä a, ø e g 8 6, æ z, | i. */
  const skeleton = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('|', 'i')
      .normalize('NFD')
      .replace(/æ|ae|ø/g, 'e')
      .replace(/[^a-z]/g, '')
      .replace(/[aego]/g, '');

  it("quotes the plan's own words", async function () {
    const folder = realData();
    if (!folder) return this.skip();
    const plan = skeleton(readFileSync(`${folder}/../plan/buskerudplanen-utkast.txt`, 'utf8'));
    for (const { id, guideline } of await loadRules())
      expect(plan.includes(skeleton(guideline.text)), `${id}: «${guideline.text}»`).to.equal(true);
  });

  it('says nothing under a code that the frame has words for', async () => {
    for (const { id, texts } of await loadRules())
      expect(
        Object.keys(texts).filter((code) => code in nb),
        id,
      ).to.deep.equal([]);
  });

  it('has words in both languages for every reason, and parameters with a unit and a why', async () => {
    for (const { id, texts, title, remedy, parameters } of await loadRules()) {
      for (const text of [title, remedy, ...Object.values(texts)])
        expect(
          [text.nb, text.en].every((words) => words.length > 3),
          id,
        ).to.equal(true);
      for (const [name, { unit, why, min, max, default: value }] of Object.entries(parameters)) {
        expect(unit && why.nb && why.en, `${id} ${name}`).to.be.ok;
        expect(value, `${id} ${name}`).to.be.within(min, max);
      }
    }
  });
});
