import { expect } from 'chai';
import type { Budget } from '../../tiles/budget.ts';
import { tileAt } from '../../tiles/grid/web-mercator-quad.ts';
import { mvtInDatabase } from '../../tiles/mvt-in-database.ts';
import { mvtInProcess } from '../../tiles/mvt-in-process.ts';
import type { TileLayer } from '../../tiles/source.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { eachDatabase } from '../setup/databases.ts';
import { awkwardShapes, load } from './awkward-shapes.ts';
import { decode } from './decode.ts';

const address = tileAt(9.09, 60.52, 11);

eachDatabase('a full tile', ({ database, catalogue, kind }) => {
  const ids = ['protected-area', 'stop'];
  let layers: TileLayer[];
  const make = async (budget: Budget) => {
    const source = kind === 'server' ? mvtInDatabase(database(), budget) : mvtInProcess(database(), budget);
    const { bytes, dropped } = await source.tile(layers, address);
    const found = decode(bytes);
    return { dropped, fids: (id: string) => found.get(id)?.features.map((feature) => feature.id) ?? [] };
  };
  const unlimited = { features: 1e6, bytes: 1e9 };

  before(async () => {
    for (const shapes of awkwardShapes()) await load(database(), catalogue(), shapes);
    const editions = await currentEditions(database(), ids);
    layers = ids.map((id) => ({
      layer: catalogue().get(id),
      datasets: editions.get(id)?.datasets.map((dataset) => dataset.id) ?? [],
    }));
    expect(layers.map(({ layer }) => layer.tiles.keepLargest ?? false)).to.deep.equal([true, false]);
  });

  it('drops nothing while there is room', async () => {
    expect((await make(unlimited)).dropped).to.deep.equal([]);
  });

  it('keeps the largest features, and says how many were left out', async () => {
    const whole = await make(unlimited);
    const full = await make({ features: 10, bytes: 1e9 });
    const [kept, all] = [full.fids('protected-area'), whole.fids('protected-area')];
    // Found by their boxes, some of the ten largest may not reach into the tile after all.
    expect(kept.length).to.be.within(5, 10);
    expect(kept).to.deep.equal(all.slice(0, kept.length));
    const [dropped] = full.dropped;
    expect(dropped).to.include({ layer: 'protected-area', kept: kept.length });
    expect(dropped?.dropped).to.be.at.least(all.length - kept.length);
  });

  it('stops at its bytes', async () => {
    const whole = await make(unlimited);
    const full = await make({ features: 1e6, bytes: 1500 });
    const [kept, all] = [full.fids('protected-area'), whole.fids('protected-area')];
    expect(kept.length).to.be.within(1, all.length - 1);
    expect(kept).to.deep.equal(all.slice(0, kept.length));
    expect(full.dropped).to.deep.equal([
      { layer: 'protected-area', kept: kept.length, dropped: all.length - kept.length },
    ]);
  });

  it('never thins a layer that is not declared so', async () => {
    const whole = await make(unlimited);
    const full = await make({ features: 1, bytes: 1 });
    expect(full.fids('stop')).to.deep.equal(whole.fids('stop'));
    expect(full.fids('protected-area')).to.have.length(1);
  });
});
