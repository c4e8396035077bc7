import { AsyncLocalStorage } from 'node:async_hooks';
import { expect } from 'chai';
import { loadDataset } from '../../services/imports/load.ts';
import { buildPieces, forgetOlderDivisions } from '../../services/imports/pieces.ts';
import { publish, rollback } from '../../services/imports/publish.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { star } from '../geometry/star.ts';
import { eachDatabase, onServer } from '../setup/databases.ts';
import { watched } from '../setup/watched-database.ts';
import { ask } from './rows.ts';
import { feature, features, landCover, origin, polygon, square } from './shapes.ts';

const layer = 'land-cover';
/** Runs work as a caller that is in no transaction. */
const asAnother = AsyncLocalStorage.snapshot();

eachDatabase('imports: cutting', ({ database, catalogue }) => {
  const load = async (part: string, list: SourceFeature[], to = layer, cutWhenPublished = false) =>
    (await loadDataset(database(), catalogue(), { layer: to, part, features: list, crs: 25832, cutWhenPublished }))
      .datasetId;
  /** Land of a dataset in its own rows and in the pieces of the division that readers use now, m² in the plane. */
  const land = async (dataset: number) => {
    const [sums] = await ask<{ whole: number; cut: number }>(
      database(),
      `select (select sum(st_area(geom)) from grunnriss.layer_land_cover where dataset_id = :dataset) as whole,
         (select coalesce(sum(st_area(geom)), 0) from grunnriss.piece where dataset_id = :dataset and division =
           (select coalesce(max(number), 0) from grunnriss.current_edition where layer = 'municipality')) as cut`,
      { dataset },
    );
    return sums ?? { whole: 0, cut: -1 };
  };
  /** More vertices than are cut in one statement. */
  const large = () =>
    features(
      ...Array.from({ length: 110 }, (_, index) =>
        feature(
          `s${index}`,
          polygon([
            ...star(
              [origin[0] + (index % 10) * 300, origin[1] + Math.floor(index / 10) * 300],
              Array.from({ length: 1000 }, (_, at) => 100 + 5 * Math.sin(at)),
            ),
          ] as never),
          { artype: 30 },
        ),
      ),
    );
  const cutsOf = async (work: (own: ReturnType<typeof database>) => Promise<unknown>) => {
    let cuts = 0;
    await work(watched(database(), { before: (name) => void (cuts += name.startsWith('pieces/cut') ? 1 : 0) }));
    return cuts;
  };

  it('that died between two statements goes on to the whole before anything is published', async function () {
    this.timeout(120_000);
    const dataset = await load('large', large(), layer, true);
    let cuts = 0;
    const dying = watched(database(), {
      before(name) {
        if (name.startsWith('pieces/cut') && (cuts += 1) === 2) throw new Error('the connection is gone');
      },
    });
    const died = await publish(dying, catalogue(), [{ layer, add: [dataset] }]).catch((error: unknown) => error);
    expect((died as Error).message).to.equal('the connection is gone');
    const half = await land(dataset);
    expect(half.cut).to.be.within(1, 0.99 * half.whole);
    await publish(database(), catalogue(), [{ layer, add: [dataset] }]);
    const { whole, cut } = await land(dataset);
    expect(cut / whole).to.be.closeTo(1, 1e-9);
  });

  it('by two at once makes no piece twice', async function () {
    this.timeout(120_000);
    const dataset = await load('twice', large(), layer, true);
    const cut = () => buildPieces(database(), { layer: catalogue().get(layer), datasetIds: [dataset], division: 0 });
    await Promise.all([cut(), cut(), cut()]);
    const sums = await land(dataset);
    expect(sums.cut / sums.whole).to.be.closeTo(1, 1e-9);
  });

  it('is done once for what gives no pieces, too', async () => {
    const points = features(feature('p', { type: 'Point', coordinates: [...origin] }, { height_m: 900 }));
    const dataset = await load('heights', points, 'elevation');
    const numbers = await publish(database(), catalogue(), [{ layer: 'elevation', add: [dataset] }]);
    const again = await cutsOf((own) => rollback(own, catalogue(), 'elevation', numbers.get('elevation') ?? 0));
    expect(again).to.equal(0);
  });

  it('by new municipalities leaves out what goes with the same publication', async () => {
    const old = await load('old', landCover(3));
    await publish(database(), catalogue(), [{ layer, add: [old], remove: 'all' }]);
    const next = await load('next', landCover(3), layer, true);
    const municipality = feature('0001', square(-500, -500, 5000), { number: '0001', name: '0001' });
    const division = await load('m', features(municipality), 'municipality', true);
    const cuts = await cutsOf((own) =>
      publish(own, catalogue(), [
        { layer: 'municipality', add: [division] },
        { layer, add: [next], remove: [old] },
      ]),
    );
    const cut = await land(next);
    expect(cut.cut / cut.whole).to.be.closeTo(1, 1e-9);
    expect((await land(old)).cut).to.equal(0);
    expect(cuts).to.be.greaterThan(0);
  });
});

onServer('imports: cutting while older divisions are forgotten', ({ database, catalogue }) => {
  it('never leaves a cut that is said to be done without its pieces', async () => {
    const load = async (to: string, list: SourceFeature[]) =>
      (
        await loadDataset(database(), catalogue(), {
          ...{ layer: to, part: 'one', features: list, crs: 25832, cutWhenPublished: true },
        })
      ).datasetId;
    const municipality = feature('0001', square(-500, -500, 5000), { number: '0001', name: '0001' });
    await publish(database(), catalogue(), [
      { layer: 'municipality', add: [await load('municipality', features(municipality))] },
    ]);
    const dataset = await load(layer, landCover(3));
    const cutByOld = () =>
      buildPieces(database(), { layer: catalogue().get(layer), datasetIds: [dataset], division: 0 });
    const slowly = watched(database(), {
      async after(name) {
        if (name === 'pieces/forget-older-cuts') await asAnother(cutByOld);
      },
    });
    await slowly.transaction((session) => forgetOlderDivisions(session));
    const [found] = await ask<{ done: boolean; pieces: number }>(
      database(),
      `select coalesce((select done from grunnriss.cut where dataset_id = :dataset and division = 0), false) as done,
         (select count(*) from grunnriss.piece where dataset_id = :dataset and division = 0) as pieces`,
      { dataset },
    );
    expect(found).to.deep.equal({ done: true, pieces: 3 });
  });
});
