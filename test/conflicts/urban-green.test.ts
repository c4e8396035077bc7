import { expect } from 'chai';
import { eachDatabase } from '../setup/databases.ts';
import type { CaseFeature } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle, Stage } from './scene.ts';

const [x, y] = [500_000, 6_700_000];
const scale = 1 / 0.9996 ** 2;

eachDatabase('building on green structure', (given) => {
  const stage = new Stage(given);
  const plan = (plan_id: string, in_force: string, plan_status = 3) =>
    feature(rectangle(x - 5000, y - 5000, 20_000, 20_000), {
      ...{ plan_id, plan_status, in_force, name: plan_id, plan_type: 20, law: 2008, predecessor: null },
    });
  const zoneOf = (plan_id: string | null, purpose: number, place: CaseFeature['geometry'], id: string) =>
    feature(place, { object_type: 'KpArealformålOmråde', purpose, status: 2, level: 2, name: id, plan_id }, id);
  const town = (distance: number) => feature(rectangle(x - 1000 - distance, y - 1000, 1000, 3000), { name: 'By' });
  const houses = zoneOf(null, 1110, rectangle(x, y, 100, 100), 'B1');
  const green = zoneOf('3338_1', 3040, rectangle(x + 60, y, 200, 100), 'G1');
  const old = plan('3338_1', '2015-01-01');
  type Layers = Parameters<typeof stage.check>[0]['layers'];
  const layersOf = (distance: number, plans: CaseFeature[], zoning: CaseFeature[]): Layers => ({
    ...{ plan: everywhere(plans), zoning: everywhere(zoning), 'urban-area': everywhere([town(distance)]) },
  });
  const finding = (layers: Layers, zone = houses, facts = {}) =>
    stage.finding({ layers, zones: [zone], plan: facts }, 'urban-green');

  it('is for review with the land taken, in a town and within 500 m of one', async () => {
    for (const distance of [-1000, 0, 300]) {
      const taken = await finding(layersOf(distance, [old], [green]));
      expect(taken, String(distance)).to.include({ verdict: 'review', basis: 'strategy', distance_m: null });
      expect(taken.area_m2).to.be.closeTo(4000 * scale, 1e-6 * 4000);
      expect(taken.constraints.map(({ id }) => id)).to.deep.equal(['G1']);
    }
    // 480 m from the zone: of the green structure only what lies within 500 m, none of it in the zone.
    expect(await finding(layersOf(480, [old], [green]))).to.include({ verdict: 'clear', area_m2: 0 });
    // 420 m: 20 m by 100 m of it.
    const part = await finding(layersOf(420, [old], [green]));
    expect(part.area_m2).to.be.closeTo(2000 * scale, 0.01);
  });

  it('counts what the draft replaces, and not what a newer plan has taken already', async () => {
    const replacing = await finding(layersOf(0, [old], [green]), houses, { plan_id: '3338_1' });
    expect(replacing).to.include({ verdict: 'review' });
    const newer = zoneOf('3338_2', 2010, rectangle(x + 60, y, 200, 100), 'V1');
    const overruled = await finding(layersOf(0, [old, plan('3338_2', '2020-01-01')], [green, newer]));
    expect(overruled).to.include({ verdict: 'clear', area_m2: 0 });
    const expired = await finding(layersOf(0, [plan('3338_1', '2015-01-01', 5)], [green]));
    expect(expired.verdict).to.equal('clear');
  });

  it('counts green structure that two plans give once, and a neighbour’s border not at all', async () => {
    const again = zoneOf('3338_2', 3050, rectangle(x + 60, y, 200, 100), 'G2');
    const twice = await finding(layersOf(0, [old, plan('3338_2', '2020-01-01')], [green, again]));
    expect(twice.area_m2).to.be.closeTo(4000 * scale, 1e-6 * 4000);
    const beside = zoneOf('3338_1', 3040, rectangle(x + 99, y, 200, 100), 'G1');
    expect(await finding(layersOf(0, [old], [beside]))).to.include({ verdict: 'clear', touching: true });
    const away = zoneOf('3338_1', 3040, rectangle(x + 150, y, 200, 100), 'G1');
    const near = await finding(layersOf(0, [old], [away]));
    expect(near.distance_m).to.be.closeTo(50 / 0.9996, 0.001);
  });

  it('measures to the part of green structure that lies within the distance of the town', async () => {
    // Of green structure from 60 to 260 m, the part up to 80 m counts; the zone lies on the rest.
    const beyond = zoneOf(null, 1110, rectangle(x + 150, y, 100, 100), 'B1');
    const found = await finding(layersOf(420, [old], [green]), beyond);
    expect(found).to.include({ verdict: 'clear', touching: false });
    expect(found.distance_m).to.be.closeTo(70 / 0.9996, 0.001);
  });

  it('is not assessed without the layers, or where nobody looked for towns', async () => {
    const { plan: plans, zoning, 'urban-area': towns } = layersOf(0, [old], [green]);
    expect((await finding({ plan: plans, zoning })).reason).to.match(/urban-area/);
    expect((await finding({ 'urban-area': towns })).reason).to.match(/zoning/);
    const here = { ...everywhere([]), coverage: rectangle(x - 100, y - 100, 300, 300) as never };
    const alone = await finding({ plan: plans, zoning, 'urban-area': here });
    expect(alone.verdict).to.equal('not-assessed');
    expect(alone.reason).to.match(/landet rundt/);
  });

  it('does not ask about land that is not for building', async () => {
    const wood = zoneOf(null, 5100, rectangle(x, y, 100, 100), 'L1');
    expect((await finding(layersOf(0, [old], [green]), wood)).verdict).to.equal('not-relevant');
  });
});
