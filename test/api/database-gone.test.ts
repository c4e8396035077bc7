import { expect } from 'chai';
import pino from 'pino';
import { loadCatalogue } from '../../layers/catalogue.ts';
import { problemOf } from '../../services/api/problem-of.ts';
import { serve } from '../../services/api/server.ts';
import { explainLoss } from '../../services/database/unavailable.ts';
import { openDatabase } from '../../services/database/open.ts';
import { engines } from '../setup/engines.ts';
import { freshCopy } from '../setup/prepared.ts';

const failure = (code: string, message = 'select * from secret') => Object.assign(new Error(message), { code });

describe('Failures of the database', () => {
  it('that mean it cannot be reached are told as 503 with a time to come back', () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', '57P01', '57P03', '08006', '53300', '3D000', '28P01']) {
      const { problem, id } = problemOf(explainLoss(failure(code)));
      expect(problem.status, code).to.equal(503);
      expect(problem.explanation.headers, code).to.have.property('Retry-After');
      expect(id, code).to.be.undefined;
    }
    expect(problemOf(explainLoss(new Error('Connection terminated unexpectedly'))).problem.status).to.equal(503);
    expect(problemOf(failure('57014')).problem.type).to.equal('too-slow');
  });

  it('of our own making are told as 500 without their words', () => {
    for (const error of [
      failure('42601'),
      failure('XX000'),
      new TypeError('x is not a function'),
      'text',
      null,
      undefined,
    ]) {
      const { problem, id } = problemOf(error);
      expect(problem.status).to.equal(500);
      expect(id).to.match(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify(problem.document('en'))).not.to.match(/secret|function/);
    }
  });
});

if (engines().includes('server'))
  describe('server: the database goes away while it is served', () => {
    it('is said, while the service itself lives on', async () => {
      const { settings, discard } = await freshCopy('server', 'empty');
      const catalogue = await loadCatalogue();
      const database = await openDatabase(settings, catalogue);
      const logger = pino({ level: 'silent' });
      const service = await serve({ database, catalogue, settings: { ...settings, port: 0 }, logger });
      try {
        expect((await fetch(`${service.url}/ready`)).status).to.equal(200);
        await discard();
        for (const path of ['/ready', '/collections', '/tiles/zoning/8/1/1', '/municipalities']) {
          const got = await fetch(service.url + path);
          expect(got.status, path).to.equal(503);
          expect(got.headers.get('retry-after'), path).to.match(/^\d+$/);
          expect(await got.text(), path).not.to.match(/postgres|select|socket/i);
        }
        expect((await fetch(`${service.url}/health`)).status).to.equal(200);
      } finally {
        await service.close();
        await database.close();
      }
    });
  });
