import { expect } from 'chai';
import { purposeOf } from '../../layers/codes/purposes.ts';
import type { ConstraintFeature } from '../../services/conflicts/measurement/features-near.ts';
import type { OnFeatures } from '../../services/conflicts/measurement/land-on-features.ts';
import { crossBorder } from '../../services/conflicts/rules/cross-border.ts';
import { heritageAffected } from '../../services/conflicts/rules/heritage-affected.ts';
import { heritageUnsecured } from '../../services/conflicts/rules/heritage-unsecured.ts';
import { mineralBuiltOver } from '../../services/conflicts/rules/mineral-built-over.ts';
import { mineralUnsecured } from '../../services/conflicts/rules/mineral-unsecured.ts';
import { natureAreas } from '../../services/conflicts/rules/nature-areas.ts';
import { wildReindeerRule } from '../../services/conflicts/rules/wild-reindeer.ts';
import type { InPlan } from '../../services/conflicts/judgement/securing-rule.ts';
import type { JudgedZone } from '../../services/conflicts/plan/zone.ts';

const nowhere = Buffer.alloc(0);

const zoneOf = (code: number): JudgedZone => ({
  ...{ index: 0, id: 'H1', name: null, purpose: purposeOf('KpArealformålOmråde', code), status: 2, level: 2 },
  ...{ geom: nowhere, box: [0, 0, 1, 1], area_m2: 10_000, municipality: null, notes: [] },
  ...{ land: nowhere, land_m2: 10_000, change: null, steps: [], remarks: [] },
});

const nothing = {
  ...{ area_m2: 0, red_area_m2: 0, touching: false, distance_m: null, share_covered: 1, covered: true },
  ...{ constraints: [], datasets: [], overlap: null, remarks: [], steps: [] },
};

const on = (facts: Partial<OnFeatures>, code: number) => ({
  ...{ ...nothing, on: 0, onRed: 0, meetsRed: false, near: false, met: [], nearby: [], named: [] },
  ...facts,
  zone: zoneOf(code),
});

describe('the rule about nature areas', () => {
  const opinion = (facts: Partial<OnFeatures> & { cuts?: boolean }, code = 1120) =>
    natureAreas.verdict({ ...on(facts, code), cuts: facts.cuts ?? false }, { minimum_area_m2: 1000, near_m: 100 })
      .verdict;

  it('is red from one dekar on, or where a corridor is cut, for what is surely holiday homes', () => {
    expect(opinion({ on: 1000, onRed: 1000 })).to.equal('conflict');
    expect(opinion({ on: 5000, onRed: 999.9 })).to.equal('review');
    expect(opinion({ on: 10, onRed: 10, cuts: true })).to.equal('conflict');
    expect(opinion({ near: true })).to.equal('review');
    expect(opinion({})).to.equal('clear');
    for (const code of [1000, 5220, 9999])
      expect(opinion({ on: 9000, onRed: 9000, cuts: true }, code)).to.equal('review');
  });
});

describe('the rules about building', () => {
  it('are red on red land, for review on other land, near, and where the purpose is unknown', () => {
    for (const verdict of [
      (facts: Partial<OnFeatures>, code = 1110) =>
        heritageAffected.verdict(on(facts, code), { near_m: 50, security_zone_m: 5 }),
      (facts: Partial<OnFeatures>, code = 1110) => mineralBuiltOver.verdict(on(facts, code), { point_radius_m: 200 }),
    ]) {
      expect(verdict({ on: 1, onRed: 1, meetsRed: true }).verdict).to.equal('conflict');
      expect(verdict({ on: 1, onRed: 1, meetsRed: true }, 9999).verdict).to.equal('review');
      expect(verdict({ on: 1 }).verdict).to.equal('review');
      expect(verdict({ near: true }).verdict).to.equal('review');
      expect(verdict({}).verdict).to.equal('clear');
    }
    const sheltered = heritageAffected.verdict(on({ on: 1, meetsRed: true }, 1110), { near_m: 50, security_zone_m: 5 });
    expect(sheltered).to.deep.equal({ verdict: 'review', because: 'protected-in-zone' });
  });
});

describe('the rules about reindeer and borders', () => {
  it('never give red', () => {
    expect(wildReindeerRule.verdict(on({ on: 1e6 }, 1120), {}).verdict).to.equal('review');
    expect(wildReindeerRule.verdict(on({ near: true }, 1120), {}).verdict).to.equal('clear');
    const neighbour = { number: '3330', name: 'Øst', distance_m: 5, fid: 1, dataset: 1, id: '3330', plans: [] };
    const verdict = (neighbours: (typeof neighbour)[]) =>
      crossBorder.verdict({ ...nothing, neighbours, zone: zoneOf(1120) }, { large_area_m2: 50_000, border_m: 2000 })
        .verdict;
    expect([verdict([neighbour]), verdict([])]).to.deep.equal(['review', 'not-relevant']);
  });
});

describe('the rules about what a plan secures', () => {
  const resource = (
    properties: ConstraintFeature['properties'],
    point: Buffer | null = null,
    layer = 'mineral-resource',
  ) => ({
    ...{ layer, dataset: 1, fid: 1, id: 'G1', accuracy_m: null, properties, point },
  });
  const inPlan = (facts: Partial<InPlan>): InPlan => ({
    ...{
      ...nothing,
      resource: resource({}),
      share_secured: 0,
      shareWeakly: 0,
      allBuilt: false,
      shareNewlyBuildable: 0,
    },
    ...{ buildableBefore_m2: 0, open_m2: 0, contradicted: false },
    ...facts,
  });

  it('are red above five per cent of new building land, for review on anything else that is not secured', () => {
    const opinion = (facts: Partial<InPlan>) =>
      mineralUnsecured.verdict(inPlan(facts), { buildable_share: 0.05 }).verdict;
    expect(opinion({ shareNewlyBuildable: 0.0501 })).to.equal('conflict');
    expect(opinion({ shareNewlyBuildable: 0.05 })).to.equal('review');
    expect(opinion({ buildableBefore_m2: 1 })).to.equal('review');
    expect(opinion({ open_m2: 1 })).to.equal('review');
    expect(opinion({ contradicted: true, share_secured: 1 })).to.equal('review');
    expect(opinion({ share_secured: 1 })).to.equal('clear');
    expect(opinion({ resource: resource({}, nowhere) })).to.equal('review');
    expect(opinion({ resource: resource({}, nowhere), share_secured: 1 })).to.equal('clear');
  });

  it('are red below ninety-five per cent of an environment', () => {
    const opinion = (facts: Partial<InPlan>) =>
      heritageUnsecured.verdict(inPlan(facts), { secured_share: 0.95 }).verdict;
    expect(opinion({ share_secured: 0.95, shareWeakly: 0.95 })).to.equal('clear');
    expect(opinion({ share_secured: 0.9499, shareWeakly: 0.9499 })).to.equal('conflict');
    expect(opinion({ share_secured: 0, shareWeakly: 0.95 })).to.equal('review');
    expect(opinion({ share_secured: 1, allBuilt: true })).to.equal('review');
  });

  it('ask about resources and environments that the words name', () => {
    const mineral = (registration: string, importance: string | null) =>
      mineralUnsecured.securing(resource({ registration, importance }));
    expect(mineral('province', 'national')).to.equal(null);
    expect(mineral('deposit', 'local')).to.equal(null);
    expect(mineral('deposit', 'regional')).to.deep.equal({ by: [590], weaklyBy: [], lay: 590, overHouses: false });
    expect(mineral('prospect', null)?.atMostReview).to.equal(true);
    const site = (importance: string) => heritageUnsecured.securing(resource({ importance }, null, 'heritage-site'));
    expect([site('municipal'), site('national')?.by]).to.deep.equal([null, [570, 730]]);
    const plan = (plan_type: number | null) => ({
      ...{ plan_id: null, name: null, plan_type, plan_status: 2, law: 2008, in_force: null, predecessor: null },
    });
    expect([20, 21, 22, 30, 35, null].map((type) => mineralUnsecured.duty(plan(type)))).to.deep.equal([
      ...['firm', 'firm', 'firm', 'none', 'none', 'none'],
    ]);
    expect([20, 35, null].map((type) => heritageUnsecured.duty(plan(type)))).to.deep.equal(['firm', 'soft', 'soft']);
  });
});
