import { expect } from 'chai';
import { checkPlan } from '../../services/conflicts/check.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cabins, everywhere, feature, nothingElse, rectangle, Stage } from './scene.ts';

const [x, y] = [500_000, 6_700_000];

eachDatabase('the datasets that a finding rests on, where every plan is one', (given) => {
  const stage = new Stage(given);
  const land = (purpose: number, east: number) =>
    feature(rectangle(x + east, y, 300, 300), {
      ...{ object_type: 'KpArealformålOmråde', purpose, status: 1, level: 2, name: String(purpose), plan_id: '3338_1' },
    });
  const outline = feature(rectangle(x - 50_000, y - 20_000, 100_000, 60_000), {
    ...{ plan_id: '3338_1', plan_status: 3, in_force: '2015-01-01', name: 'A', plan_type: 20, law: 2008 },
  });

  it('are of the plans that were met or near, not of all there are', async () => {
    const request = await stage.request({
      layers: {
        ...(await nothingElse()),
        plan: everywhere([outline]),
        zoning: everywhere([]),
        'urban-area': everywhere([feature(rectangle(x - 5000, y - 5000, 10_000, 10_000), { name: 'By' })]),
      },
      zones: [cabins(rectangle(x, y, 100, 100)), cabins(rectangle(x, y + 400, 300, 300), { purpose: 1300 }, 'N1')],
    });
    const parts = {
      green: land(3040, 50),
      cabins: land(1120, 500),
      business: land(1300, 1000),
      far: land(3040, 40_000),
    };
    const ids = new Map<number, string>();
    for (const [part, member] of Object.entries(parts)) {
      const { datasetId } = await loadDataset(stage.database, stage.catalogue, {
        ...{ layer: 'zoning', part, crs: 25832, features: [{ index: 0, ...member }], coverage: member.geometry },
      });
      await publish(stage.database, stage.catalogue, [{ layer: 'zoning', add: [datasetId] }]);
      ids.set(datasetId, part);
    }
    const { findings } = await checkPlan(stage.database, request);
    const used = (rule: string, zone: string) =>
      findings.features
        .map(({ properties }) => properties)
        .filter((properties) => properties.rule === rule && properties.zone === zone)
        .flatMap(({ datasets }) => datasets.filter(({ layer }) => layer === 'zoning').map(({ id }) => ids.get(id)));
    expect(used('urban-green', 'H1')).to.deep.equal(['green']);
    expect(used('holiday-densify-first', 'H1')).to.deep.equal(['cabins']);
    expect(used('business-location', 'N1')).to.deep.equal(['business']);
  });
});
