import { expect } from 'chai';
import { isOvertaken } from '../../services/conflicts/judgement/basis.ts';
import { publishCheck } from '../../services/conflicts/answer/publish-findings.ts';
import { statement } from '../../services/database/statement.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { rollback } from '../../services/imports/publish.ts';
import { sweepIncomplete } from '../../services/imports/sweep.ts';
import { draftOf } from '../cases/answer-case.ts';
import { loadCase } from '../cases/load-case.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { door, watched } from '../setup/watched-database.ts';
import { ask } from '../imports/rows.ts';
import { aboveNorthing, cabins, nothingElse, rectangle } from './scene.ts';

const line = 6_700_000;

eachDatabase('findings on the map', (given) => {
  before(async () =>
    loadCase(
      given.database(),
      given.catalogue(),
      { id: 't', crs: 'EPSG:25832', layers: { ...(await nothingElse()), ...aboveNorthing(line) } },
      new Set(),
    ),
  );

  const publish = (plan_id: string, zoning: CaseFeature[], database = given.database()) => {
    const facts = {
      plan_id,
      name: 'Utkast',
      plan_type: 20,
      plan_status: 2,
      law: 2008,
      in_force: null,
      predecessor: null,
    };
    const plan = { ...facts, geometry: rectangle(490_000, line - 10_000, 20_000, 20_000) };
    const draft = { plan: plan as unknown as ConflictCase['draft']['plan'], zoning, 'zoning-consideration': [] };
    return publishCheck(database, given.catalogue(), draftOf({ crs: 'EPSG:25832', draft }));
  };
  const current = async () => (await currentEditions(given.database(), ['conflict'])).get('conflict');
  const up = cabins(rectangle(499_900, line + 100, 100, 100));
  const down = cabins(rectangle(499_900, line - 300, 100, 100), {}, 'H2');
  const housing = cabins(rectangle(499_900, line + 300, 100, 100), { purpose: 1110 }, 'B1');

  it('are a dataset of the layer conflict: hits with the land they lie on, clear zones whole, other zones not', async () => {
    const { dataset, verdict } = await publish('3338_1', [up, down, housing]);
    expect(verdict).to.equal('conflict');
    const edition = await current();
    expect(edition?.datasets).to.have.length(1);
    expect(edition?.datasets[0]).to.include({ id: dataset, part: '3338_1', title: 'Konfliktsjekk av Utkast' });
    const { read, loaded, rejected } = edition?.datasets[0]?.counts ?? { read: 0, loaded: -1, rejected: 1 };
    expect({ loaded, rejected }).to.deep.equal({ loaded: read, rejected: 0 });
    const drawn = await ask<{ zone: string; verdict: string; hectares: number }>(
      given.database(),
      `select zone, verdict, round((grunnriss.area(geom) / 1e4)::numeric, 2)::float8 as hectares
      from grunnriss.layer_conflict where dataset_id = :dataset and rule = 'treeline' order by zone`,
      { dataset },
    );
    expect(drawn).to.deep.equal([
      { zone: 'H1', verdict: 'conflict', hectares: 1 },
      { zone: 'H2', verdict: 'clear', hectares: 1 },
    ]);
  });

  it('say what else must be known, in both languages, and nothing where there is nothing', async () => {
    const touching = cabins(rectangle(500_900, line - 99.99, 100, 100), {}, 'H3');
    const { dataset } = await publish('3338_9', [up, touching]);
    const notes = await ask<{ zone: string; notes: string | null; notes_en: string | null }>(
      given.database(),
      `select zone, notes, notes_en from grunnriss.layer_conflict
      where dataset_id = :dataset and rule = 'treeline' order by zone`,
      { dataset },
    );
    expect(notes.map(({ zone }) => zone)).to.deep.equal(['H1', 'H3']);
    expect(notes[0]).to.include({ notes: null, notes_en: null });
    expect(notes[1]?.notes).to.match(/berøring/);
    expect(notes[1]?.notes_en).to.match(/touching/);
  });

  it('take the place of the earlier check of the same plan, and come back with the plan', async () => {
    const first = await publish('3338_2', [up]);
    const second = await publish('3338_2', [down]);
    expect([first.verdict, second.verdict]).to.deep.equal(['conflict', 'review']);
    expect((await current())?.datasets.map(({ id }) => id))
      .to.include(second.dataset)
      .and.not.include(first.dataset);
    const again = await publish('3338_2', [up]);
    expect(again).to.deep.equal(first);
    expect((await current())?.datasets.map(({ id }) => id))
      .to.include(first.dataset)
      .and.not.include(second.dataset);
  });

  it('are one run however often the same plan is checked', async () => {
    const before = (await current())?.number;
    await publish('3338_2', [up]);
    expect((await current())?.number).to.equal(before);
    const run = await given.database().row<{ id: number }>(statement('runs/done-by-key'), {
      key: (await current())?.datasets.find(({ part }) => part === '3338_2')?.runKey ?? '',
    });
    expect(run.id).to.be.a('number');
  });

  /** The line moves: a new edition of the treeline. */
  const moveLine = (northing: number) =>
    loadCase(
      given.database(),
      given.catalogue(),
      { id: `t ${northing}`, crs: 'EPSG:25832', layers: aboveNorthing(northing) },
      new Set(),
    );
  const onMap = async (plan_id: string) =>
    (await current())?.datasets.filter(({ part }) => part === plan_id).map(({ id }) => id);

  it('of a slow check on older data do not take the place of those on newer data, and say so', async () => {
    const waiting = door();
    const slowly = watched(given.database(), {
      after: (name) => (name === 'imports/complete' ? waiting.wait() : undefined),
    });
    const slow = publish('3338_3', [up], slowly);
    await waiting.reached;
    await moveLine(line + 5000);
    const quick = await publish('3338_3', [up]);
    waiting.open();
    expect(quick).to.include({ verdict: 'review', overtaken_by: null });
    expect(await slow).to.include({ verdict: 'conflict', overtaken_by: quick.dataset });
    expect(await onMap('3338_3')).to.deep.equal([quick.dataset]);
    const [stored] = await ask<{ result: unknown }>(
      given.database(),
      `select result from grunnriss.run where subject = '3338_3' and state = 'done' order by id limit 1`,
    );
    expect(stored?.result).to.deep.equal(await slow);
  });

  it('that are kept for later stay when a worker that lost its lease sweeps', async () => {
    const [kept] = await ask<{ key: string }>(
      given.database(),
      `select key from grunnriss.run where subject = '3338_3' and state = 'done' and result -> 'overtaken_by' <> 'null'`,
    );
    const runKey = kept?.key ?? '';
    await sweepIncomplete(given.database(), given.catalogue(), { layer: 'conflict', part: 'another', runKey });
    const left = await ask(given.database(), 'select 1 from grunnriss.dataset where run_key = :runKey', { runKey });
    expect(left).to.have.length(1);
  });

  it('on an edition that was taken back are the newest, and come back from store', async () => {
    const treeline = (await currentEditions(given.database(), ['treeline'])).get('treeline')?.number ?? 0;
    await rollback(given.database(), given.catalogue(), 'treeline', treeline - 1);
    const back = await publish('3338_3', [up]);
    expect(back).to.include({ verdict: 'conflict', overtaken_by: null });
    expect(await onMap('3338_3')).to.deep.equal([back.dataset]);
    await rollback(given.database(), given.catalogue(), 'treeline', treeline);
  });

  it('that could not be published leave nothing behind, nor do those whose worker died', async () => {
    const results = async () =>
      (await ask<{ id: number }>(given.database(), `select id from grunnriss.dataset where layer = 'conflict'`)).length;
    const before = await results();
    const { datasetId } = await loadDataset(given.database(), given.catalogue(), {
      layer: 'conflict',
      part: '3338_5',
      features: [],
      crs: 25832,
      provenance: { runKey: 'a run that died before it was done' },
    });
    const breaking = watched(given.database(), {
      before(name) {
        if (name === 'imports/switch-edition') throw new Error('the disk is full');
      },
    });
    const broken = await publish('3338_4', [up], breaking).catch((error: unknown) => error);
    expect((broken as Error).message).to.equal('the disk is full');
    expect(await results()).to.equal(before);
    const left = await ask(given.database(), 'select 1 from grunnriss.dataset where id = :datasetId', { datasetId });
    expect(left).to.have.length(0);
    expect(await onMap('3338_4')).to.deep.equal([]);
    await publish('3338_4', [up]);
    expect(await onMap('3338_4')).to.have.length(1);
  });
});

describe('which findings of a plan are the newer', () => {
  it('is told by the data of now first, then by the editions', () => {
    const now = { treeline: 6, zoning: 2 };
    const older = { treeline: 5, zoning: 2 };
    const takenBack = { treeline: 7, zoning: 2 };
    expect(isOvertaken(older, now, now)).to.equal(true);
    expect(isOvertaken(now, older, now)).to.equal(false);
    expect(isOvertaken(now, takenBack, now)).to.equal(false);
    expect(isOvertaken(takenBack, now, now)).to.equal(true);
    expect(isOvertaken(now, now, now)).to.equal(false);
    const later = { treeline: 9, zoning: 9 };
    expect(isOvertaken(older, now, later)).to.equal(true);
    expect(isOvertaken(now, older, later)).to.equal(false);
    expect(isOvertaken({ treeline: 5, zoning: 3 }, { treeline: 6, zoning: 2 }, later)).to.equal(false);
    expect(isOvertaken({ treeline: null }, { treeline: 1 }, { treeline: 2 })).to.equal(true);
  });
});
