import { expect } from 'chai';
import { networkProcess } from '../../services/centrality/network/process.ts';
import { networkTables } from '../../services/centrality/network/tables.ts';
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
    expect(some.on_map).to.equal('own-parameters');
    expect(Math.abs((some.largest[0]?.betweenness ?? NaN) - 12)).to.be.at.most(some.sample?.largest_error ?? NaN);
  });

  it('say which categories are not there', async () => {
    const why = await run({ categories: ['private'] }).then(
      () => null,
      (error: Error) => error.message,
    );
    expect(why).to.match(/private/);
  });
});
