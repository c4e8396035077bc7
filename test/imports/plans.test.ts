import { expect } from 'chai';
import type { FeatureCollection, Geometry } from 'geojson';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import { formatReport } from '../../services/imports/format-report.ts';
import { importFile } from '../../services/imports/import-file.ts';
import { PlanIsDraft } from '../../services/imports/plans/import-plan.ts';
import { readPlan, type PlanOptions } from '../../services/imports/plans/plan-file.ts';
import type { PlanReport } from '../../services/imports/plans/plan-report.ts';
import { publish } from '../../services/imports/publish.ts';
import { eachDatabase } from '../setup/databases.ts';
import { door, watched } from '../setup/watched-database.ts';
import { collection, temporaryFiles } from './files.ts';
import { ask } from './rows.ts';
import { square } from './shapes.ts';

const zone = (id: string, properties: object, geometry: Geometry = square(0, 0, 100)) => ({
  type: 'Feature' as const,
  id,
  geometry,
  properties: { objekttype: 'KpArealformålOmråde', arealformål: 1120, arealbruksstatus: 2, ...properties },
});
const plan = (...features: object[]) => JSON.parse(collection(features)) as FeatureCollection;

describe('imports: reading a plan', () => {
  let catalogue: Catalogue;
  before(async () => void (catalogue = await loadCatalogue()));
  const read = (given: FeatureCollection, options: Omit<PlanOptions, 'catalogue'> = {}) =>
    readPlan(given, { catalogue, ...options });

  it('parts zones, consideration zones, outline and the rest by object type', async () => {
    const found = await read(
      plan(
        zone('z', {}),
        zone('h', { objekttype: 'KpFareSone', arealformål: undefined, fare: 310 }),
        zone('o', { objekttype: 'KpOmråde', arealformål: undefined, planstatus: 2, plantype: 20 }),
        zone('g', { objekttype: 'KpFormålGrense' }),
      ),
    );
    expect(found.zoning.map(({ id }) => id)).to.deep.equal(['z']);
    expect(found.zoning[0]?.properties).to.include({
      object_type: 'KpArealformålOmråde',
      purpose: 1120,
      status: 2,
      level: 2,
    });
    expect(found.considerations[0]?.properties).to.include({ type: 'fare', code: 310 });
    expect(found.facts).to.include({ plan_type: 20, plan_status: 2, law: 2008, plan_id: null });
    expect(found.leftOut).to.deep.equal([{ objectType: 'KpFormålGrense', count: 1 }]);
    expect(found.problems).to.deep.equal([{ problem: 'no-plan-id' }]);
  });

  it('without object types goes by what a feature carries, and says what it misses', async () => {
    const bare = (id: string, properties: object) =>
      zone(id, { objekttype: undefined, arealbruksstatus: undefined, arealformål: undefined, ...properties });
    const { zoning, considerations, problems } = await read(
      plan(bare('z', { arealformål: 1120 }), bare('h', { code: 570 }), bare('x', { farge: 'gul' })),
      { facts: { plan_id: '3330_1' } },
    );
    expect([zoning.length, considerations.length]).to.deep.equal([1, 1]);
    expect(zoning[0]?.properties['plan_id']).to.equal('3330_1');
    expect(problems.map(({ problem }) => problem)).to.have.members(['no-object-type', 'no-outline']);
  });

  it('knows the older law by its object types, and reports codes that no one knows', async () => {
    const old = await read(
      plan(zone('a', { objekttype: 'KpArealbrukOmråde', arealformål: undefined, arealbruk: 140 })),
    );
    expect(old.facts.law).to.equal(1985);
    expect(old.zoning[0]?.properties).to.include({ purpose: 140, purpose_group: 'holiday-homes' });
    const { problems, zoning } = await read(plan(zone('a', { arealformål: 7777, arealbruksstatus: 'x' })));
    expect(zoning).to.have.length(1);
    expect(
      problems.filter(({ problem }) => problem === 'unknown-code').map((one) => 'value' in one && one.value),
    ).to.have.members(['7777', 'x']);
  });

  it('takes the level of a zone from the outline that it refers to', async () => {
    const { zoning } = await read(
      plan(
        { ...zone('z', { objekttype: 'RpArealformålOmråde', planområde: { 'xlink:href': '#tunnel' } }) },
        { ...zone('tunnel', { objekttype: 'RpOmråde', arealformål: undefined, vertikalnivå: '1' }) },
      ),
    );
    expect(zoning[0]?.properties['level']).to.equal(1);
  });

  it('refuses a file of several plans until one is chosen', async () => {
    const two = plan(zone('a', { planid: '3330_1' }), zone('b', { planid: '3330_2' }));
    const error = await read(two).then(
      () => null,
      (thrown: unknown) => thrown as Error,
    );
    expect(error?.message).to.match(/several plans: 3330_1, 3330_2/);
    const { zoning } = await read(two, { facts: { plan_id: '3330_2' } });
    expect(zoning.map(({ id }) => id)).to.deep.equal(['b']);
  });

  it('finds the plan id in the file name when nothing else says it', async () => {
    const { facts } = await read(plan(zone('a', {})), { fileName: '/data/plankart-3330_2021005-forslag.geojson' });
    expect(facts.plan_id).to.equal('3330_2021005-forslag');
  });
});

eachDatabase('imports: plans', ({ database, catalogue }) => {
  const { write } = temporaryFiles();
  const run = (name: string, features: object[], options: object = {}) =>
    importFile(database(), catalogue(), { path: write(name, collection(features)), ...options });
  const current = async (layer: string) =>
    (
      await ask<{ part: string }>(
        database(),
        'select part from grunnriss.current_dataset where layer = :layer order by part',
        { layer },
      )
    ).map(({ part }) => part);

  it('loads a plan into its three layers at once; without an outline its zones are it', async () => {
    const { outcome, editions, leftOut } = await run(
      'p.geojson',
      [
        zone('a', {}, square(0, 0, 100)),
        zone('b', {}, square(100, 0, 100)),
        zone('h', { objekttype: 'KpFareSone', fare: 310, arealformål: undefined }),
        zone('g', { objekttype: 'KpFormålGrense' }),
      ],
      { part: '3330_1', plan: { plan_status: 3, in_force: '2020-01-01' } },
    );
    expect(outcome).to.equal('published');
    expect([...editions.keys()].sort()).to.deep.equal(['plan', 'zoning', 'zoning-consideration']);
    expect(leftOut).to.deep.equal([{ objectType: 'KpFormålGrense', count: 1 }]);
    const [outline] = await ask<object>(
      database(),
      `select plan_id, plan_status, law, in_force, st_area(geom) as area, st_npoints(geom) as points
       from grunnriss.layer_plan l join grunnriss.current_dataset d on d.id = l.dataset_id`,
    );
    expect(outline).to.deep.equal({
      plan_id: '3330_1',
      plan_status: 3,
      law: 2008,
      in_force: '2020-01-01',
      area: 20_000,
      points: 7,
    });
    for (const layer of ['plan', 'zoning', 'zoning-consideration'])
      expect(await current(layer)).to.deep.equal(['3330_1']);
  });

  it('says when the outline was made from zones', async () => {
    const zones = [zone('a', {}, square(0, 0, 100)), zone('b', {}, square(100, 0, 100))];
    const options = { part: '3330_7', plan: { plan_status: 3 } };
    const [made] = (await run('o.geojson', zones, options)).reports;
    expect(made?.warnings).to.deep.equal([{ warning: 'outline-from-zones', zones: 2 }]);
    expect(made && formatReport(made, 'nb')).to.match(/Omrisset av 2 soner er brukt som plangrense/);
    expect(made && formatReport(made, 'en')).to.match(/outline of 2 zones is taken for it/);
    const outline = { type: 'Feature', geometry: square(0, 0, 200), properties: { objekttype: 'KpOmråde' } };
    const [given] = (await run('f.geojson', [outline, ...zones], options)).reports;
    expect(given?.warnings).to.deep.equal([]);
    const gone = ['plan', 'zoning', 'zoning-consideration'].map((layer) => ({
      ...{ layer, add: [], remove: { parts: ['3330_7'] } },
    }));
    await publish(database(), catalogue(), gone);
  });

  it('a plan in force takes the place of its predecessor, a proposal is refused, under an old id too', async () => {
    const proposal = { part: '3330_2', plan: { plan_status: 2, predecessor: '3330_1' } };
    for (const part of ['3330_2', '3330_1']) {
      const reports: PlanReport[] = [];
      const onRefused = async (report: PlanReport) => void (await Promise.resolve(reports.push(report)));
      const refused = await run('q.geojson', [zone('a', {})], { ...proposal, part, onRefused }).catch(
        (error: unknown) => error,
      );
      expect(refused).to.be.instanceOf(PlanIsDraft);
      const zones = reports.map(({ layers }) => layers.find((one) => one.layer === 'zoning')?.loaded);
      expect(zones, 'the report on it is told all the same').to.deep.equal([1]);
    }
    expect(await current('zoning')).to.deep.equal(['3330_1']);
    await run('q.geojson', [zone('a', {})], { ...proposal, plan: { ...proposal.plan, plan_status: 3 } });
    for (const layer of ['plan', 'zoning', 'zoning-consideration'])
      expect(await current(layer)).to.deep.equal(['3330_2']);
  });

  it('keeps the plan that is there when none of the zones can be loaded', async () => {
    const flat: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [500_000, 6_700_000],
          [500_010, 6_700_000],
          [500_000, 6_700_000],
          [500_000, 6_700_000],
        ],
      ],
    };
    const outline = { type: 'Feature', geometry: square(0, 0, 100), properties: { objekttype: 'KpOmråde' } };
    const { outcome } = await run('t.geojson', [outline, zone('a', {}, flat)], { part: '3330_2' });
    expect(outcome).to.equal('nothing-loaded');
    expect(await current('zoning')).to.deep.equal(['3330_2']);
  });

  it('two imports of one plan at once end as if one had come after the other', async () => {
    const path = (name: string) => write(`${name}.geojson`, collection([zone(name, {})]));
    const options = { part: '3330_9', plan: { plan_status: 3 } };
    // Both have loaded everything before either publishes.
    const waiting = door();
    let loaded = 0;
    const held = watched(database(), {
      after: (name) => (name === 'imports/complete' && (loaded += 1) === 3 ? waiting.wait() : undefined),
    });
    const first = importFile(held, catalogue(), { path: path('first'), ...options });
    await waiting.reached;
    let other = 0;
    const opening = watched(database(), {
      after: (name) => (name === 'imports/complete' && (other += 1) === 3 ? waiting.open() : undefined),
    });
    const second = importFile(opening, catalogue(), { path: path('second'), ...options });
    const outcomes = (await Promise.all([first, second])).map(({ outcome }) => outcome);
    expect(outcomes).to.deep.equal(['published', 'published']);
    const zones = await ask<{ source_id: string }>(
      database(),
      `select l.source_id from grunnriss.layer_zoning l
       join grunnriss.current_dataset d on d.id = l.dataset_id and d.part = '3330_9'`,
    );
    expect(zones).to.have.length(1);
    for (const layer of ['plan', 'zoning', 'zoning-consideration'])
      expect((await current(layer)).filter((part) => part === '3330_9')).to.have.length(1);
  });

  it('does nothing for the same plan file, and asks for the plan id when no one says it', async () => {
    const options = { part: '3330_3' };
    expect((await run('r.geojson', [zone('a', {})], options)).outcome).to.equal('published');
    expect((await run('r.geojson', [zone('a', {})], options)).outcome).to.equal('unchanged');
    const error = await run('s.geojson', [zone('b', {})]).then(
      () => null,
      (thrown: unknown) => thrown as Error,
    );
    expect(error?.message).to.match(/which plan it is.*--part/);
  });
});
