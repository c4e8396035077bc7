import { expect } from 'chai';
import type { z } from 'zod';
import { planCleanUp } from '../../services/conflicts/clean-up/process.ts';
import {
  rankingParameters,
  reasonsFor,
  yearsBetween,
  type RankingParameters,
} from '../../services/conflicts/clean-up/points.ts';
import { loadCase } from '../cases/load-case.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { aboveNorthing, cabins, everywhere, feature, nothingElse, rectangle, Stage } from './scene.ts';

const [x, y] = [500_000, 6_700_000];
const weights = Object.fromEntries(
  Object.entries(rankingParameters).map(([name, { default: value }]) => [name, value]),
) as RankingParameters;

describe('points of an unbuilt zone', () => {
  const rule = { nb: 'R', en: 'R' };
  const points = (facts: object) =>
    reasonsFor(
      { ...{ conflicts: [], reviews: [], age_years: 0, law: 2008, centre_m: 0, hub_m: 0 }, ...facts },
      weights,
    ).reduce((sum, each) => sum + each.points, 0);

  it('add up over what it runs into, the age and law of its plan, and how far off it lies', () => {
    expect(points({})).to.equal(0);
    expect(points({ conflicts: [rule, rule], reviews: [rule] })).to.equal(7);
    expect([9, 10, 19, 20].map((age_years) => points({ age_years }))).to.deep.equal([0, 1, 1, 2]);
    expect(points({ law: 1985 })).to.equal(1);
    expect(
      [
        [5000, 9000],
        [9000, 5000],
        [5001, 9000],
        [9000, null],
      ].map(([centre_m, hub_m]) => points({ centre_m, hub_m })),
    ).to.deep.equal([0, 0, 1, 0]);
    expect(points({ age_years: null, centre_m: null, hub_m: null })).to.equal(0);
  });

  it('count full years', () => {
    expect(yearsBetween('2015-06-15', '2025-06-14')).to.equal(9);
    expect(yearsBetween('2015-06-15', '2025-06-15')).to.equal(10);
  });
});

eachDatabase('plan clean-up', (given) => {
  const plan = (plan_id: string, in_force: string | null, law = 2008, plan_status = 3) =>
    feature(rectangle(x - 5000, y - 5000, 10_000, 10_000), {
      ...{ plan_id, plan_status, in_force, name: plan_id, plan_type: 20, law, predecessor: null },
    });
  const zone = (id: string, place: number, plan_id: string, properties: CaseFeature['properties'] = {}) =>
    cabins(rectangle(x + 300 * place, y, 100, 100), { plan_id, ...properties }, id);
  const house = (place: number) =>
    feature({ type: 'Point', coordinates: [x + 300 * place + 50, y + 50] }, { building_type: 161 });
  const layers = async () => ({
    ...(await nothingElse()),
    ...aboveNorthing(y - 10_000),
    plan: everywhere([
      plan('3338_1', '2015-06-15'),
      plan('3338_2', '1990-01-01', 1985),
      plan('3330_1', '2020-01-01'),
      plan('3338_9', '2015-06-15', 2008, 5),
    ]),
    zoning: everywhere([
      zone('young', 0, '3330_1'),
      zone('middle', 1, '3338_1'),
      zone('old', 2, '3338_2', { object_type: 'KpArealbrukOmråde', purpose: 140 }),
      zone('built', 3, '3338_1'),
      zone('wood', 4, '3338_1', { purpose: 5100 }),
      zone('ended', 5, '3338_9'),
    ]),
    building: everywhere([house(3)]),
    'centre-zone': everywhere([feature(rectangle(x - 2000, y, 1000, 100), { name: 'Sentrum' })]),
  });
  const execute = async (input: z.input<typeof planCleanUp.inputs>, language: 'nb' | 'en' = 'nb') =>
    planCleanUp.execute(planCleanUp.inputs.parse(input), {
      ...{ database: given.database(), catalogue: given.catalogue(), language },
    });
  const load = async (of: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: String(Math.random()), crs: 'EPSG:25832', layers: of }, filled);
  const filled = new Set<string>();

  it('ranks the unbuilt zones of plans in force, each with its reasons and their points', async () => {
    await load(await layers());
    const { ranking, plans, unbuilt_by } = await execute({ date: '2026-01-01' });
    expect(plans).to.equal(3);
    expect(unbuilt_by).to.equal('buildings');
    const zones = ranking.features.map(({ properties }) => properties);
    expect(zones.map((each) => each.zone)).to.deep.equal(['old', 'middle', 'young']);
    // Above the treeline: a conflict, were the plan not older; three points, and one for each ten years and the old law.
    for (const each of zones) expect(each.conflicts, each.zone).to.deep.equal(['treeline']);
    const reviews = zones[0]?.reviews.length ?? 0;
    expect(zones.map(({ points }) => points)).to.deep.equal([3 + reviews + 3 + 1, 3 + reviews + 1, 3 + reviews]);
    expect(zones[0]?.unbuilt_m2).to.equal(zones[0]?.area_m2);
    const said = zones[0]?.reasons.map(({ text }) => text).join(' ');
    expect(said)
      .to.match(/36 år/)
      .and.match(/1985/)
      .and.match(/1\s60[01] m til nærmeste sentrumssone, – til nærmeste/);
  });

  it('asks about the zones in one municipality, whatever its plans are numbered; says that a parameter is unknown', async () => {
    const land = [rectangle(x - 5000, y - 5000, 5250, 10_000), rectangle(x + 250, y - 5000, 5000, 10_000)];
    const municipality = everywhere(land.map((each, at) => feature(each, { number: `333${at}`, name: `${at}` })));
    await load({ ...(await layers()), municipality });
    const { ranking } = await execute({ municipality: '3330', date: '2026-01-01' }, 'en');
    expect(ranking.features.map(({ properties }) => properties.zone)).to.deep.equal(['young']);
    const other = await execute({ municipality: '3331', date: '2026-01-01' });
    expect(other.ranking.features.map(({ properties }) => properties.zone)).to.deep.equal(['old', 'middle']);
    expect((await execute({ municipality: '3999' })).plans).to.equal(0);
    const wrong = await execute({ parameters: { speed: 3 } }).catch((error: unknown) => error);
    expect((wrong as { status?: number }).status).to.equal(422);
  });

  it('lists future zones where nobody looked for buildings', async () => {
    const { building, ...rest } = await layers();
    expect(building.features).to.have.length(1);
    await load(rest);
    const { ranking, unbuilt_by } = await execute({ date: '2026-01-01' });
    expect(unbuilt_by).to.equal('status');
    const found = ranking.features.map(({ properties }) => [properties.zone, properties.unbuilt_m2] as const);
    expect(found.map(([id]) => id).sort()).to.deep.equal(['built', 'middle', 'old', 'young']);
    expect(new Set(found.map(([, area]) => area))).to.deep.equal(new Set([null]));
    // Houses of which nobody says where they were looked for leave it as open.
    await load({ ...rest, building: { ...building, coverage: null } });
    const known = await execute({ date: '2026-01-01' });
    expect(known.ranking.features.map(({ properties }) => properties.zone).sort()).to.deep.equal(
      found.map(([id]) => id).sort(),
    );
  });
});

eachDatabase('a check of a plan in force that is older than the guideline', (given) => {
  it('is never red: for review, marked as clean-up, with what it would have been', async () => {
    const stage = new Stage(given);
    const scene = { layers: aboveNorthing(y - 10_000), zones: [cabins(rectangle(x, y, 100, 100))] };
    const plan = { plan_status: 3, in_force: '2015-06-15' };
    const old = await stage.finding({ ...scene, plan });
    expect(old.verdict).to.equal('review');
    expect(old.notes.join(' ')).to.match(/Planvask: ville vært i konflikt/);
    const adopted = { ...scene, guidelineAdopted: '2015-06-15' };
    expect((await stage.finding({ ...adopted, plan })).verdict).to.equal('conflict');
    expect((await stage.finding({ ...adopted, plan: { ...plan, in_force: '2015-06-14' } })).verdict).to.equal('review');
    expect((await stage.finding({ ...adopted, plan: { plan_status: 3, in_force: null } })).verdict).to.equal('review');
    expect((await stage.finding({ ...scene, plan: { plan_status: 2 } })).verdict).to.equal('conflict');
  });
});
