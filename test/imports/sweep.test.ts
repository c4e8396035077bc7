import { expect } from 'chai';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ask } from './rows.ts';
import { features, landCover } from './shapes.ts';

const layer = 'land-cover';

eachDatabase('imports: a load that died when it was whole, before it was published', ({ database, catalogue }) => {
  const load = async (part: string, list = landCover(3)) =>
    (await loadDataset(database(), catalogue(), { layer, part, features: list, crs: 25832 })).datasetId;
  const there = async () =>
    (await ask<{ id: number }>(database(), 'select id from grunnriss.dataset order by id')).map(({ id }) => id);
  const rowsOf = async (dataset: number) =>
    (await ask(database(), 'select from grunnriss.layer_land_cover where dataset_id = :dataset', { dataset })).length;

  const age = (interval: string) =>
    ask(database(), 'update grunnriss.dataset set imported_at = now() - :interval::interval', { interval });

  it('goes with the next load of its part after ten minutes, with all its rows', async () => {
    const died = await load('a');
    await age('11 minutes');
    const [other, next] = [await load('b'), await load('a')];
    expect(await there()).to.deep.equal([other, next]);
    expect(await rowsOf(died)).to.equal(0);
    expect(await rowsOf(other)).to.equal(3);
    await publish(database(), catalogue(), [{ layer, add: [other, next] }]);
  });

  it('goes after a day with any load of its layer; what was published, drafts and what was rejected stay', async () => {
    const published = await there();
    const nothing = await load('c', features({ properties: {}, geometry: null }));
    const [draft, died] = [await load('draft/1'), await load('d')];
    await age('25 hours');
    const next = await load('e');
    expect(await there()).to.deep.equal([...published, nothing, draft, next]);
    expect(await rowsOf(died)).to.equal(0);
  });
});
