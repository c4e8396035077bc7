import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import pino from 'pino';
import { z } from 'zod';
import { addressesFor } from '../../services/api/links.ts';
import { mount } from '../../services/api/mount.ts';
import { openApi } from '../../services/api/openapi.ts';
import { answerWithProblem } from '../../services/api/problem-answer.ts';
import { json, route, type Context } from '../../services/api/route.ts';
import { routes } from '../../services/api/routes.ts';

const body = { schema: z.looseObject({}), types: ['application/json'], bytes: 1000 };
const words = { nb: 'prøve', en: 'trial' };
const trial = { tag: 'Operation', method: 'post', summary: words, formats: { json: 'application/json' } } as const;
const store = route({ ...trial, path: '/store', id: 'store', body, changesData: true, handle: () => json('stored') });
const reckon = route({ ...trial, path: '/reckon', id: 'reckon', body, handle: () => json('reckoned') });

describe('keys', () => {
  const settings = { apiKeys: ['first-key', 'second-key'] };
  const app = express();
  mount(app, [store, reckon], { settings } as Context);
  app.use(answerWithProblem(pino({ level: 'silent' }), settings as Context['settings']));
  let server: Server;
  before(async () => {
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => server.close());

  const post = (path: string, headers: Record<string, string> = {}, text = '{}') =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  it('are asked for by an operation that changes data, before its body is read', async () => {
    const wrong = [
      {},
      { 'X-API-Key': 'first' },
      { Authorization: 'Bearer first-key second-key' },
      { Authorization: 'Basic first-key' },
    ] as Record<string, string>[];
    for (const headers of wrong) {
      const got = await post('/store', headers, 'no JSON');
      expect(got.status, JSON.stringify(headers)).to.equal(401);
      expect(got.headers.get('www-authenticate')).to.equal('Bearer');
    }
    expect((await post('/store', { 'X-API-Key': 'first-key' })).status).to.equal(200);
    expect((await post('/store', { Authorization: 'Bearer second-key' })).status).to.equal(200);
  });

  it('are not asked for by one that only answers, though it is a POST', async () => {
    expect((await post('/reckon')).status).to.equal(200);
  });

  it('are described where they are asked for, and nowhere else', () => {
    const links = addressesFor({ protocol: 'http', host: '' }, 'https://kart.example.org');
    const { paths } = openApi([...routes, store, reckon], links, 'en') as {
      paths: Record<string, Record<string, { security?: unknown }>>;
    };
    const guarded = Object.entries(paths).filter(([, methods]) =>
      Object.values(methods).some(({ security }) => security),
    );
    expect(guarded.map(([path]) => path)).to.have.members([
      '/plans',
      '/plans/{planId}/settled',
      '/processes/{processId}/execution',
      '/store',
    ]);
    expect(paths['/store']?.['post']?.security).to.deep.equal([{}, { bearer: [] }, { key: [] }]);
  });
});
