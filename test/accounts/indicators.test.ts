import { expect } from 'chai';
import type { Accounts } from '../../services/accounts/account.ts';
import { loadIndicators } from '../../services/accounts/barometer/indicator-catalogue.ts';
import { measureIndicators } from '../../services/accounts/barometer/measure-indicators.ts';
import type { Barometer } from '../../services/accounts/barometer/read-barometer.ts';
import type { PlanAccount, PurposeRow } from '../../services/accounts/plans/plan-account.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';

const row = (group: string, more: Partial<PurposeRow>): PurposeRow => ({
  ...{ group, planned_m2: 0, built_m2: 0, reserve_m2: 0, unbuildable_m2: 0, densification_m2: 0 },
  protected_m2: null,
  ...{ takes: {}, sensitivity: [] },
  ...more,
});

const plansOf = (groups: PurposeRow[], loss: PlanAccount['ecosystem_loss'] = null): PlanAccount => ({
  ...{ groups, other: [], planned_m2: 1, claimed_twice_m2: 0, ecosystem_loss: loss, draft: null },
  method: { built: 'none', buffer_m: 18, built_classes: [], filters: [], missing: [], partly: [], treelines: [] },
});

const account = (number: string, more: Partial<Accounts> = {}): Accounts => ({
  ...{ municipality: number, name: null, area_m2: 1e6, crs: 'EPSG:25832', area_method: '', extent: [] },
  ...{ plans: null, indicators: [], datasets: [], borders: { edition: 1, held_on: '2026-01-01', since: null } },
  nature: {
    ...{ ecosystems: null, protected: null, nature_types: null, contiguous: null, planned_loss: null },
    ...{ missing: [], partly: [] },
  },
  ...more,
});

const nothing: Barometer = {
  ...{ editions: new Map(), residents: [], counted: [], figures: [], sweeps: null, nearness: null },
  ...{ lookedAt: [], earlier: [] },
};

const year = (municipality: string, at: number, value: number, newest = false) => ({
  ...{ municipality, year: at, value, newest },
});

const values = async (of: Accounts[], barometer: Partial<Barometer>, whole?: Accounts) => {
  const all = await loadIndicators();
  const known = { ...nothing, ...barometer };
  const figures = measureIndicators(whole ?? of[0], of, all, known);
  return (id: string) => {
    const found = figures.find((figure) => figure.id === id);
    if (!found) throw new Error(`No indicator ${id}.`);
    return found;
  };
};

describe('the indicators of the barometer', () => {
  it('say everything in both languages, and are one for each guideline by number and by land', async () => {
    const all = await loadIndicators();
    for (const { id, title, definition, source } of all)
      for (const text of [title, definition, source]) {
        expect(text.nb, id).to.not.equal('');
        expect(text.en, id).to.not.equal('');
      }
    for (const { id } of await loadRules())
      expect(all.map((one) => one.id)).to.include.members([`findings-${id}`, `findings-area-${id}`]);
  });

  it('have no value and name what is missing where nothing is known: never 0', async () => {
    const all = await loadIndicators();
    const known = measureIndicators(account('1'), [account('1')], all, nothing);
    expect(known.filter(({ value }) => value !== null)).to.deep.equal([]);
    expect(known.filter(({ missing }) => missing.length === 0)).to.deep.equal([]);
    expect(known.flatMap(({ series }) => series)).to.deep.equal([]);
  });

  it('count the reserve of the plans without scattered building and densification, by residents', async () => {
    const groups = [
      row('housing', { reserve_m2: 3000, densification_m2: 1000 }),
      row('scattered-housing', { reserve_m2: 90_000, densification_m2: 70 }),
      row('holiday-homes', { reserve_m2: 5000, takes: { 'above-treeline': 1250 } }),
    ];
    const loss = [
      { class: '1', area_m2: 10 },
      { class: '2', area_m2: 20 },
      { class: '4', area_m2: 300 },
      { class: '7', area_m2: 4000 },
      { class: 'unclassified', area_m2: 7 },
      { class: 'unknown', area_m2: 9 },
    ];
    const own = account('1', { plans: { current: plansOf(groups, loss), draft: null } });
    const figure = await values([own], { residents: [year('1', 2024, 400), year('1', 2024, 400, true)] });
    expect(figure('plan-reserve-per-resident').value).to.equal(20);
    expect(figure('densification-share').value).to.equal(1 / 9);
    expect(figure('planned-nature-loss').value).to.equal(4300);
    expect(figure('holiday-reserve-above-treeline').value).to.equal(1250);
  });

  it('do not take a plan-free municipality, nor land below a line that nobody drew there, for a zero', async () => {
    const without = account('1', { plans: { current: { ...plansOf([]), planned_m2: 0 }, draft: null } });
    expect((await values([without], {}))('densification-share').missing).to.deep.equal(['zoning']);
    const groups = [row('holiday-homes', { reserve_m2: 5000, takes: { 'above-treeline': 0 } })];
    const below = account('1', { plans: { current: plansOf(groups), draft: null } });
    const id = 'holiday-reserve-above-treeline';
    expect((await values([below], {}))(id)).to.include({ value: null });
    const lookedAt = [{ municipality: '1', layer: 'treeline' }];
    expect((await values([below], { lookedAt }))(id)).to.include({ value: 0 });
  });

  it('take registered figures of the newest year, add municipalities only where all have it, and keep the years', async () => {
    const figureOf = (municipality: string, at: number, value: number) => ({
      ...{ municipality, indicator: 'residents', year: at, value, source: 'SSB', date: null },
    });
    const barometer = {
      residents: [year('1', 2019, 95), year('1', 2019, 95, true), year('2', 2019, 50), year('2', 2019, 50, true)],
      figures: [figureOf('1', 2022, 100), figureOf('1', 2023, 101), figureOf('2', 2022, 60)],
    };
    const [one, two] = [account('1'), account('2')];
    const own = (await values([one], barometer))('residents');
    expect(own).to.deep.include({ value: 101, date: '2023' });
    expect(own.series.map(({ value }) => value)).to.deep.equal([100, 101]);
    const both = (await values([one, two], barometer, { ...one, municipality: null }))('residents');
    expect(both).to.deep.include({ value: 160, date: '2022' });
    const three = (await values([one, two, account('3')], barometer, { ...one, municipality: null }))('residents');
    expect(three).to.deep.include({ value: null, missing: ['population', 'municipal-figure'] });
  });

  it('follow findings from sweep to sweep, conflicts and those for review, and know unanswered from none', async () => {
    const count = (rule: string, municipality: string, verdict: 'conflict' | 'review' | 'clear' | 'not-assessed') => ({
      ...{ rule, municipality, verdict, findings: 2, area_m2: verdict === 'clear' ? null : 500 },
    });
    const sweeps = [
      { date: '2025-01-01', counts: [count('treeline', '1', 'conflict'), count('treeline', '1', 'review')] },
      {
        date: '2026-01-01',
        counts: [
          ...[count('treeline', '1', 'review'), count('treeline', '2', 'review')],
          ...[count('wild-reindeer', '1', 'not-assessed'), count('nature-areas', '1', 'clear')],
        ],
      },
    ];
    const figure = await values([account('1')], { sweeps });
    expect(figure('findings-treeline')).to.deep.include({ value: 2, date: '2026-01-01' });
    expect(figure('findings-treeline').series.map(({ value }) => value)).to.deep.equal([4, 2]);
    expect(figure('findings-area-treeline').series.map(({ value }) => value)).to.deep.equal([1000, 500]);
    expect(figure('findings-nature-areas').value).to.equal(0);
    expect(figure('findings-wild-reindeer')).to.deep.include({ value: null, missing: ['unanswered'] });
    const whole = await values([account('1'), account('2')], { sweeps }, account('1'));
    expect(whole('findings-treeline').value).to.equal(4);
  });
});
