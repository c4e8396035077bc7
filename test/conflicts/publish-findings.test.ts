import { expect } from 'chai';
import { publishCheck } from '../../services/conflicts/publish-findings.ts';
import { statement } from '../../services/database/statement.ts';
import { currentEditions } from '../../services/imports/editions.ts';
import { draftOf } from '../cases/answer-case.ts';
import { loadCase } from '../cases/load-case.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { aboveNorthing, cabins, rectangle } from './scene.ts';

const line = 6_700_000;

eachDatabase('findings on the map', (given) => {
  before(() =>
    loadCase(
      given.database(),
      given.catalogue(),
      { id: 't', crs: 'EPSG:25832', layers: aboveNorthing(line) },
      new Set(),
    ),
  );

  const publish = (plan_id: string, zoning: CaseFeature[]) => {
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
    return publishCheck(given.database(), given.catalogue(), draftOf({ crs: 'EPSG:25832', draft }));
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
    expect(edition?.datasets[0]?.counts).to.deep.include({ read: 2, loaded: 2, rejected: 0 });
  });

  it('take the place of the earlier check of the same plan, and come back with the plan', async () => {
    const first = await publish('3338_2', [up]);
    const second = await publish('3338_2', [down]);
    expect([first.verdict, second.verdict]).to.deep.equal(['conflict', 'clear']);
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
});
