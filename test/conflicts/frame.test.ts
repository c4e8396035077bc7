import { expect } from 'chai';
import { fill } from '../../services/conflicts/judgement/message.ts';
import { BadParameter, chooseParameters, commonParameters } from '../../services/conflicts/judgement/parameter.ts';
import { orderPlans } from '../../services/conflicts/plan/plans-in-force.ts';
import { regionalPlan, standingOf } from '../../services/conflicts/regional-plan.ts';
import { rule } from '../../services/conflicts/judgement/rule.ts';
import { treelineRule } from '../../services/conflicts/rules/treeline.ts';
import { en } from '../../services/conflicts/texts/en.ts';
import { nb } from '../../services/conflicts/texts/nb.ts';
import { linesOf, type TreelineFeature } from '../../services/conflicts/treeline/treeline-lines.ts';
import { worstOf } from '../../services/conflicts/judgement/verdict.ts';
import type { PlanFacts } from '../../services/imports/plans/plan-facts.ts';

describe('verdicts', () => {
  it('weigh conflict, review, failed, not assessed, clear, not relevant in that order', () => {
    expect(worstOf(['clear', 'not-assessed', 'review'])).to.equal('review');
    expect(worstOf(['clear', 'not-relevant', 'not-assessed'])).to.equal('not-assessed');
    expect(worstOf(['clear', 'not-relevant'])).to.equal('clear');
    expect(worstOf([])).to.equal('not-relevant');
  });
});

describe('texts of the check', () => {
  it('write numbers as the reader does, and a dash for what is not known', () => {
    const text = '{area:daa}, {share:%}, {distance:m}, {date}, {what}';
    const values = { area: 1_234_567, share: 0.3333, distance: 12.345, date: null, what: { nb: 'ja', en: 'yes' } };
    expect(fill(text, values, 'nb').replace(/\s/g, ' ')).to.equal('1 234,6 daa, 33,3 %, 12,3 m, –, ja');
    expect(fill(text, values, 'en')).to.equal('1,234.6 daa, 33.3 %, 12.3 m, –, yes');
  });

  it('ask for the same values in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+/g)].map(([place]) => place).sort();
    for (const code of Object.keys(nb) as (keyof typeof nb)[])
      expect(places(en[code]), code).to.deep.equal(places(nb[code]));
    for (const [code, text] of Object.entries(treelineRule.texts))
      expect(places(text.en), code).to.deep.equal(places(text.nb));
  });
});

describe('parameters', () => {
  const declared = [commonParameters, treelineRule.parameters];
  it('are the defaults where nothing is said, and what is said else', () => {
    expect(chooseParameters(declared, { minimum_area_m2: 500 })[1]).to.deep.equal({ minimum_area_m2: 500 });
  });
  it('refuse unknown names, and values that are no numbers within the limits', () => {
    for (const given of [{ minimum_area: 1 }, { minimum_area_m2: -1 }, { minimum_area_m2: NaN }, { touching_m: '2' }])
      expect(() => chooseParameters(declared, given)).to.throw(BadParameter);
  });
});

describe('plans in force', () => {
  const plan = (plan_id: string, in_force: string | null, plan_status = 3): PlanFacts & { plan_id: string } => ({
    ...{ plan_id, in_force, plan_status, name: null, plan_type: 20, law: 2008, predecessor: null },
  });
  const found = [plan('b', '2020-01-01'), plan('a', '2010-01-01'), plan('c', null), plan('d', '2011-01-01', 5)];

  it('are ranked by date, without those that have ended; a draft ranks above all', () => {
    const { plans, rank } = orderPlans(plan('x', null, 2), found);
    expect(plans.map(({ plan_id }) => plan_id)).to.deep.equal(['c', 'a', 'b']);
    expect(rank).to.be.greaterThan(Math.max(...plans.map((each) => each.rank)));
  });
  it('do not hold the plan in force that is checked; an older version of it is what it replaces', () => {
    const same = orderPlans(plan('a', '2010-01-01'), found);
    expect(same.plans.map(({ plan_id }) => plan_id)).to.deep.equal(['c', 'b']);
    expect(same.replaced).to.equal(null);
    expect(orderPlans(plan('a', '2015-01-01'), found).replaced?.in_force).to.equal('2010-01-01');
    expect(orderPlans({ ...plan('x', null, 2), predecessor: 'b' }, found).replaced?.plan_id).to.equal('b');
  });
});

describe('treelines', () => {
  const sheet = (given: Partial<TreelineFeature>): TreelineFeature => ({
    ...{ dataset: 1, fid: 1, source_id: 'T', definition: 'empirical', source: 'Kartlagt', accuracy_m: null },
    ...{ uncertainty_m: 20, uncertainty_axis: 'horizontal' },
    ...given,
  });
  it('are one line over sheets and datasets of the same source', () => {
    expect(linesOf([sheet({}), sheet({ fid: 2 }), sheet({ dataset: 2 })])).to.have.length(1);
    expect(linesOf([sheet({}), sheet({ definition: 'climatic' }), sheet({ source: 'Annen' })])).to.have.length(3);
    expect(linesOf([sheet({ source: null }), sheet({ source: null, dataset: 2 })])).to.have.length(2);
  });
  it('are as uncertain as their worst sheet, and unknown where one does not say', () => {
    expect(linesOf([sheet({}), sheet({ uncertainty_m: 50 })])[0]).to.include({ belt: 'horizontal', uncertainty_m: 50 });
    expect(linesOf([sheet({}), sheet({ uncertainty_m: null })])[0]?.belt).to.equal('unknown');
    expect(linesOf([sheet({}), sheet({ uncertainty_axis: 'vertical' })])[0]?.belt).to.equal('unknown');
    expect(linesOf([sheet({ uncertainty_m: 0, uncertainty_axis: null })])[0]?.belt).to.equal('none');
  });
});

describe('the standing of the guidelines', () => {
  it('is said in words', () => {
    expect(standingOf(regionalPlan, null).nb).to.equal('Høringsforslag, ikke vedtatt');
    expect(standingOf(regionalPlan, '2026-06-17').en).to.equal('Adopted 2026-06-17');
  });
});

describe('a rule that contradicts itself', () => {
  it('is refused with its name', () => {
    const relation = { measure: () => Promise.resolve(new Map()), texts: {} };
    expect(() => rule({ ...treelineRule, relation, id: 'Tre grense' })).to.throw(/Tre grense/);
  });
});
