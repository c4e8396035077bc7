import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { importFile } from '../../services/imports/import-file.ts';
import { PlansDiffer } from '../../services/imports/plans/plan-facts.ts';
import { readPlan } from '../../services/imports/plans/plan-file.ts';
import { eachDatabase } from '../setup/databases.ts';
import { collection, temporaryFiles } from './files.ts';
import { ask } from './rows.ts';
import { square } from './shapes.ts';
import { zipOf } from './zip-file.ts';

const zone = (id: string, x: number, properties: object = {}) => ({
  id,
  geometry: square(x, 0, 100),
  properties: { objekttype: 'KpArealformålOmråde', arealformål: 1120, arealbruksstatus: 2, ...properties },
});
const outline = (properties: object) => ({
  id: 'o',
  geometry: square(0, 0, 200),
  properties: { objekttype: 'KpOmråde', ...properties },
});

eachDatabase('imports: one plan from several files', ({ database, catalogue }) => {
  const { write } = temporaryFiles();
  const read = (...paths: string[]) => readPlan(paths, { catalogue: catalogue() });
  const thrown = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => error as Error,
    );

  it('takes what each of them has: outline and facts here, zones there', async () => {
    const plan = write('outline.geojson', collection([outline({ planid: '3330_1', plannavn: 'Lia', planstatus: 3 })]));
    const zones = write('zones.geojson', collection([zone('a', 0), zone('b', 100)]));
    const found = await read(plan, zones);
    expect(found.facts).to.include({ plan_id: '3330_1', name: 'Lia', plan_status: 3 });
    expect(found.zoning.map(({ id, index }) => [id, index])).to.deep.equal([
      ['a', 1],
      ['b', 2],
    ]);
    const { outcome, reports } = await importFile(database(), catalogue(), { path: plan, alongside: [zones] });
    expect([outcome, ...reports.map(({ loaded }) => loaded)]).to.deep.equal(['published', 1, 2, 0]);
    const again = await importFile(database(), catalogue(), { path: zones, alongside: [plan] });
    expect(again.outcome, 'the same files in another order').to.equal('unchanged');
    const [row] = await ask<{ part: string; source_file: string }>(
      database(),
      "select part, source_file from grunnriss.current_dataset where layer = 'zoning'",
    );
    expect(row).to.deep.equal({ part: '3330_1', source_file: 'outline.geojson, zones.geojson' });
  });

  it('refuses files of two plans, and names both', async () => {
    const one = write('one.geojson', collection([zone('a', 0, { planid: '3330_1' })]));
    const other = write('other.geojson', collection([zone('b', 0, { planid: '3330_2' })]));
    const error = await thrown(read(one, other));
    expect(error).to.be.instanceOf(PlansDiffer);
    for (const word of ['one.geojson', '3330_1', 'other.geojson', '3330_2']) expect(error?.message).to.include(word);
    const { zoning } = await readPlan([one, other], { catalogue: catalogue(), facts: { plan_id: '3330_2' } });
    expect(zoning.map(({ id }) => id)).to.deep.equal(['b']);
  });

  it('reads files of one zip archive as one plan, and names those that differ', async () => {
    const pack = async (name: string, files: Record<string, string>) => write(name, await zipOf(files));
    const of = (plan: string) => collection([zone(plan, 0, { planid: plan })]);
    const same = await read(await pack('same.zip', { 'a.geojson': of('3330_1'), 'b/b.geojson': of('3330_1') }));
    expect(same.zoning).to.have.length(2);
    const error = await thrown(read(await pack('two.zip', { 'a.geojson': of('3330_1'), 'b.geojson': of('3330_2') })));
    expect(error?.message).to.include('two.zip/a.geojson').and.include('two.zip/b.geojson');
  });

  it('puts files in different systems where they belong: two halves of one square meet', async () => {
    const halves = [zone('west', 0), zone('east', 100)];
    const west = write('west.geojson', collection([halves[0] ?? {}]));
    const text = readFileSync(write('east.geojson', collection([halves[1] ?? {}])), 'utf8');
    const { rows } = await moved(JSON.parse(text) as Moved);
    const east = write('east33.geojson', collection(rows, 25833));
    const { outcome } = await importFile(database(), catalogue(), {
      ...{ path: west, alongside: [east], part: '3330_3' },
      plan: { plan_status: 3 },
    });
    expect(outcome).to.equal('published');
    const [row] = await ask<{ area: number; parts: number; gap: number }>(
      database(),
      `select st_area(st_union(l.geom, 0.001)) as area, st_numgeometries(st_union(l.geom, 0.001)) as parts,
         max(st_distance(l.geom, m.geom)) as gap
       from grunnriss.layer_zoning l join grunnriss.current_dataset d on d.id = l.dataset_id and d.part = '3330_3'
       join grunnriss.layer_zoning m on m.dataset_id = l.dataset_id`,
    );
    expect(row?.area).to.be.closeTo(20_000, 0.5);
    expect(row?.gap).to.be.lessThan(0.001);
  });

  interface Moved {
    features: { geometry: { coordinates: number[][][] } }[];
  }

  /** The same features in EPSG:25833, by PostGIS. */
  async function moved({ features }: Moved): Promise<{ rows: object[] }> {
    const rows: object[] = [];
    for (const feature of features) {
      const [row] = await ask<{ geometry: string }>(
        database(),
        `select st_asgeojson(st_transform(st_setsrid(st_geomfromgeojson(:text), 25832), 25833), 9, 0) as geometry`,
        { text: JSON.stringify(feature.geometry) },
      );
      rows.push({ ...feature, geometry: JSON.parse(row?.geometry ?? '') as object });
    }
    return { rows };
  }
});
