import { expect } from 'chai';
import { currentEditions } from '../../services/imports/editions.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { CannotPublish, publish, rollback } from '../../services/imports/publish.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { eachDatabase, onServer } from '../setup/databases.ts';
import { ask, seen } from './rows.ts';
import { feature, features, landCover, square } from './shapes.ts';

const layer = 'land-cover';
const table = 'layer_land_cover';

eachDatabase('imports: editions', ({ database, catalogue }) => {
  const load = async (part: string, list: SourceFeature[], to = layer) =>
    (await loadDataset(database(), catalogue(), { layer: to, part, features: list, crs: 25832 })).datasetId;
  const datasets = async (of = layer) =>
    (await currentEditions(database(), [of])).get(of)?.datasets.map(({ id }) => id) ?? [];

  it('shows nothing before it is published, and all of it after', async () => {
    const id = await load('a', landCover(5));
    expect(await seen(database(), table)).to.have.length(0);
    expect(await publish(database(), catalogue(), [{ layer, add: [id] }])).to.deep.equal(new Map([[layer, 1]]));
    expect(await seen(database(), table)).to.have.length(5);
  });

  it('keeps the number of a feature as long as its source keeps its id', async () => {
    const before = new Map((await seen(database(), table)).map(({ source_id, fid }) => [source_id, fid]));
    const changed = [...landCover(5).slice(1), { ...feature('new', square(900, 900, 50)), index: 4 }];
    await publish(database(), catalogue(), [{ layer, add: [await load('a', changed)] }]);
    const after = await seen(database(), table);
    expect(after.map(({ source_id }) => source_id)).to.deep.equal(['a1', 'a2', 'a3', 'a4', 'new']);
    for (const { source_id, fid } of after)
      if (source_id !== 'new') expect(fid).to.equal(before.get(source_id));
      else expect([...before.values()]).to.not.include(fid);
  });

  it('without an id, the same geometry and properties keep their number; twice the same stays twice', async () => {
    const bare = { properties: { artype: 30, tags: { b: 1, a: 2 } }, geometry: square(0, 0, 10) };
    const turned = { properties: { tags: { a: 2, b: 1 }, artype: 30 }, geometry: square(0, 0, 10) };
    const rows = async (list: SourceFeature[]) => {
      const dataset = await load('bare', list);
      return (
        await ask<{ fid: number; stable: boolean }>(
          database(),
          `select l.fid, i.stable from grunnriss.layer_land_cover l join grunnriss.identity i using (fid)
           where dataset_id = :dataset order by fid`,
          { dataset },
        )
      ).map(({ fid, stable }) => ({ fid, stable }));
    };
    const first = await rows(features(bare, bare));
    expect(first).to.have.length(2);
    expect(first.every(({ stable }) => !stable)).to.equal(true);
    expect(await rows(features(turned, turned))).to.deep.equal(first);
    const [moved] = await rows(features({ ...bare, geometry: square(1, 0, 10) }));
    expect(first.map(({ fid }) => fid)).to.not.include(moved?.fid);
  });

  it('a new dataset takes the place of its own part only', async () => {
    const [a] = await datasets();
    const b = await load('b', landCover(3));
    await publish(database(), catalogue(), [{ layer, add: [b] }]);
    expect(await datasets()).to.deep.equal([a, b]);
    const newer = await load('b', landCover(4));
    await publish(database(), catalogue(), [{ layer, add: [newer] }]);
    expect(await datasets()).to.deep.equal([a, newer]);
    await publish(database(), catalogue(), [{ layer, add: [], remove: [newer] }]);
    expect(await datasets()).to.deep.equal([a]);
    await publish(database(), catalogue(), [{ layer, add: [newer], remove: 'all' }]);
    expect(await datasets()).to.deep.equal([newer]);
  });

  it('rolls back to any edition, and on from there with a new number', async () => {
    const before = await currentEditions(database(), [layer]);
    await rollback(database(), catalogue(), layer, 1);
    expect((await seen(database(), table)).map(({ source_id }) => source_id)).to.deep.equal([
      'a0',
      'a1',
      'a2',
      'a3',
      'a4',
    ]);
    const numbers = await publish(database(), catalogue(), [{ layer, add: [await load('c', landCover(1))] }]);
    expect(numbers.get(layer)).to.equal((before.get(layer)?.number ?? 0) + 1);
    expect(await seen(database(), table)).to.have.length(6);
  });

  it('refuses what is not there, and changes nothing', async () => {
    const before = await currentEditions(database(), [layer]);
    const other = await load('x', features(feature('m', square(0, 0, 10), { number: '3301' })), 'municipality');
    const attempts: (() => Promise<unknown>)[] = [
      () => rollback(database(), catalogue(), layer, 99),
      () => publish(database(), catalogue(), [{ layer, add: [987654] }]),
      () => publish(database(), catalogue(), [{ layer, add: [other] }]),
    ];
    for (const attempt of attempts) {
      const error = await attempt().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error).to.be.instanceOf(CannotPublish);
    }
    expect(await currentEditions(database(), [layer])).to.deep.equal(before);
  });

  it('two imports of municipalities at once end as if one had come after the other', async () => {
    const one = (number: string, east: number) =>
      load(number, features(feature(number, square(east, -500, 1000), { number, name: number })), 'municipality');
    const both = [await one('0008', -950), await one('0009', 50)];
    await Promise.all(both.map((id) => publish(database(), catalogue(), [{ layer: 'municipality', add: [id] }])));
    expect(await datasets('municipality')).to.include.members(both);
    // What readers see of land cover lies in both, each piece of ground once.
    const [cut] = await ask<{ numbers: string[]; share: number }>(
      database(),
      `select array_agg(distinct p.municipality order by p.municipality) as numbers,
         sum(st_area(p.geom)) / (select sum(st_area(l.geom)) from grunnriss.layer_land_cover l
           join grunnriss.current_dataset d on d.id = l.dataset_id) as share
       from grunnriss.piece p join grunnriss.current_dataset d on d.id = p.dataset_id and d.layer = 'land-cover'
       join grunnriss.current_edition c on c.layer = 'municipality' and c.number = p.division`,
    );
    expect(cut?.numbers).to.include.members(['0008', '0009']);
    expect(cut?.share).to.be.closeTo(1, 1e-9);
    await publish(database(), catalogue(), [{ layer: 'municipality', add: [], remove: 'all' }]);
  });

  it('cuts everything by a new division before its municipalities are published, and again when it is taken back', async () => {
    const municipality = (number: string, east: number) =>
      feature(number, square(east, -500, 1000), { number, name: number });
    const division = async (list: SourceFeature[]) => {
      const id = await load('division', list, 'municipality');
      return (await publish(database(), catalogue(), [{ layer: 'municipality', add: [id], remove: 'all' }])).get(
        'municipality',
      );
    };
    /** Numbers of the municipalities that the pieces of what readers see now lie in. */
    const cutBy = async () =>
      (
        await ask<{ municipality: string }>(
          database(),
          `select distinct p.municipality from grunnriss.piece p
           join grunnriss.current_dataset d on d.id = p.dataset_id and d.layer = 'land-cover'
           join grunnriss.current_edition c on c.layer = 'municipality' and c.number = p.division order by 1`,
        )
      ).map((row) => row.municipality);
    const first = await division(features(municipality('0001', -500)));
    expect(await cutBy()).to.deep.equal(['0001']);
    await division(features(municipality('0002', -500)));
    expect(await cutBy()).to.deep.equal(['0002']);
    await publish(database(), catalogue(), [{ layer, add: [await load('d', landCover(2))] }]);
    await rollback(database(), catalogue(), 'municipality', first ?? 0);
    expect(await cutBy()).to.deep.equal(['0001']);
    const [{ uncut } = { uncut: null }] = await ask<{ uncut: number }>(
      database(),
      `select count(*) as uncut from grunnriss.current_dataset d where d.layer = 'land-cover' and not exists (
         select from grunnriss.piece p join grunnriss.current_edition c on c.layer = 'municipality'
         where p.dataset_id = d.id and p.division = c.number)`,
    );
    expect(uncut).to.equal(0);
  });
});

onServer('imports: readers beside a writer', ({ database, catalogue }) => {
  it('see the old or the new edition of all layers together, never a mix', async () => {
    const generation = async (n: number) => {
      const load = async (to: string) =>
        (
          await loadDataset(database(), catalogue(), {
            layer: to,
            part: 'whole',
            features: features(...Array.from({ length: 20 }, (_, i) => feature(`${i}`, square(i * 20, 0, 10 + n)))),
            crs: 25832,
          })
        ).datasetId;
      return [
        { layer: 'land-cover', add: [await load('land-cover')] },
        { layer: 'hazard', add: [await load('hazard')] },
      ];
    };
    await publish(database(), catalogue(), await generation(0));
    let writing = true;
    const found = new Set<string>();
    const read = async () => {
      while (writing) {
        const rows = await ask<{ area: number }>(
          database(),
          `select round(st_area(l.geom)) as area from grunnriss.current_dataset d
           join (select dataset_id, geom from grunnriss.layer_land_cover
                 union all select dataset_id, geom from grunnriss.layer_hazard) l on l.dataset_id = d.id`,
        );
        found.add(`${rows.length}: ${[...new Set(rows.map(({ area }) => area))].join()}`);
      }
    };
    const readers = [read(), read()];
    for (let n = 1; n <= 5; n += 1) await publish(database(), catalogue(), await generation(n));
    writing = false;
    await Promise.all(readers);
    const possible = [0, 1, 2, 3, 4, 5].map((n) => `40: ${(10 + n) ** 2}`);
    expect(possible).to.include.members([...found]);
    expect(found.size).to.be.greaterThan(1);
  });

  it('two writers of one layer make two editions, and neither loses the other', async () => {
    const part = (name: string) =>
      loadDataset(database(), catalogue(), { layer: 'land-cover', part: name, features: landCover(2), crs: 25832 });
    const loaded = await Promise.all(['p', 'q', 'r', 's'].map(part));
    await Promise.all(
      loaded.map(({ datasetId }) => publish(database(), catalogue(), [{ layer: 'land-cover', add: [datasetId] }])),
    );
    const parts = (await currentEditions(database(), ['land-cover']))
      .get('land-cover')
      ?.datasets.map(({ part }) => part);
    expect(parts).to.include.members(['p', 'q', 'r', 's']);
  });
});
