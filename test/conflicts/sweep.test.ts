import { expect } from 'chai';
import { sweepPlans, type SweepResult } from '../../services/conflicts/sweep/sweep.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { publish, rollback, type Change } from '../../services/imports/publish.ts';
import { loadCase } from '../cases/load-case.ts';
import type { CaseFeature } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ask } from '../imports/rows.ts';
import { aboveNorthing, cabins, feature, nothingElse, rectangle } from './scene.ts';

const line = 6_700_000;
/** West ends of two plans that lie too far apart to matter to each other. */
const [west, east] = [460_000, 520_000];

eachDatabase('a sweep over the plans in force', ({ database, catalogue }) => {
  before(async () => {
    const municipality = (number: string, from: number) =>
      feature(rectangle(from, line - 20_000, 50_000, 40_000), { number, name: number }, number);
    const layers = {
      ...(await nothingElse()),
      ...aboveNorthing(line),
      municipality: {
        coverage: null,
        accuracy_m: null,
        features: [municipality('0001', 440_000), municipality('0002', 490_000)],
      },
    };
    await loadCase(database(), catalogue(), { id: 't', crs: 'EPSG:25832', layers }, new Set());
    await register('0001_1', [cabins(rectangle(west, line + 100, 100, 100))]);
    await register('0002_1', [
      cabins(rectangle(east, line + 100, 200, 100)),
      cabins(rectangle(east, line - 5000, 100, 100), {}, 'H2'),
    ]);
    await register('0002_2', [cabins(rectangle(east, line + 900, 100, 100))], { plan_status: 5 });
  });

  /** Publish a plan of the register; its outline is the box of its first zone and 50 m more. */
  async function register(plan_id: string, zones: CaseFeature[], facts: Record<string, unknown> = {}) {
    const x = plan_id.startsWith('0001') ? west : east;
    const properties = { plan_id, name: `Plan ${plan_id}`, plan_type: 20, plan_status: 3, law: 2008, ...facts };
    const given = {
      plan: [feature(rectangle(x - 50, line - 6000, 300, 8000), { in_force: '2010-01-01', ...properties }, plan_id)],
      zoning: zones.map((zone) => ({ ...zone, properties: { ...zone.properties, plan_id } })),
    };
    const changes: Change[] = [];
    for (const [layer, features] of Object.entries(given)) {
      const { datasetId } = await loadDataset(database(), catalogue(), {
        ...{ layer, part: plan_id, crs: 25832 },
        features: features.map((each, index) => ({ index, ...each })),
      });
      changes.push({ layer, add: [datasetId] });
    }
    await publish(database(), catalogue(), changes);
  }

  const sweep = () => sweepPlans(database(), catalogue());
  const rows = (plan: string) =>
    ask<{ source_id: string; said: unknown }>(
      database(),
      `select l.source_id, to_jsonb(l) - 'dataset_id' as said
      from grunnriss.layer_conflict_in_force l
      join grunnriss.current_dataset d on d.id = l.dataset_id and d.layer = 'conflict-in-force'
      where l.plan_id = :plan order by l.source_id`,
      { plan },
    );
  const treeline = ({ counts }: SweepResult) => counts.filter(({ rule }) => rule === 'treeline');

  it('checks each of them, never red before a guideline is adopted, and leaves out those that have ended', async () => {
    const found = await sweep();
    expect(found.checked).to.equal(2);
    expect(found.plans.map(({ plan_id, verdict, zones }) => ({ plan_id, verdict, zones }))).to.deep.equal([
      { plan_id: '0001_1', verdict: 'review', zones: 1 },
      { plan_id: '0002_1', verdict: 'review', zones: 2 },
    ]);
    expect((await rows('0002_1')).length).to.be.greaterThan(2);
    expect(await rows('0002_2')).to.deep.equal([]);
  });

  it('counts them by rule and municipality, with the land in each', async () => {
    const counts = treeline(await sweep());
    expect(counts.map(({ municipality, verdict, findings }) => [municipality, verdict, findings])).to.deep.equal([
      ['0001', 'review', 1],
      ['0002', 'clear', 1],
      ['0002', 'review', 1],
    ]);
    // 1 and 2 hectares on the grid; a grid of UTM is up to 0.04 % off near its middle meridian.
    expect(counts[0]?.area_m2).to.be.closeTo(10_000, 10);
    expect(counts[1]?.area_m2).to.equal(null);
    expect(counts[2]?.area_m2).to.be.closeTo(20_000, 20);
  });

  it('does nothing when nothing has changed', async () => {
    const [first, second] = [await sweep(), await sweep()];
    expect(second).to.deep.equal(first);
  });

  it('checks again only what has changed, and the rest stays as it was to the last bit', async () => {
    const before = await rows('0001_1');
    const zones = [cabins(rectangle(east, line + 100, 300, 100))];
    await register('0002_1', zones);
    const found = await sweep();
    expect(found.checked).to.equal(1);
    expect(found.plans.map(({ zones: count }) => count)).to.deep.equal([1, 1]);
    expect(treeline(found)[1]?.area_m2).to.be.closeTo(30_000, 30);
    expect(await rows('0001_1')).to.deep.equal(before);
  });

  it('is back on the map when the data come back to what they were', async () => {
    const now = await sweep();
    const edition = (await currentEditions(database(), ['treeline'])).get('treeline')?.number ?? 0;
    const { datasetId } = await loadDataset(database(), catalogue(), {
      ...{ layer: 'treeline', part: 'none', crs: 25832, features: [], coverage: rectangle(400_000, 6_600_000, 9, 9) },
    });
    await publish(database(), catalogue(), [{ layer: 'treeline', add: [datasetId], remove: 'all' }]);
    expect((await sweep()).dataset).to.not.equal(now.dataset);
    await rollback(database(), catalogue(), 'treeline', edition);
    expect((await sweep()).dataset).to.equal(now.dataset);
    const onMap = (await currentEditions(database(), ['conflict-in-force'])).get('conflict-in-force')?.datasets;
    expect(onMap?.map(({ id }) => id)).to.deep.equal([now.dataset]);
  });

  it('holds resources that are points, on the map and in the counts', async () => {
    const point = feature(
      { type: 'Point', coordinates: [east + 50, line - 1000] },
      { kind: 'metal', registration: 'deposit', importance: 'national', name: 'Gruva' },
    );
    const { datasetId } = await loadDataset(database(), catalogue(), {
      ...{ layer: 'mineral-resource', part: 'point', crs: 25832, features: [{ index: 0, ...point }] },
      coverage: rectangle(400_000, 6_600_000, 200_000, 200_000),
    });
    await publish(database(), catalogue(), [{ layer: 'mineral-resource', add: [datasetId] }]);
    const found = await sweep();
    const unsecured = found.counts.filter(({ rule, verdict }) => rule === 'mineral-unsecured' && verdict === 'review');
    expect(unsecured).to.deep.equal([
      { rule: 'mineral-unsecured', municipality: '0002', verdict: 'review', findings: 1, area_m2: null },
    ]);
    const drawn = (await rows('0002_1')).filter(({ source_id }) => String(source_id).includes('mineral-unsecured'));
    expect(drawn).to.have.length(1);
  });

  it('checks all again when a layer of the rules has changed', async () => {
    const features = aboveNorthing(line + 150).treeline?.features ?? [];
    const { datasetId } = await loadDataset(database(), catalogue(), {
      ...{ layer: 'treeline', part: 'new', crs: 25832, features: features.map((each, index) => ({ index, ...each })) },
      coverage: rectangle(400_000, 6_600_000, 200_000, 200_000),
    });
    await publish(database(), catalogue(), [{ layer: 'treeline', add: [datasetId], remove: 'all' }]);
    const found = await sweep();
    expect(found.checked).to.equal(2);
    expect(treeline(found)[0]?.area_m2).to.be.closeTo(5000, 5);
  });

  it('takes a plan out that is not in force any more', async () => {
    await register('0002_1', [cabins(rectangle(east, line + 100, 100, 100))], { plan_status: 5 });
    const found = await sweep();
    expect(found.plans.map(({ plan_id }) => plan_id)).to.deep.equal(['0001_1']);
    expect(await rows('0002_1')).to.deep.equal([]);
  });

  it('stops when it is told to, and leaves what was there', async () => {
    await register('0001_1', [cabins(rectangle(west, line - 300, 100, 100))]);
    const before = await rows('0001_1');
    const stop = new AbortController();
    stop.abort(new Error('told to stop'));
    const failure: unknown = await sweepPlans(database(), catalogue(), { signal: stop.signal }).catch(
      (error: unknown) => error,
    );
    expect(failure).to.have.property('message', 'told to stop');
    expect(await rows('0001_1')).to.deep.equal(before);
  });
});
