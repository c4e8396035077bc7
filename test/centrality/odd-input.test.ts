import { expect } from 'chai';
import { accessibilityProcess } from '../../services/centrality/within-minutes/process.ts';
import { centralityProcess } from '../../services/centrality/centrality/process.ts';
import type { Process } from '../../services/runs/process.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere } from '../conflicts/scene.ts';
import { ask } from '../imports/rows.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cellAt, ground, pointAt, roadAlong, smallCounty } from './a-small-county.ts';

eachDatabase('centrality of odd input', (given) => {
  const filled = new Set<string>();
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: 'odd', crs: 'EPSG:25832', layers }, filled);
  const context = () => ({ database: given.database(), catalogue: given.catalogue(), language: 'nb' as const });
  const run = (asked: Record<string, unknown> = {}) =>
    centralityProcess.execute(centralityProcess.inputs.parse(asked), context());
  const { municipality } = smallCounty;

  it('has an answer for roads in a hundred pieces: each cell reaches its own, and it is told how many are apart', async () => {
    // A hundred roads of 600 m, 4 km from each other; the first has a second link, and is the largest piece.
    const at = (piece: number): [number, number] => [(piece % 5) * 4000 + 300, Math.floor(piece / 5) * 700 - 4000];
    const pieces = Array.from({ length: 100 }, (_, piece) => {
      const [x, y] = at(piece);
      return roadAlong([[x, y], [x + 600, y]]); // prettier-ignore
    });
    const cells = pieces.map((_, piece) =>
      cellAt(`c${piece}`, at(piece)[0] + 100, at(piece)[1] - 125, { residents: 10 }),
    );
    await load({
      municipality: municipality,
      'road-link': everywhere([...pieces, roadAlong([[900, -4000], [1400, -4000]])]), // prettier-ignore
      population: everywhere(cells),
    });
    const found = await run({ access_m: 300 });
    expect(found.roads).to.include({ components: 100, roads: 101, nodes: 201 });
    expect(found.cells).to.include({ count: 100, apart: 99, without_road: 0 });
    for (const own of found.municipalities) expect(own.reached?.jobs, 'only what lies on the same road').to.equal(10);
    const network = await accessibilityProcess.execute(accessibilityProcess.inputs.parse({ access_m: 300 }), context()).then(
      () => null,
      (error: Error) => error.message,
    ); // prettier-ignore
    expect(network).to.match(/centre-zone, transit-hub/);
  });

  it('counts jobs in the sea apart, takes cells without residents along, and goes on however long the way', async () => {
    await load({
      municipality: municipality,
      'road-link': everywhere([roadAlong([[0, 0], [20_000, 0]], { speed_kmh: 5 })]), // prettier-ignore
      population: everywhere([
        cellAt('lived', 875, -125, { residents: 20 }),
        cellAt('empty', 15_875, -125, { residents: 0 }),
      ]),
      workplace: everywhere([pointAt(-50_000, -60_000, { jobs: 900, year: 2024 }), pointAt(1000, 0, { jobs: 7, year: 2024 })]), // prettier-ignore
      service: everywhere([pointAt(1000, 0, { kind: 'school', count: 2 })]),
    });
    const found = await run({ cutoff_min: 10_000, decay: 'linear', limit_min: 1000 });
    expect(found.opportunities.jobs).to.include({ total: 907, outside: 900, without_road: 900 });
    expect(found.municipalities.map(({ number, residents, index }) => [number, residents, index])).to.deep.equal([
      ...[['0301', 20, 1000], ['3301', 0, null]], // prettier-ignore
    ]);
    const rows = await ask<{ cell: string; jobs_reached: number }>(
      given.database(),
      `select l.cell, l.jobs_reached from grunnriss.layer_centrality l where l.dataset_id = :dataset order by l.cell`,
      { dataset: found.datasets['centrality'] },
    );
    // 15 km at 5 km/h: three hours, and a little, for the grid is shorter than the ground.
    expect(rows[0]?.jobs_reached).to.be.closeTo(7 * (1 - (180 * ground) / 1000), 1e-3);
    const near = await run({ cutoff_min: 0 });
    const none = await ask<{ jobs_reached: number }>(
      given.database(),
      `select l.jobs_reached from grunnriss.layer_centrality l where l.dataset_id = :dataset and l.cell = 'empty'`,
      { dataset: near.datasets['centrality'] },
    );
    expect(none).to.deep.equal([{ jobs_reached: 0 }]);
  });

  it('is stopped wherever it is: nothing more is begun, the asker is told, and nothing is left', async () => {
    await load({ ...smallCounty, 'transit-hub': everywhere([pointAt(6000, 0, { name: 'Stasjonen' })]) });
    const left = () =>
      ask<Record<string, number>>(
        given.database(),
        `select (select count(*)::integer from grunnriss.dataset) as datasets,
           (select count(*)::integer from grunnriss.layer_centrality) as cells,
           (select count(*)::integer from grunnriss.layer_accessibility) as near,
           (select count(*)::integer from grunnriss.run where state in ('queued', 'running')) as running`,
      );
    const before = await left();
    for (const process of [centralityProcess, accessibilityProcess] as Process[]) {
      const trial = async (access_m: number, stopAt: number) => {
        const stop = new AbortController();
        const events: string[] = [];
        const onProgress = (_: number, message: string) => {
          events.push(message);
          if (events.length === stopAt) stop.abort(new Error('enough'));
        };
        const why = await process
          .execute(process.inputs.parse({ access_m }), { ...context(), signal: stop.signal, onProgress })
          .then(() => 'done', (error: Error) => error.message); // prettier-ignore
        return { why, events };
      };
      // Every other thing that it tells of is a place to stop it at, until it is done before that.
      for (let stopAt = 1; ; stopAt += 2) {
        const { why, events } = await trial(1500 + stopAt, stopAt);
        if (events.length < stopAt) {
          expect(why).to.equal('done');
          expect(stopAt, 'there were places to stop at').to.be.above(3);
          break;
        }
        expect(why, `${process.id}, ${events.at(-1)}`).to.equal('enough');
        expect(events.length - stopAt, 'what was told after the stop').to.be.below(3);
        expect(await left(), `${process.id}, ${events.at(-1)}`).to.deep.equal(before);
      }
      await load({ ...smallCounty, 'transit-hub': everywhere([pointAt(6000, 0, { name: 'Stasjonen' })]) });
      Object.assign(before[0] ?? {}, (await left())[0]);
    }
  });
});
