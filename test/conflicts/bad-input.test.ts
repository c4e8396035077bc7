import { expect } from 'chai';
import { checkPlan, prepareCheck } from '../../services/conflicts/check.ts';
import { problemOfCheck } from '../../services/conflicts/problems.ts';
import type { CheckResult } from '../../services/conflicts/answer/result.ts';
import { sweepDrafts } from '../../services/imports/plans/drafts.ts';
import type { Problem } from '../../services/problem.ts';
import { processes } from '../../services/processes.ts';
import { serving } from '../api/serving.ts';
import { loadCase } from '../cases/load-case.ts';
import { collection } from '../imports/files.ts';
import { eachDatabase } from '../setup/databases.ts';
import { door, watched } from '../setup/watched-database.ts';
import { conflictCheck } from '../../services/conflicts/process.ts';
import { aboveNorthing, cabins, feature, everywhere, rectangle, Stage } from './scene.ts';

const line = 6_700_000;

eachDatabase('a plan that is hard to check', (given) => {
  const stage = new Stage(given);
  const service = serving(given, { processes: [...processes] });
  const asJson = { 'content-type': 'application/json' };
  const zone = (id: string, west = 500_000, south = line + 100) => ({
    ...{ id, geometry: rectangle(west, south, 100, 100) },
    properties: { objekttype: 'KpArealformålOmråde', arealformål: 1120, arealbruksstatus: 2, planid: '3338_5' },
  });
  const execute = async (inputs: object) =>
    service.send('POST', '/processes/conflict-check/execution', JSON.stringify({ inputs }), asJson);
  before(() =>
    loadCase(
      given.database(),
      given.catalogue(),
      { id: 't', crs: 'EPSG:25832', layers: aboveNorthing(line) },
      new Set(),
    ),
  );

  it('with an empty list of rules is refused, with the place', async () => {
    const { status, json } = await execute({ plan: JSON.parse(collection([zone('H1')])) as object, rules: [] });
    expect(status).to.equal(400);
    expect(json()).to.include({ instance: '/inputs/rules' });
  });

  it('with 100,000 zones is refused with the limit, and the way out', async () => {
    const { plan } = await stage.request({
      layers: aboveNorthing(line),
      zones: [cabins(rectangle(500_000, line, 1, 1))],
    });
    const [one] = plan.zoning;
    const many = { ...plan, zoning: Array.from({ length: 100_000 }, (_, index) => ({ ...one, index })) };
    const error = await checkPlan(given.database(), { plan: many }).catch(problemOfCheck);
    expect(error).to.include({ status: 422 });
    expect((error as Problem).message).to.match(/100000 .* 20000/);
    // Plans in force are nobody's to part.
    const { plan: taken } = await prepareCheck(given.database(), { plan: many, ofAnySize: true });
    expect(taken.zoning).to.have.length(100_000);
  });

  it('with zones outside the county is judged where somebody looked, and not assessed elsewhere', async () => {
    const county = feature(rectangle(499_000, line - 5000, 5000, 10_000), { number: '3338', name: 'A' });
    const { treeline } = aboveNorthing(line);
    const findings = await stage.findings({
      layers: {
        treeline: { ...treeline, coverage: rectangle(499_000, line - 5000, 5000, 10_000) },
        municipality: everywhere([county]),
      },
      zones: [
        cabins(rectangle(500_000, line + 100, 100, 100), {}, 'in'),
        cabins(rectangle(520_000, line - 9000, 100, 100), {}, 'out'),
        cabins(rectangle(503_950, line - 300, 100, 100), {}, 'across'),
      ],
    });
    expect(findings.map(({ zone: id, verdict, municipality }) => [id, verdict, municipality])).to.deep.equal([
      ['in', 'conflict', '3338'],
      ['out', 'not-assessed', null],
      ['across', 'not-assessed', findings[2]?.municipality],
    ]);
    expect(findings[1]?.share_covered).to.equal(0);
    expect(findings[2]?.share_covered).to.be.closeTo(0.5, 1e-6);
  });

  it('that is deleted while it is checked gets the answer of the plan as it was; then it is unknown', async () => {
    const uploaded = await service.send('POST', '/plans', collection([zone('H7')]), {
      'content-type': 'application/geo+json',
    });
    const { id } = uploaded.json<{ id: string }>();
    const waiting = door();
    const slowly = watched(given.database(), {
      before: (name) => (name === 'conflicts/new-land' ? waiting.wait() : undefined),
    });
    const inputs = conflictCheck.inputs.parse({ plan: { href: `/plans/${id}` }, rules: ['treeline'] });
    const answer = conflictCheck.execute(inputs, { database: slowly, catalogue: given.catalogue(), language: 'nb' });
    await waiting.reached;
    await sweepDrafts(given.database(), given.catalogue(), { days: 30, most: 0 });
    waiting.open();
    const { findings }: CheckResult = await answer;
    expect(findings.features.map(({ properties }) => properties.zone)).to.deep.equal(['H7']);
    expect((await service.get(`/plans/${id}/conflicts`)).status).to.equal(404);
  });
});
