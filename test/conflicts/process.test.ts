import { expect } from 'chai';
import type { Feature, FeatureCollection } from 'geojson';
import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { Problem } from '../../services/problem.ts';
import { conflictCheck } from '../../services/conflicts/process.ts';
import { reportText } from '../../services/conflicts/report/report-text.ts';
import { CheckResult } from '../../services/conflicts/answer/result.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import { loadCase } from '../cases/load-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { aboveNorthing, rectangle } from './scene.ts';

const line = 6_700_000;

const zone = (
  id: string | number,
  properties: Record<string, unknown>,
  geometry: Feature['geometry'] | null,
): Feature => ({
  type: 'Feature',
  id,
  properties: { objekttype: 'KpArealformålOmråde', ...properties },
  geometry: geometry as Feature['geometry'],
});
const planned = { arealformål: 1120, arealbruksstatus: 2, vertikalnivå: 2 };
const ground = rectangle(499_900, line + 100, 100, 100);
const collection = (features: unknown[], crs: string | null = 'EPSG:25832') =>
  ({
    type: 'FeatureCollection',
    features,
    ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
  }) as FeatureCollection;

eachDatabase('conflict-check as a process', (given) => {
  before(() =>
    loadCase(
      given.database(),
      given.catalogue(),
      { id: 'treeline', crs: 'EPSG:25832', layers: aboveNorthing(line, { uncertainty_m: 10 }) },
      new Set(),
    ),
  );

  const execute = (inputs: object, language: 'nb' | 'en' = 'nb') =>
    conflictCheck.execute(conflictCheck.inputs.parse({ rules: ['treeline'], ...inputs }), {
      database: given.database(),
      catalogue: given.catalogue(),
      language,
    });
  async function problem(inputs: object): Promise<{ type: string; detail: string; instance?: string }> {
    try {
      await execute(inputs);
    } catch (error) {
      if (error instanceof Problem) return error.document('en');
      throw error;
    }
    throw new Error('No problem was told.');
  }

  it('answers in the form of its description, with the standing of plan and guideline', async () => {
    const result = await execute({ plan: collection([zone('H1', planned, ground)]) });
    expect(CheckResult.parse(JSON.parse(JSON.stringify(result)))).to.deep.equal(JSON.parse(JSON.stringify(result)));
    expect(result.verdict).to.equal('conflict');
    expect(result.summary[0]).to.include({ rule: 'treeline', verdict: 'conflict', zones: 1 });
    expect(result.summary[0]?.area_daa).to.be.closeTo(10.008, 1e-3);
    expect(result.run.guidelines).to.include({ plan: 'Buskerudplanen', standing: 'Høringsforslag, ikke vedtatt' });
    expect(result.coverage).to.deep.equal([{ rule: 'treeline', layer: 'treeline', dataset: 'treeline', share: 1 }]);
    const [finding] = result.findings.features;
    expect(finding?.geometry?.type).to.equal('Polygon');
    expect(finding?.properties.guideline.section).to.equal('6.2.4');
    expect(finding?.properties.remedy).to.match(/ta ut 10 daa/);
    expect(finding?.properties.constraints).to.have.length(1);
    expect(finding?.properties.datasets[0]).to.include({ layer: 'treeline', edition: 1 });
  });

  it('reads as text also where the plan has no name and one zone', async () => {
    const result = await execute({ plan: collection([zone('H1', planned, ground)]) });
    const lines = reportText(result, 'nb').split('\n');
    expect(lines[0]).to.equal('Planen: konflikt');
    expect(lines).to.include('Fritidsbolig over skoggrensen: KONFLIKT, 10 daa (konflikt: 1)');
  });

  it('says the same in English, and the quote in Norwegian', async () => {
    const [finding] = (await execute({ plan: collection([zone('H1', planned, ground)]) }, 'en')).findings.features;
    expect(finding?.properties).to.include({ purpose: 'Holiday homes' });
    expect(finding?.properties.remedy).to.match(/take out 10 daa/);
    expect(finding?.properties.guideline.text).to.match(/^For å sikre hensyn/);
  });

  it('gives the same answer, bytes and key to the same question', async () => {
    const inputs = { plan: collection([zone('H1', planned, ground)]) };
    const [first, second] = [await execute(inputs), await execute(inputs)];
    expect(JSON.stringify(second)).to.equal(JSON.stringify(first));
    const other = await execute({ ...inputs, parameters: { minimum_area_m2: 20_000 } });
    expect(other.run.key).not.to.equal(first.run.key);
    expect(other.verdict).to.equal('review');
    expect(other.run.parameters.filter(({ changed }) => changed)).to.have.length(1);
  });

  it('asks every rule where none is named, and says of each which data it misses', async () => {
    const ids = (await loadRules()).map(({ id }) => id);
    const { summary, findings, coverage } = await execute({
      plan: collection([zone('H1', planned, ground)]),
      rules: undefined,
    });
    expect(summary.map(({ rule }) => rule)).to.deep.equal(ids);
    const asked = new Set(findings.features.map(({ properties }) => properties.rule));
    expect([...asked]).to.deep.equal(ids);
    const natureAreas = findings.features.find(({ properties }) => properties.rule === 'nature-areas')?.properties;
    expect(natureAreas?.verdict).to.equal('not-assessed');
    expect(natureAreas?.reason).to.match(/contiguous-nature, nature-corridor, recreation-area/);
    const missing = coverage.filter(({ dataset }) => dataset === null).map(({ layer }) => layer);
    expect(missing).to.include('mineral-resource').and.not.include('treeline');
  });

  it('takes longitude and latitude where no crs is said', async () => {
    const corners = [
      [8.998, 60.435],
      [9.002, 60.435],
      [9.002, 60.437],
      [8.998, 60.437],
      [8.998, 60.435],
    ];
    const degrees = { type: 'Polygon', coordinates: [corners] } as const;
    const { findings } = await execute({ plan: collection([zone('H1', planned, degrees as never)], null) });
    expect(findings.features[0]?.properties.zone_area_m2).to.be.closeTo(49_000, 500);
  });

  it('judges the good zones of a plan whose others are broken, and says what is wrong with each', async () => {
    const bowTie = {
      type: 'Polygon',
      coordinates: [
        [
          [499_900, line + 100],
          [500_000, line + 200],
          [500_000, line + 100],
          [499_900, line + 200],
          [499_900, line + 100],
        ],
      ],
    } as const;
    const { findings } = await execute({
      plan: collection([
        zone('good', planned, ground),
        zone('none', { ...planned, arealformål: null }, ground),
        zone('nowhere', planned, null),
        zone('bow', planned, bowTie as never),
        zone('unknown', { ...planned, arealformål: 9999 }, ground),
        zone('open', planned, { type: 'Polygon', coordinates: [ground.coordinates[0]?.slice(0, 4) ?? []] }),
        zone('far', planned, {
          type: 'Polygon',
          coordinates: [
            [
              [1e9, 1e9],
              [1e9, 2e9],
              [2e9, 2e9],
              [1e9, 1e9],
            ],
          ],
        }),
        zone('good', planned, rectangle(499_900, line + 300, 100, 100)),
      ]),
    });
    const verdicts = Object.fromEntries(
      findings.features.map(({ properties }) => [`${properties.zone}${properties.zone_index}`, properties.verdict]),
    );
    expect(verdicts).to.deep.equal({
      ...{
        good0: 'conflict',
        none1: 'failed',
        nowhere2: 'failed',
        bow3: 'failed',
        unknown4: 'review',
        open5: 'failed',
      },
      ...{ far6: 'failed', good7: 'conflict' },
    });
    const said = findings.features.map(({ properties }) => [properties.reason, ...properties.notes].join(' '));
    expect(said[1]).to.match(/mangler arealformål/);
    expect(said[3]).to.match(/Tegn grensen på nytt/);
    expect(said[4]).to.match(/9999/);
    expect(said[7]).to.match(/Flere soner har id good/);
  });

  it('mends a zone that crosses itself a little, and says so', async () => {
    const spike = [
      [499_900, line + 100],
      [500_000, line + 100],
      [500_000, line + 200],
      [499_900, line + 200],
      [499_899.9, line + 200.1],
    ];
    const nearly = { type: 'Polygon', coordinates: [[...spike, [499_900.1, line + 200.1], [499_900, line + 100]]] };
    const { findings } = await execute({ plan: collection([zone('H1', planned, nearly as never)]) });
    expect(findings.features[0]?.properties.verdict).to.equal('conflict');
    expect(findings.features[0]?.properties.notes.join(' ')).to.match(/ble rettet/);
  });

  it('refuses plans and requests that cannot be answered, with the place and the way out', async () => {
    const plan = collection([zone('H1', planned, ground)]);
    const told = [
      await problem({ plan: collection([]) }),
      await problem({ plan: collection([zone(17, {}, ground)]) }),
      await problem({ plan, rules: ['treeline', 'tree-line'] }),
      await problem({ plan, parameters: { minimum_area_m2: -1 } }),
      await problem({ plan, parameters: { minimum: 1 } }),
      await problem({ plan: collection([zone('H1', planned, ground)], 'EPSG:2193') }),
    ];
    expect(told.map(({ instance }) => instance)).to.deep.equal([
      '/inputs/plan/features',
      '/inputs/plan/features/0/properties',
      '/inputs/rules',
      '/inputs/parameters/minimum_area_m2',
      '/inputs/parameters/minimum',
      '/inputs/plan/crs',
    ]);
    expect(told[1]?.detail).to.match(/Zone 17 \(feature 0\) has no arealformål.*KPAREALFORMÅL/);
    expect(told[2]?.detail).to.match(/tree-line.*Rules:.* treeline/);
  });

  it('says what is wrong in the language of the asker', async () => {
    const plan = collection([zone('H1', planned, ground)]);
    for (const inputs of [
      { plan: collection([]) },
      { plan, rules: ['tree-line'] },
      { plan, parameters: { minimum: 1 } },
      { plan: collection([zone('H1', planned, ground)], 'EPSG:2193') },
    ]) {
      const error = await execute(inputs).catch((thrown: unknown) => thrown);
      const { nb, en } = (error as Problem).explanation.detail as Bilingual;
      expect(nb, en).to.match(/ /).and.not.equal(en);
    }
  });

  it('refuses inputs of another form before anything is read', () => {
    for (const inputs of [
      {},
      { plan: 'text' },
      { plan: collection([]), rules: [] },
      { plan: collection([]), extra: 1 },
    ])
      expect(conflictCheck.inputs.safeParse(inputs).success, JSON.stringify(inputs)).to.equal(false);
  });

  it('stops when the asker has gone', async () => {
    const aborted = AbortSignal.abort(new Error('gone'));
    const inputs = conflictCheck.inputs.parse({ plan: collection([zone('H1', planned, ground)]) });
    const context = {
      database: given.database(),
      catalogue: given.catalogue(),
      language: 'nb' as const,
      signal: aborted,
    };
    const error = await conflictCheck.execute(inputs, context).catch((thrown: unknown) => thrown);
    expect((error as Error).message).to.equal('gone');
  });
});
