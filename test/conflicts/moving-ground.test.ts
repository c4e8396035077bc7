import { expect } from 'chai';
import pino from 'pino';
import { serve } from '../../services/api/server.ts';
import { checkPlan } from '../../services/conflicts/check.ts';
import { readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { processes } from '../../services/processes.ts';
import { draftOf } from '../cases/answer-case.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { watched } from '../setup/watched-database.ts';
import { aboveNorthing, cabins, rectangle } from './scene.ts';

const line = 6_700_000;

eachDatabase('a check while the data are replaced', ({ database, catalogue, settings }) => {
  before(() =>
    loadCase(database(), catalogue(), { id: 't', crs: 'EPSG:25832', layers: aboveNorthing(line) }, new Set()),
  );

  /** New municipalities: every piece is cut anew, and those of the division before the last one go. */
  const redivide = async (number: string) => {
    const geometry = rectangle(450_000, line - 20_000, 100_000, 50_000);
    const { datasetId } = await loadDataset(database(), catalogue(), {
      layer: 'municipality',
      part: 'm',
      features: [{ index: 0, id: number, geometry, properties: { number, name: number } }],
      crs: 25832,
    });
    await publish(database(), catalogue(), [{ layer: 'municipality', add: [datasetId], remove: 'all' }]);
  };
  const plan = () => {
    const facts = { plan_id: '3338_1', name: 'Utkast', plan_type: 20, plan_status: 2, law: 2008 };
    const outline = rectangle(490_000, line - 10_000, 20_000, 20_000);
    const about = { ...facts, in_force: null, predecessor: null, geometry: outline };
    const zoning = [cabins(rectangle(499_900, line + 100, 100, 100))];
    return draftOf({
      crs: 'EPSG:25832',
      draft: { plan: about as unknown as ConflictCase['draft']['plan'], zoning, 'zoning-consideration': [] },
    });
  };

  it('reads the division and the editions of one moment', async () => {
    await redivide('0001');
    let statements = 0;
    const moving = watched(database(), {
      after: () => ((statements += 1) === 1 ? redivide('0002') : undefined),
    });
    const { division, editions } = await readConstraints(moving, ['treeline', 'municipality']);
    expect(division).to.equal(editions.get('municipality')?.number);
  });

  it('never takes pieces that are gone for land without constraints', async () => {
    await redivide('0003');
    let moved = false;
    const moving = watched(database(), {
      async before(name) {
        if (name !== 'conflicts/zones' || moved) return;
        moved = true;
        await redivide('0004');
        await redivide('0005');
      },
    });
    const { verdict, findings, run } = await checkPlan(moving, { plan: plan() });
    expect(moved).to.equal(true);
    expect(verdict).to.equal('conflict');
    expect(findings.features[0]?.properties.municipality).to.equal('0005');
    const { division } = await readConstraints(database(), []);
    expect(run.editions['municipality']).to.equal(division);
  });

  it('over HTTP says when to come back, where the data never stand still', async () => {
    let number = 6;
    const moving = watched(database(), {
      async before(name) {
        if (name !== 'conflicts/zones') return;
        await redivide(`000${(number += 1)}`);
        await redivide(`000${(number += 1)}`);
      },
    });
    const service = await serve({
      ...{ database: moving, catalogue: catalogue(), processes },
      settings: { ...settings(), host: '127.0.0.1', port: 0 },
      logger: pino({ level: 'silent' }),
    });
    try {
      const { crs, zoning } = plan();
      const member = { type: 'name', properties: { name: `EPSG:${crs}` } };
      const features = zoning.map((zone) => ({ type: 'Feature', ...zone }));
      const body = JSON.stringify({ inputs: { plan: { type: 'FeatureCollection', crs: member, features } } });
      for (const [language, words] of [
        ['nb', /Kommunegrensene ble byttet ut/],
        ['en', /municipalities were replaced/],
      ] as const) {
        const headers = { 'content-type': 'application/json', 'accept-language': language };
        const got = await fetch(`${service.url}/processes/conflict-check/execution`, { method: 'POST', body, headers });
        const text = await got.text();
        expect(got.status, text).to.equal(503);
        expect(Number(got.headers.get('retry-after'))).to.be.greaterThan(0);
        expect(text).to.match(words);
      }
    } finally {
      await service.close();
    }
  });
});
