import { expect } from 'chai';
import { eachDatabase } from '../setup/databases.ts';
import { cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

const [border, south] = [500_000, 6_700_000];

eachDatabase('large holiday-home areas near the border', (given) => {
  const stage = new Stage(given);
  const own = feature(rectangle(border - 20_000, south - 20_000, 20_000, 40_000), { number: '3338', name: 'Vest' });
  const east = feature(rectangle(border, south - 20_000, 20_000, 40_000), { number: '3330', name: 'Øst' });
  const plan = (plan_id: string, plan_status: number) =>
    feature(rectangle(border, south, 500, 500), {
      ...{ plan_id, plan_status, name: plan_id, plan_type: 35, law: 2008, in_force: '2020-01-01', predecessor: null },
    });
  const zone = (distance: number, width = 250) => cabins(rectangle(border - distance - width, south, width, 200));
  const finding = (distance: number, { width = 250, layers = {} } = {}) =>
    stage.finding(
      { layers: { municipality: everywhere([own, east]), ...layers }, zones: [zone(distance, width)] },
      'cross-border',
    );

  it('are for review within two kilometres, with the neighbour’s name and the plans in force there', async () => {
    const near = await finding(1990, {
      layers: { plan: everywhere([plan('3330_1', 3), plan('3330_2', 2), plan('3331_3', 3)]) },
    });
    expect(near.verdict).to.equal('review');
    expect(near.distance_m).to.be.closeTo(1990 / 0.9996, 0.05);
    expect(near.notes.join(' '))
      .to.match(/Øst \(3330\).*3330_1\./)
      .and.not.match(/3330_2|3331_3/);
    expect((await finding(2010)).verdict).to.equal('not-relevant');
  });

  it('are asked about from fifty dekar on', async () => {
    // 250 m by 200 m of the grid are 50.04 daa; 249 m are 49.84.
    expect((await finding(100)).verdict).to.equal('review');
    const less = await finding(100, { width: 249 });
    expect(less.verdict).to.equal('not-relevant');
    expect(less.reason).to.match(/mindre enn/);
  });

  it('are not assessed where no data say what lies within two kilometres', async () => {
    const alone = { coverage: own.geometry as never, accuracy_m: null, features: [own] };
    const unknown = await finding(1000, { layers: { municipality: alone } });
    expect(unknown).to.include({ verdict: 'not-assessed', share_covered: 1 });
    expect(unknown.reason).to.match(/landet rundt/);
    expect((await finding(3000, { layers: { municipality: alone } })).verdict).to.equal('not-relevant');
    const nobody = { ...everywhere([own, east]), coverage: null };
    expect((await finding(1000, { layers: { municipality: nobody } })).verdict).to.equal('review');
    // Within its own municipality there is no other one, whoever says where he looked.
    expect((await finding(3000, { layers: { municipality: nobody } })).verdict).to.equal('not-relevant');
    const unsaid = { ...alone, coverage: null };
    expect((await finding(1000, { layers: { municipality: unsaid } })).verdict).to.equal('not-assessed');
  });

  it('name a neighbour of several parts once', async () => {
    const part = feature(rectangle(border, south + 20_000, 5000, 5000), { number: '3330', name: 'Øst' });
    const { notes, constraints } = await finding(500, { layers: { municipality: everywhere([own, east, part]) } });
    expect(constraints).to.have.length(1);
    expect(notes.join(' ').match(/3330/g)).to.have.length(1);
  });
});
