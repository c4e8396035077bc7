import { expect } from 'chai';
import { eachDatabase } from '../setup/databases.ts';
import type { CaseFeature } from '../cases/truth-case.ts';
import { cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const [x, y] = [500_000, 6_700_000];
/** Ellipsoidal m² of a square metre of the grid on the central meridian. */
const scale = 1 / 0.9996 ** 2;

eachDatabase('new holiday homes beside existing areas', (given) => {
  const stage = new Stage(given);
  const plan = (plan_id: string, in_force: string | null, plan_status = 3) =>
    feature(rectangle(x - 5000, y - 5000, 20_000, 20_000), {
      ...{ plan_id, plan_status, in_force, name: plan_id, plan_type: 21, law: 2008, predecessor: null },
    });
  const zoneOf = (plan_id: string, purpose: number, status: number, place: CaseFeature['geometry'], id: string) =>
    feature(place, { object_type: 'KpArealformålOmråde', purpose, status, level: 2, name: id, plan_id }, id);
  /** 200 m by 100 m, 300 m east of the zone that is asked about. */
  const there = rectangle(x + 400, y, 200, 100);
  const house = feature({ type: 'Point', coordinates: [x + 400, y + 50] }, { building_type: 161 });
  const zone = cabins(rectangle(x, y, 100, 100));
  const layersOf = (plans: CaseFeature[], zoning: CaseFeature[], buildings: CaseFeature[] = []) => ({
    ...{ plan: everywhere(plans), zoning: everywhere(zoning), building: everywhere([]) },
    'holiday-home': everywhere(buildings),
  });
  const finding = (layers: Parameters<typeof stage.check>[0]['layers'], zones = [zone], parameters = {}) =>
    stage.finding({ layers, zones, parameters }, 'holiday-densify-first');
  const old = plan('3338_1', '2015-01-01');
  const area = zoneOf('3338_1', 1120, 1, there, 'E1');

  it('are for review with the distance and what is unbuilt there', async () => {
    const open = await finding(layersOf([old], [area]));
    expect(open).to.include({ verdict: 'review', basis: 'strategy' });
    expect(open.distance_m).to.be.closeTo(300 / 0.9996, 0.001);
    expect(open.constraints.map(({ id }) => id)).to.deep.equal(['E1']);
    expect(open.notes.join(' ')).to.match(/20 daa \(områder: 1\)/);
    // A house at the middle of the short side: half a disc of 50 m is built.
    const built = await finding(layersOf([old], [area], [house]));
    const left = (20_000 - (Math.PI * 50 ** 2) / 2) * scale;
    expect(built.notes.join(' ')).to.contain(`${(left / 1000).toFixed(1).replace('.', ',')} daa`);
  });

  it('count an area once that two plans give, and one that the draft itself has', async () => {
    const twice = layersOf([old, plan('3338_2', '2016-01-01')], [area, zoneOf('3338_2', 1120, 1, there, 'E2')]);
    const both = await finding(twice);
    expect(both.constraints).to.have.length(2);
    expect(both.notes.join(' ')).to.match(/20 daa/);
    const own = await finding(twice, [zone, cabins(there, { status: 1 }, 'H2')]);
    expect(own.notes.join(' ')).to.match(/20 daa \(områder: 1\)/);
    expect(own.constraints).to.deep.equal([]);
  });

  it('do not count future land, what a newer plan has taken out, expired plans or what is farther off', async () => {
    const none = async (...[layers, parameters]: [Parameters<typeof finding>[0], object?]) => {
      const { verdict, reason, distance_m } = await finding(layers, [zone], parameters);
      expect([verdict, distance_m]).to.deep.equal(['review', null]);
      expect(reason).to.match(/uten et eksisterende/);
    };
    await none(layersOf([old], [zoneOf('3338_1', 1120, 2, there, 'E1')]));
    await none(layersOf([old, plan('3338_2', '2020-01-01')], [area, zoneOf('3338_2', 5100, 1, there, 'L1')]));
    await none(layersOf([plan('3338_1', '2015-01-01', 5)], [area]));
    await none(layersOf([old], [area]), { existing_m: 250 });
  });

  it('do not count what a plan without a date gives and a dated one has taken out, and the other way round they do', async () => {
    const zoning = [area, zoneOf('3338_2', 5100, 1, there, 'L1')];
    const taken = await finding(layersOf([plan('3338_1', null), plan('3338_2', '2020-01-01')], zoning));
    expect(taken.distance_m).to.equal(null);
    const kept = await finding(layersOf([old, plan('3338_2', null)], zoning));
    expect(kept.distance_m).to.be.closeTo(300 / 0.9996, 0.001);
  });

  it('do not call land built, or free of existing areas, where nobody looked', async () => {
    const half = { ...everywhere([]), coverage: rectangle(x + 400, y, 100, 100) as never };
    for (const building of [half, { ...everywhere([]), coverage: null }]) {
      const { notes } = await finding({ ...layersOf([old], [area]), building });
      expect(notes.join(' '))
        .to.match(/ubebygd der, er ikke kjent/)
        .and.not.match(/daa \(områder/);
    }
    const near = { ...everywhere([]), coverage: rectangle(x - 4000, y - 4000, 8100, 8100) as never };
    const unseen = await finding({ ...layersOf([old], []), zoning: near });
    expect(unseen).to.include({ verdict: 'review', distance_m: null });
    expect(unseen.reason).to.match(/Ingen kjente .* dekker ikke alt/);
    const closer = await finding({ ...layersOf([old], []), zoning: near }, [zone], { existing_m: 3900 });
    expect(closer.reason).to.match(/uten et eksisterende/);
  });

  it('say where an existing area is extended, and what is not known', async () => {
    const beside = zoneOf('3338_1', 1120, 1, rectangle(x + 100, y, 200, 100), 'E1');
    const { plan: plans, zoning } = layersOf([old], [beside]);
    const extended = await finding({ plan: plans, zoning });
    expect(extended).to.include({ verdict: 'review', distance_m: 0 });
    expect(extended.reason).to.match(/utvider/);
    expect(extended.notes.join(' ')).to.match(/ikke kjent/);
    expect((await finding({ plan: plans })).verdict).to.equal('not-assessed');
  });
});
