import { expect } from 'chai';
import type { describeRules } from '../../services/conflicts/judgement/describe-rules.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import { CheckResult } from '../../services/conflicts/answer/result.ts';
import { processes } from '../../services/processes.ts';
import { serving } from '../api/serving.ts';
import { loadCase } from '../cases/load-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { aboveNorthing, rectangle } from './scene.ts';

const line = 6_700_000;
const path = '/processes/conflict-check/execution';

eachDatabase('conflict-check over HTTP', (given) => {
  const service = serving(given, { processes: [...processes] });
  before(() =>
    loadCase(
      given.database(),
      given.catalogue(),
      { id: 't', crs: 'EPSG:25832', layers: aboveNorthing(line) },
      new Set(),
    ),
  );

  const zone = (properties: Record<string, unknown>) => ({
    type: 'Feature',
    id: 'H1',
    properties: { OBJTYPE: 'KpArealformålOmråde', ...properties },
    geometry: rectangle(499_900, line + 100, 100, 100),
  });
  const body = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    JSON.stringify({
      inputs: {
        plan: {
          type: 'FeatureCollection',
          crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } },
          features: [zone(properties)],
        },
        ...more,
      },
    });
  const post = (text: string, language = 'nb') =>
    service.send('POST', `${path}?lang=${language}`, text, { 'content-type': 'application/json' });

  it('answers a plan as the description says, in the language that is asked for', async () => {
    for (const [language, title] of [
      ['nb', 'Fritidsbolig over skoggrensen'],
      ['en', 'Holiday homes above the treeline'],
    ]) {
      const answer = await post(
        body({ KPAREALFORMÅL: 1120, AREALST: 2, VERTNIV: 2 }, { rules: ['treeline'] }),
        language,
      );
      expect(answer.status).to.equal(200);
      const result = CheckResult.parse(answer.json());
      expect(result.verdict).to.equal('conflict');
      expect(result.summary[0]?.title).to.equal(title);
      expect(result.findings.features[0]?.properties.zone).to.equal('H1');
    }
  });

  it('says in the language that is asked for what a plan must be', async () => {
    const said = async (language: string) => (await post('{"inputs":{}}', language)).json<{ detail: string }>().detail;
    expect(await said('nb')).to.include('/inputs/plan: må være en GeoJSON FeatureCollection');
    expect(await said('en')).to.include('/inputs/plan: must be a GeoJSON FeatureCollection');
  });

  it('takes the purpose by each of its names', async () => {
    for (const name of ['arealformål', 'arealformal', 'KPAREALFORMÅL', 'kparealformal', 'RPAREALFORMÅL', 'purpose'])
      expect((await post(body({ [name]: 1120 }))).json<CheckResult>().verdict, name).to.equal('conflict');
  });

  it('tells what is wrong, where, and which names are accepted', async () => {
    const answer = await post(body({ formaal: 1120 }), 'en');
    expect(answer.status).to.equal(422);
    expect(answer.header('content-type')).to.match(/application\/problem\+json/);
    const problem = answer.json<{ type: string; detail: string; instance: string }>();
    expect(problem.type).to.match(/zone-without-purpose$/);
    expect(problem.instance).to.equal('/inputs/plan/features/0/properties');
    expect(problem.detail).to.match(/KPAREALFORMÅL/);
    expect((await post(body({ arealformål: 1120 }, { rules: [] }))).status).to.equal(400);
    expect((await post(body({ arealformål: 1120 }, { parameters: { minimum_area_m2: 'ten' } }))).status).to.equal(400);
    expect((await post(body({ arealformål: 1120 }, { parameters: { minimum_area_m2: -10 } }))).status).to.equal(422);
  });

  it('is described with its rules: words, section, and every limit with its default', async () => {
    const { catalogue } = (await service.get('/processes/conflict-check')).json<{
      catalogue: ReturnType<typeof describeRules>;
    }>();
    const rules = await loadRules();
    expect(catalogue.rules.map(({ id }) => id)).to.deep.equal(rules.map(({ id }) => id));
    const treeline = catalogue.rules.find(({ id }) => id === 'treeline');
    expect(treeline?.title).to.deep.equal({
      nb: 'Fritidsbolig over skoggrensen',
      en: 'Holiday homes above the treeline',
    });
    expect(treeline?.guideline.section).to.equal('6.2.4');
    expect(treeline?.guideline.text).to.match(/^For å sikre hensyn/);
    expect(treeline?.parameters.map(({ name, default: value, unit }) => [name, value, unit])).to.deep.equal([
      ['minimum_area_m2', 1000, 'm²'],
    ]);
    for (const { why } of [...catalogue.parameters, ...catalogue.rules.flatMap(({ parameters }) => parameters)])
      expect(why.nb).to.match(/ /).and.not.equal(why.en);
    expect(catalogue.parameters.map(({ name }) => name)).to.include('touching_m');
  });

  it('is described with its inputs', async () => {
    const described = (await service.get('/processes/conflict-check')).json<{
      inputs: Record<string, unknown>;
    }>();
    expect(Object.keys(described.inputs)).to.have.members(['plan', 'rules', 'parameters', 'settings']);
  });
});
