import { expect } from 'chai';
import { centralityProcess } from '../../services/centrality/centrality/process.ts';
import { centralityExplained } from '../../services/centrality/centrality/explain-process.ts';
import { findCentrality } from '../../services/centrality/centrality/centrality.ts';
import { editionsIn, publishResults } from '../../services/centrality/publish/publish-results.ts';
import { readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { Problem } from '../../services/problem.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';
import { ask } from '../imports/rows.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ground, smallCounty, south, west } from './a-small-county.ts';

const inputs = (given: Record<string, unknown> = {}) => centralityProcess.inputs.parse(given);

eachDatabase('centrality', (given) => {
  const filled = new Set<string>();
  let loads = 0;
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: `c${++loads}`, crs: 'EPSG:25832', layers }, filled);
  const context = () => ({ database: given.database(), catalogue: given.catalogue(), language: 'nb' as const });
  const run = (asked: Record<string, unknown> = {}) => centralityProcess.execute(inputs(asked), context());
  const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(Problem);
    return error as Problem;
  };

  it('says which data are missing', async () => {
    expect((await problemOf(run())).message).to.match(/population, road-link/);
  });

  it('is what can be worked out by hand, is on the map, and tells what was left out', async () => {
    await load({
      ...smallCounty,
      region: everywhere([feature(rectangle(west + 10_000, south - 5000, 12_000, 20_000), { number: '33-1', name: 'Østre' }, '33-1')]), // prettier-ignore
      'urban-area': everywhere([
        feature(rectangle(west + 500, south - 500, 500, 1000), { number: '7', name: 'Sentrum' }),
        feature(rectangle(west + 15_500, south - 500, 1000, 1000), {}),
      ]),
    });
    const found = await run({ decay: 'linear', limit_min: 20 });
    // From the town: suburb 5, 12 km 11, village 15 minutes; weights 1 − t / 20.
    const weight = (km: number) => 1 - (km * ground) / 20;
    const ofTown = 1000 + 64 * weight(11) + 100 * weight(15);
    const ofSuburb = 1000 * weight(5) + 64 * weight(6) + 100 * weight(10);
    const ofVillage = 1000 * weight(15) + 64 * weight(4) + 100;
    const anchor = (800 * ofTown + 200 * ofSuburb) / 1000;
    expect(found.scale).to.include({ municipality: '0301', anchored: true });
    expect(found.scale.jobs).to.be.closeTo(anchor, 1e-5 * anchor);
    const [town, village] = found.municipalities;
    expect(town).to.include({ number: '0301', name: 'Byen', class: 1, residents: 1000 });
    expect(town?.index).to.be.closeTo(1000, 1e-9);
    expect(village).to.include({ number: '3301', residents: 60, residents_without_road: 10, class: 6 });
    expect(village?.jobs).to.be.closeTo((2000 / 3) * (ofVillage / anchor), 0.01);
    const [county, region, centre, unnamed] = found.areas;
    expect(county).to.include({ kind: 'county', residents: 1060, residents_without_road: 10 });
    expect(region).to.include({ kind: 'region', number: '33-1', name: 'Østre', residents: 60, index: village?.index });
    expect(centre, 'the middle of the cell is on its edge').to.include({
      kind: 'urban-area',
      number: '7',
      residents: 800,
    });
    expect(centre?.index).to.be.above(town?.index ?? NaN);
    expect(unnamed).to.include({ kind: 'urban-area', number: null, name: 'Tettsted i Bygda', residents: 50 });
    expect(found.datasets).to.include.keys('centrality-region', 'centrality-urban-area');
    expect(village?.jobs_from[0]?.municipality).to.equal('0301');
    expect(village?.jobs_from[0]?.share).to.be.closeTo((1000 * weight(15)) / ofVillage, 1e-5);
    expect(village?.index_by_decay.map(({ decay }) => decay.kind)).to.deep.equal(['linear', 'step', 'exponential', 'log-logistic']); // prettier-ignore
    expect(found.opportunities.jobs).to.deep.equal(
      { layer: 'workplace', residents_stand_in: false, years: [2024], undated_rows: 0, total: 1171, outside: 0, without_road: 7, negative_rows: 1 }); // prettier-ignore
    expect(found.cells).to.deep.equal({
      count: 4,
      undated_rows: 0,
      repeated_rows: 0,
      without_road: 1,
      apart: 0,
      residents: 1060,
      residents_without_road: 10,
    });
    const rows = await ask<{ cell: string; index: number | null; class: number | null; step: string | null }>(
      given.database(),
      `select l.cell, l.index, l.class, l.step from grunnriss.layer_centrality l
       where l.dataset_id = :dataset order by l.cell`,
      { dataset: found.datasets['centrality'] },
    );
    expect(found.on_map).to.equal('own-parameters');
    expect(found).to.deep.include({ year: 2024, years: [2024] });
    expect(rows.map(({ cell }) => cell)).to.deep.equal(['remote', 'suburb', 'town', 'village']);
    expect(rows[0]).to.deep.equal({ cell: 'remote', index: null, class: null, step: null });
    expect(rows[3]?.index).to.be.closeTo(village?.index ?? 0, 1e-9);
  });

  it('gives the same bytes again from a run that was done, and with another number of threads', async () => {
    const one = await run({ decay: 'linear', limit_min: 20 });
    const other = await findCentrality(given.database(), given.catalogue(), inputs({ decay: 'linear', limit_min: 20 }), { workers: 1 }); // prettier-ignore
    expect(JSON.stringify(other)).to.equal(JSON.stringify(one));
    const digest = `select md5(string_agg(l.cell || l.index::text, ',' order by l.cell)) as sum
      from grunnriss.layer_centrality l where l.dataset_id = (select max(dataset_id) from grunnriss.layer_centrality)`;
    const [two] = await ask<{ sum: string }>(given.database(), digest);
    const alone = await findCentrality(given.database(), given.catalogue(), inputs({ decay: 'linear', limit_min: 20, access_m: 2001 }), { workers: 1 }); // prettier-ignore
    expect(alone.datasets).to.not.deep.equal(one.datasets);
    expect((await ask<{ sum: string }>(given.database(), digest))[0]).to.deep.equal(two);
  });

  it('is explained: every destination with its time, its count and what it adds', async () => {
    await run({ decay: 'linear', limit_min: 20 });
    const asked = { cell: 'village', decay: 'linear', limit_min: 20 };
    const found = await centralityExplained.execute(centralityExplained.inputs.parse(asked), context());
    const { jobs } = found;
    expect(jobs.largest.map(({ cell, count }) => [cell, count])).to.deep.equal([['town', 1000], ['village', 100], [null, 64]]); // prettier-ignore
    expect(jobs.largest[0]?.minutes).to.be.closeTo(15 * ground, 1e-4);
    expect(jobs.largest.reduce((sum, { adds }) => sum + adds, 0)).to.be.closeTo(jobs.reached, 1e-9);
    expect(found.index?.index).to.be.above(0);
    const wrong = centralityExplained.execute(centralityExplained.inputs.parse({ cell: 'moon' }), context());
    expect((await problemOf(wrong)).message).to.match(/no population cell .moon./);
  });

  it('lets residents stand in for jobs and services, and has values but no classes without the anchor', async () => {
    const { municipality, population } = smallCounty;
    await load({ municipality, population, 'road-link': smallCounty['road-link'] });
    const found = await run({ anchor: '9999', decay: 'step', limit_min: 6 });
    expect(found.opportunities.jobs).to.include({ layer: 'population', residents_stand_in: true, total: 1060 });
    expect(found.scale).to.include({ municipality: '0301', anchored: false, jobs: 1000 });
    const [town, village] = found.municipalities;
    expect(town).to.include({ class: null });
    expect(town?.index).to.be.closeTo(1000, 1e-9);
    expect(village?.index).to.be.closeTo(50, 1e-9);
  });

  it('says when a year is not in the data, and refuses an unknown decay and a limit below zero', async () => {
    expect((await problemOf(run({ year: 1999 }))).message).to.match(/1999.*2024/);
    expect(centralityProcess.inputs.safeParse({ decay: 'gravity' }).success).to.equal(false);
    expect(centralityProcess.inputs.safeParse({ cutoff_min: -1 }).success).to.equal(false);
    const own = await run({ cutoff_min: 0 });
    expect(own.municipalities[0]?.reached?.jobs, 'only what lies in the cell itself').to.be.closeTo(680, 1e-9);
    expect((await run({ cutoff_min: 10_000 })).municipalities[1]?.index).to.be.above(0);
  });

  it('leaves nothing when it is cancelled', async () => {
    const before = await currentEditions(given.database(), ['centrality']);
    const signal = AbortSignal.abort(new Error('enough'));
    const work = centralityProcess.execute(inputs({ access_m: 1999 }), { ...context(), signal });
    const why = await work.then(
      () => null,
      (error: Error) => error.message,
    );
    expect(why).to.equal('enough');
    expect(await currentEditions(given.database(), ['centrality'])).to.deep.equal(before);
    const [left] = await ask<{ count: number }>(given.database(), `select count(*)::integer as count from grunnriss.dataset where not complete`); // prettier-ignore
    expect(left?.count).to.equal(0);
  });

  it('does not wait for work that never looks up when it is cancelled', async () => {
    const stop = new AbortController();
    const constraints = await readConstraints(given.database(), ['population']);
    const request = { kind: 'centrality', version: 'endless', editions: editionsIn(constraints), parameters: {} };
    const endless = () => {
      stop.abort(new Error('enough'));
      return new Promise<never>(() => {});
    };
    const options = { part: 'centrality', isStandard: false, signal: stop.signal, onProgress: undefined };
    const why = await publishResults(given.database(), given.catalogue(), constraints, request, options, endless).then(
      () => null,
      (error: Error) => error.message,
    );
    expect(why).to.equal('enough');
  });

  it('answers for roads in pieces and without any speed', async () => {
    const roads = smallCounty['road-link'];
    const pieces = roads?.features.map((link) => ({ ...link, properties: { category: 'county' } })) ?? [];
    await load({ ...smallCounty, 'road-link': { ...roads, features: pieces } });
    const { roads: told } = await run();
    expect(told.without_speed.count).to.equal(1);
    expect(told.components).to.equal(1);
  });
});
