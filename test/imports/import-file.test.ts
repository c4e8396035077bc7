import { expect } from 'chai';
import type { Geometry } from 'geojson';
import { currentEditions } from '../../services/imports/editions.ts';
import { formatReport } from '../../services/imports/format-report.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { eachDatabase } from '../setup/databases.ts';
import { collection, temporaryFiles } from './files.ts';
import { ask, seen } from './rows.ts';
import { feature, features, landCover, origin, square } from './shapes.ts';

const layer = 'land-cover';

eachDatabase('imports: files', ({ database, catalogue }) => {
  const { write } = temporaryFiles();
  const run = (path: string, options: object = {}) => importFile(database(), catalogue(), { path, layer, ...options });
  const datasets = async () =>
    (await ask<{ count: number }>(database(), 'select count(*) as count from grunnriss.dataset'))[0]?.count;
  const fails = async (attempt: Promise<unknown>) =>
    attempt.then(
      () => expect.fail('it should have failed'),
      (error: unknown) => error as Error,
    );

  it('publishes a file with where it comes from, and does nothing when it comes again', async () => {
    const path = write('areal.geojson', collection(landCover(4)));
    const provenance = {
      title: 'Arealdekke',
      provider: 'Kartverket',
      licence: 'CC BY 4.0',
      dataDate: '2024-05',
      accuracyM: 2,
    };
    const { outcome, editions, reports } = await run(path, { provenance });
    expect(outcome).to.equal('published');
    expect(editions).to.deep.equal(new Map([[layer, 1]]));
    expect(reports[0]).to.include({
      layer,
      part: 'areal',
      sourceFile: 'areal.geojson',
      crs: 25832,
      read: 4,
      loaded: 4,
    });
    const [info] = (await currentEditions(database(), [layer])).get(layer)?.datasets ?? [];
    expect(info).to.include({
      ...provenance,
      part: 'areal',
      sourceCrs: 'EPSG:25832',
      hasCoverage: false,
      example: false,
    });
    const before = await datasets();
    expect(await run(path, { provenance })).to.include({ outcome: 'unchanged' });
    expect(await datasets()).to.equal(before);
    // Said otherwise how to read it, it is not the same.
    expect((await run(path, { provenance, set: { year: 2024 } })).outcome).to.equal('published');
    expect((await run(path, { provenance, set: { year: 2024 }, again: true })).outcome).to.equal('published');
  });

  it('keeps the old edition when nothing could be loaded, and keeps what was rejected', async () => {
    const before = await seen(database(), 'layer_land_cover');
    const swapped = landCover(3).map(({ geometry, ...rest }) => ({ ...rest, geometry: turned(geometry) }));
    const {
      outcome,
      reports,
      datasets: [dataset],
    } = await run(write('areal.geojson', collection(swapped)));
    expect(outcome).to.equal('nothing-loaded');
    expect(reports[0]).to.include({ read: 3, loaded: 0, rejected: 3 });
    expect(reports[0]?.rejections[0]?.reason).to.equal('axes-swapped');
    expect(await seen(database(), 'layer_land_cover')).to.deep.equal(before);
    const kept = await ask(database(), 'select * from grunnriss.rejected where dataset_id = :dataset', { dataset });
    expect(kept).to.have.length(3);
  });

  it('leaves nothing of a file that breaks off, or of an import that is stopped', async () => {
    const before = [await datasets(), await seen(database(), 'layer_land_cover')];
    const whole = collection(landCover(10));
    expect(await fails(run(write('cut.geojson', whole.slice(0, -100))))).to.be.instanceOf(UnreadableFile);
    const cut = `${landCover(2500)
      .map((one) => JSON.stringify({ type: 'Feature', ...one }))
      .join('\n')}\n{"type":`;
    expect(await fails(run(write('cut.geojsonl', cut), { crs: 25832 }))).to.have.property('fault', 'truncated');
    const stop = new AbortController();
    const stopped = run(write('long.geojson', collection(landCover(2500))), {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped by the user')),
    });
    expect((await fails(stopped)).message).to.equal('stopped by the user');
    expect([await datasets(), await seen(database(), 'layer_land_cover')]).to.deep.equal(before);
  });

  it('a newer load of the same part takes the place of one that is still going on', async () => {
    async function* slowly(): AsyncGenerator<SourceFeature> {
      yield* landCover(2100);
      await loadDataset(database(), catalogue(), { layer, part: 'raced', features: landCover(1), crs: 25832 });
      yield* landCover(2100).map((one) => ({ ...one, index: one.index + 2100 }));
    }
    const first = loadDataset(database(), catalogue(), { layer, part: 'raced', features: slowly(), crs: 25832 });
    expect((await fails(first)).message).to.match(/Another import of 'raced'/);
    const left = await ask<{ complete: boolean; loaded_count: number }>(
      database(),
      `select complete, loaded_count from grunnriss.dataset where part = 'raced'`,
    );
    expect(left).to.deep.equal([{ complete: true, loaded_count: 1 }]);
  });

  it('knows where a source has looked only when it is told', async () => {
    const path = write('covered.geojson', collection(landCover(4)));
    const inDegrees = write(
      'where.geojson',
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [9, 60],
            [10, 60],
            [10, 61],
            [9, 60],
          ],
        ],
      }),
    );
    const { coverageIn } = await import('../../services/imports/dataset-coverage.ts');
    const area = async (coverage?: unknown) => {
      const {
        datasets: [dataset],
      } = await run(path, { coverage, again: true });
      const [row] = await ask<{ km2: number | null }>(
        database(),
        'select st_area(coverage) / 1e6 as km2 from grunnriss.dataset where id = :dataset',
        { dataset },
      );
      return row?.km2 ?? null;
    };
    expect(await area()).to.equal(null);
    expect(await area('extent')).to.be.closeTo(0.04, 1e-5);
    expect(await area(square(0, 0, 1000))).to.be.closeTo(1, 1e-9);
    expect(await area(await coverageIn(inDegrees))).to.be.within(3000, 3200);
    expect((await fails(area('municipalities'))).message).to.match(/covers nothing/);
  });

  it('parts a file by object types, and asks when it cannot know', async () => {
    const mixed = [
      { ...feature('r', square(0, 0, 10), { objekttype: 'Skytefelt' }) },
      { ...feature('u', square(0, 0, 10), { objekttype: 'Ukjent' }) },
    ];
    const path = write('mixed.geojson', collection(mixed));
    const found = await importFile(database(), catalogue(), { path }).catch(
      (error: unknown) => error as UnreadableFile,
    );
    if (found instanceof UnreadableFile) expect(found.fault).to.be.oneOf(['layer-unknown', 'layer-unclear']);
    else expect(found.leftOut).to.deep.equal([{ objectType: 'Ukjent', count: 1 }]);
    const unknown = write('unknown.geojson', collection([feature('a', square(0, 0, 10))]));
    expect(await fails(importFile(database(), catalogue(), { path: unknown }))).to.have.property(
      'fault',
      'layer-unknown',
    );
  });

  it('takes a table without coordinates where a layer can do without, and refuses it elsewhere', async () => {
    const path = write('traffic.csv', 'id,roadSystem,aadt_dir,heavy_ratio\na,EV16,1200,0.12\nb,FV40,,\n');
    const { reports } = await run(path, { layer: 'traffic' });
    expect(reports[0]).to.include({ loaded: 2, rejected: 0, extent: null });
    const rows = await ask<{ aadt: number | null; geom: string | null }>(
      database(),
      `select l.aadt, l.geom from grunnriss.layer_traffic l join grunnriss.current_dataset d on d.id = l.dataset_id order by source_id`,
    );
    expect(rows).to.deep.equal([
      { aadt: 1200, geom: null },
      { aadt: null, geom: null },
    ]);
    expect(await fails(run(path))).to.have.property('fault', 'no-coordinates');
  });

  it('says in both languages what became of everything', async () => {
    const list = features(
      feature('good', square(0, 0, 10), { artype: 9999, extra: 1 }),
      feature('open', {
        type: 'Polygon',
        coordinates: [[origin as never, [520_010, 6_690_000], [520_010, 6_690_010]]],
      }),
    );
    const { reports } = await run(write('report.geojson', collection(list)), { map: { year: 'finnesIkke' } });
    const [report] = reports;
    if (!report) return expect.fail('no report');
    const nb = formatReport(report, 'nb');
    expect(nb).to.include('2 lest = 1 lastet (0 av dem rettet) + 1 avvist');
    expect(nb).to.match(/objekt 1 \(open\): ring 1 er ikke lukket: endene er 14\.1 m fra hverandre/);
    expect(nb).to.include('class = 9999 (1)').and.include('extra (1)').and.include('«finnesIkke»');
    expect(formatReport(report, 'en')).to.include('ring 1 is not closed').and.include("'finnesIkke'");
    expect(JSON.parse(JSON.stringify(report))).to.deep.equal(report);
  });

  it('says how many areas of a coverage do not fit their neighbours', async () => {
    const loaded = async (east: number) => {
      const list = features(feature('a', square(0, 0, 3000)), feature('b', square(east, 0, 3000)));
      return (await loadDataset(database(), catalogue(), { layer, part: 'fit', features: list, crs: 25832 })).report;
    };
    const [overlapping, fitting] = [await loaded(0), await loaded(3000)];
    expect(overlapping.ownOutline).to.be.greaterThan(0);
    expect(fitting.ownOutline).to.equal(0);
    expect(formatReport(overlapping, 'nb')).to.match(/ flater, i alle målestokker til sammen, er tegnet hver for seg/);
    expect(formatReport(overlapping, 'en')).to.match(/ areas, over all scales, are drawn one by one/);
    expect(formatReport(fitting, 'nb')).to.not.match(/hver for seg/);
  });
});

/** North before east. */
const turned = (geometry: Geometry | null): Geometry | null =>
  geometry?.type === 'Polygon'
    ? {
        ...geometry,
        coordinates: geometry.coordinates.map((ring) => ring.map(([east = 0, north = 0]) => [north, east])),
      }
    : geometry;
