import { expect } from 'chai';
import { networkProcess } from '../../services/centrality/network/process.ts';
import { networkTables } from '../../services/centrality/network/tables.ts';
import { mostKept } from '../../services/centrality/publish/forget-older.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere } from '../conflicts/scene.ts';
import { ask } from '../imports/rows.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ground, roadAlong } from './a-small-county.ts';

eachDatabase('measures of the main roads', (given) => {
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: 'network', crs: 'EPSG:25832', layers }, new Set());
  const run = (inputs: Record<string, unknown> = {}) =>
    networkProcess.execute(networkProcess.inputs.parse(inputs), {
      ...{ database: given.database(), catalogue: given.catalogue(), language: 'nb' },
    });

  it('are those of the closed form, on the map, without the small roads', async () => {
    // A cross of four county roads of a kilometre, a minute each, and a forest road that would tie two of its ends.
    const arms: [number, number][] = [[1000, 0], [0, 1000], [-1000, 0], [0, -1000]]; // prettier-ignore
    const cross = arms.map((arm, at) => roadAlong([[0, 0], arm], { road_number: `${at + 1}` })); // prettier-ignore
    await load({ 'road-link': everywhere([...cross, roadAlong([[1000, 0], [0, 1000]], { category: 'forest' })]) }); // prettier-ignore
    const found = await run();
    expect(found).to.deep.include({ nodes: 5, sample: null, on_map: 'current', categories: ['county', 'european', 'national'] }); // prettier-ignore
    const [hub, arm] = found.largest;
    expect(hub).to.include({
      betweenness: 12,
      betweenness_share: 1,
      roads: 'Fv1, Fv2, Fv3, Fv4',
      betweenness_error: null,
    });
    expect(hub?.closeness).to.be.closeTo(1 / ground, 1e-6);
    expect(hub?.harmonic).to.be.closeTo(4 / ground, 1e-6);
    expect(arm).to.include({ betweenness: 0, part: 1, part_nodes: 5 });
    const rows = await ask<{ step: string; betweenness: number }>(
      given.database(),
      `select l.step, l.betweenness from grunnriss.layer_network_measures l
       join grunnriss.current_dataset d on d.id = l.dataset_id order by l.betweenness desc`,
    );
    expect(rows.map(({ betweenness }) => betweenness)).to.deep.equal([12, 0, 0, 0, 0]);
    expect(networkTables(found, 'nb')[0]?.rows).to.have.length(5);
    const some = await run({ exact_to: 4, sources: 3 });
    expect(some.sample).to.include({ sources: 3, confidence: 0.95 });
    expect(networkTables(some, 'en')[0]?.headings, 'how sure, and of what').to.include(
      'Uncertainty (95 % for each node), pairs',
    );
    expect(some.on_map).to.equal('own-parameters');
    expect(Math.abs((some.largest[0]?.betweenness ?? NaN) - 12)).to.be.at.most(some.sample?.largest_error ?? NaN);
  });

  it('by other parameters are kept as far as the newest go; what is on the map stays, and a forgotten one is worked out anew', async () => {
    const current = await run();
    const results = () =>
      ask<{ id: number }>(
        given.database(),
        `select d.id from grunnriss.dataset d where d.layer = 'network-measures' and d.complete order by d.id`,
      );
    const ids: number[] = [];
    const trial = async (seed: number) =>
      (await run({ exact_to: 0, sources: 2, seed })).datasets['network-measures'] ?? NaN;
    for (let seed = 1; seed <= mostKept + 2; seed++) ids.push(await trial(seed));
    const left = (await results()).map(({ id }) => id);
    expect(left).to.include(current.datasets['network-measures']);
    expect(left.filter((id) => ids.includes(id))).to.deep.equal(ids.slice(2));
    expect(await trial(3), 'still there').to.equal(ids[2]);
    expect(await trial(1), 'worked out anew').to.be.above(Math.max(...ids));
    expect((await run()).datasets).to.deep.equal(current.datasets);
  });

  it('say which categories are not there', async () => {
    const why = await run({ categories: ['private'] }).then(
      () => null,
      (error: Error) => error.message,
    );
    expect(why).to.match(/private/);
  });
});
