import { expect } from 'chai';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { aboveNorthing, cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const line = 6_700_000;
const [west, south] = [499_900, line + 100];
const onGround = (planar: number) => planar / 0.9996 ** 2;

type Layers = ConflictCase['layers'];

/** A plan in the register, with its zones. */
function registered(
  plan: { plan_id: string; in_force: string | null; plan_status?: number; plan_type?: number },
  zones: CaseFeature[],
): Layers {
  const outline = feature(rectangle(west - 2000, south - 2000, 8000, 8000), {
    ...{ name: plan.plan_id, plan_type: 20, plan_status: 3, law: 2008, predecessor: null },
    ...plan,
  });
  const own = zones.map((zone) => ({ ...zone, properties: { ...zone.properties, plan_id: plan.plan_id } }));
  return { plan: everywhere([outline]), zoning: everywhere(own), 'zoning-consideration': everywhere([]) };
}

function together(...parts: Layers[]): Layers {
  const all: Layers = {};
  for (const part of parts)
    for (const [layer, given] of Object.entries(part))
      all[layer] = { ...given, features: [...(all[layer]?.features ?? []), ...given.features] };
  return all;
}

const regulated = (purpose: number, geometry = rectangle(west, south, 100, 100)) =>
  feature(geometry, { object_type: 'RpArealformålOmråde', purpose, status: null, level: 2, name: 'R' });
const planned = (purpose: number, status: number, geometry = rectangle(west, south, 100, 100)) =>
  feature(geometry, { object_type: 'KpArealformålOmråde', purpose, status, level: 2, name: 'K' });

eachDatabase('land that is judged', (given) => {
  const stage = new Stage(given);
  const treeline = aboveNorthing(line);
  const zone = cabins(rectangle(west, south, 200, 100));
  const check = (layers: Layers, zones = [zone], plan = {}) =>
    stage.finding({ layers: { ...treeline, ...layers }, zones, plan });

  it('leaves out what a regulation in force gives, and counts the extension alone', async () => {
    const finding = await check(
      registered({ plan_id: '3338_1', in_force: '2015-01-01', plan_type: 35 }, [regulated(1121)]),
    );
    expect(finding.verdict).to.equal('conflict');
    expect(finding.new_area_m2).to.be.closeTo(onGround(10_000), 1e-3);
    expect(finding.share_of_zone).to.be.closeTo(0.5, 1e-9);
  });

  it('never takes drafts, ended plans, other purposes, other levels or future land for given', async () => {
    const whole = rectangle(west, south, 200, 100);
    const nothingGiven: Layers[] = [
      ...[0, 1, 2, 4, 5, 8].map((plan_status) =>
        registered({ plan_id: '3338_1', in_force: '2015-01-01', plan_status }, [planned(1120, 1, whole)]),
      ),
      registered({ plan_id: '3338_1', in_force: '2015-01-01' }, [planned(1110, 1, whole)]),
      registered({ plan_id: '3338_1', in_force: '2015-01-01' }, [planned(1120, 2, whole)]),
      registered({ plan_id: '3338_1', in_force: '2015-01-01' }, [
        { ...regulated(1121, whole), properties: { ...regulated(1121).properties, level: 1 } },
      ]),
    ];
    for (const layers of nothingGiven) expect((await check(layers)).area_m2).to.be.closeTo(onGround(20_000), 1e-3);
  });

  it('takes plans of every status in force for given', async () => {
    for (const plan_status of [3, 6, 7]) {
      const layers = registered({ plan_id: '3338_1', in_force: '2015-01-01', plan_status }, [
        planned(1120, 1, rectangle(west, south, 200, 100)),
      ]);
      expect(await check(layers)).to.include({ verdict: 'not-relevant', new_area_m2: 0 });
    }
  });

  it('lets the newer plan in force rule where two clash, and lists the clash', async () => {
    const older = registered({ plan_id: '3338_1', in_force: '2010-01-01', plan_type: 35 }, [regulated(1121)]);
    const newer = registered({ plan_id: '3338_2', in_force: '2020-01-01' }, [planned(5100, 1)]);
    const clash = await check(together(older, newer));
    expect(clash.area_m2).to.be.closeTo(onGround(20_000), 1e-3);
    expect(clash.notes.join(' ')).to.match(/Motstrid.*3338_1.*3338_2/);
    const before = registered({ plan_id: '3338_2', in_force: '2005-01-01' }, [planned(5100, 1)]);
    expect((await check(together(older, before))).area_m2).to.be.closeTo(onGround(10_000), 1e-3);
  });

  it('says in line with the master plan for a regulation on its future land, which is new all the same', async () => {
    const layers = registered({ plan_id: '3338_1', in_force: '2019-03-28' }, [planned(1120, 2)]);
    const finding = await check(layers, [regulated(1121)], { plan_type: 35 });
    expect(finding.verdict).to.equal('conflict');
    expect(finding.notes.join(' ')).to.match(/I tråd med kommuneplanen 3338_1 av 2019-03-28/);
  });

  it('takes further development inside what was given for densification', async () => {
    const layers = registered({ plan_id: '3338_1', in_force: '2015-01-01' }, [planned(1120, 1)]);
    const finding = await check(layers, [cabins(rectangle(west, south, 100, 100), { status: 3 })]);
    expect(finding.verdict).to.equal('not-relevant');
    expect(finding.notes.join(' ')).to.match(/Fortetting/);
  });

  it('takes redrawing within the touching width for no extension', async () => {
    const layers = registered({ plan_id: '3338_1', in_force: '2015-01-01' }, [planned(1120, 1)]);
    const wider = cabins(rectangle(west - 0.9, south - 0.9, 101.8, 101.8));
    expect((await check(layers, [wider])).verdict).to.equal('not-relevant');
    expect((await check(layers, [cabins(rectangle(west - 15, south, 115, 100))])).verdict).to.equal('conflict');
  });

  it('counts present land as built without a building layer, and says so; with one, only around buildings', async () => {
    const present = cabins(rectangle(west, south, 400, 100), { status: 1 });
    const without = await check({}, [present]);
    expect(without.verdict).to.equal('not-relevant');
    expect(without.notes.join(' ')).to.match(/ikke lastet inn bygninger/);
    const house = feature(rectangle(west + 45, south + 45, 10, 10), { building_type: 161, built_year: 1990 });
    const part = await check({ building: everywhere([house]) }, [present]);
    expect(part.verdict).to.equal('conflict');
    // The circle of 50 m round the house ends 105 m from the western end; what is left in the corners there is too small to count.
    expect(part.new_area_m2).to.be.within(onGround(29_500), onGround(31_000));
    expect((await check({ building: everywhere([]) }, [present])).area_m2).to.be.closeTo(onGround(40_000), 1e-3);
    expect((await check({ building: { ...everywhere([]), coverage: null } }, [present])).verdict).to.equal(
      'not-relevant',
    );
  });

  it('never gives red to a plan in force that is older than the guideline, or of which that is not known', async () => {
    const verdict = async (in_force: string | null, guidelineAdopted: string | null) => {
      const plan = { plan_status: 3, in_force };
      const { verdict, notes } = await stage.finding({ layers: treeline, zones: [zone], plan, guidelineAdopted });
      return `${verdict}${/Planvask/.test(notes.join(' ')) ? ' planvask' : ''}`;
    };
    expect(await verdict('2020-01-01', '2026-06-17')).to.equal('review planvask');
    expect(await verdict('2027-01-01', '2026-06-17')).to.equal('conflict');
    expect(await verdict('2027-01-01', null)).to.equal('review planvask');
    expect(await verdict(null, '2026-06-17')).to.equal('review planvask');
  });

  it('does not take the plan in force that is checked for its own earlier plan', async () => {
    const own = { plan_id: '3338_2026001', in_force: '2018-01-01' };
    const layers = registered(own, [planned(1120, 1, rectangle(west, south, 200, 100)), regulated(1121)]);
    const finding = await check(layers, [zone], { plan_status: 3, in_force: '2018-01-01' });
    expect(finding.verdict).to.equal('review');
    expect(finding.area_m2).to.be.closeTo(onGround(20_000), 1e-3);
  });

  it('asks only about the ground, and about plans that have not ended', async () => {
    expect((await check({}, [cabins(rectangle(west, south, 100, 100), { level: 1 })])).verdict).to.equal(
      'not-relevant',
    );
    expect((await check({}, [zone], { plan_status: 5 })).verdict).to.equal('not-relevant');
  });

  it('works where no municipality is, and across municipalities', async () => {
    const municipality = everywhere([
      feature(rectangle(west - 5000, south - 5000, 5100, 10_000), { number: '3330', name: 'Vest' }),
      feature(rectangle(west + 100, south - 5000, 50, 10_000), { number: '3332', name: 'Øst' }),
    ]);
    const layers = { municipality, ...registered({ plan_id: '3338_1', in_force: '2015-01-01' }, [planned(1120, 1)]) };
    const finding = await check(layers, [cabins(rectangle(west - 100, south, 400, 100))]);
    expect(finding.area_m2).to.be.closeTo(onGround(30_000), 1e-3);
  });
});
