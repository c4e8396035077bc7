import { expect } from 'chai';
import { z } from 'zod';
import type { Process } from '../../services/runs/process.ts';
import { Problem } from '../../services/problem.ts';
import { routes } from '../../services/api/routes.ts';
import { runOnce } from '../../services/runs/run.ts';
import { eachDatabase } from '../setup/databases.ts';
import { serving } from './serving.ts';
import { loadInto, municipalities, stops } from './some-data.ts';

const Doubling = z.strictObject({ number: z.number().min(0).describe('what to double'), word: z.string().optional() });

/** An analysis of the test's own. */
const doubling: Process<z.infer<typeof Doubling>, { doubled: number; language: string }> = {
  id: 'doubling',
  title: { nb: 'Dobling', en: 'Doubling' },
  description: { nb: 'Dobler et tall.', en: 'Doubles a number.' },
  version: '1',
  inputs: Doubling,
  outputs: z.object({ doubled: z.number(), language: z.string() }),
  execute({ number, word }, { language }) {
    if (word === 'crash') return Promise.reject(new Error('secret detail of select * from password'));
    if (word === 'refuse')
      return Promise.reject(
        new Problem(422, 'no-doubling', {
          title: { nb: 'Vil ikke', en: 'Will not' },
          detail: { nb: 'Nei.', en: 'No.' },
          instance: '/inputs/word',
        }),
      );
    return Promise.resolve({ doubled: 2 * number, language });
  },
};

const asJson = { 'Content-Type': 'application/json' };

eachDatabase('the service', (given) => {
  const { get, send, url } = serving(given, { processes: [doubling as Process] });
  const execute = (body: unknown, query = '') =>
    send('POST', `/processes/doubling/execution${query}`, JSON.stringify(body), asJson);

  before(async () => {
    await loadInto(given, 'municipality', municipalities);
    await loadInto(given, 'stop', stops);
  });

  describe('describes itself', () => {
    it('every answer has the form that the description promises', async () => {
      const fid = (await get('/collections/stop/items?limit=1')).json<{ features: { id: number }[] }>().features[0]?.id;
      const examples: Record<string, string> = {
        collectionId: 'stop',
        featureId: String(fid),
        layerIds: 'stop,municipality',
        processId: 'doubling',
      };
      let checked = 0;
      for (const { method, path, formats, returns } of routes) {
        const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => examples[name] ?? whole);
        if (method !== 'get' || !returns || filled.includes('{')) continue;
        const got = await get(filled, { Accept: 'application/json, */*;q=0.1' });
        expect(got.status, filled).to.equal(200);
        expect(got.header('content-type'), filled).to.include(Object.values(formats)[0]?.split(';')[0]);
        const judged = returns.safeParse(got.json());
        expect(judged.success ? '' : judged.error.message, filled).to.equal('');
        checked += 1;
      }
      expect(checked).to.be.at.least(14);
    });

    it('in OpenAPI 3.1, with every operation and the parameters that are really read', async () => {
      const got = await get('/api');
      expect(got.header('content-type')).to.match(/^application\/vnd\.oai\.openapi\+json; ?version=3\.1/);
      const document = got.json<{
        openapi: string;
        paths: Record<
          string,
          Record<string, { operationId: string; parameters: { name: string; in: string; schema: object }[] }>
        >;
      }>();
      expect(document.openapi).to.equal('3.1.0');
      const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
      expect(new Set(operations.map(({ operationId }) => operationId)).size).to.equal(routes.length);
      const { parameters = [] } = document.paths['/collections/{collectionId}/items']?.['get'] ?? {};
      expect(parameters.map(({ name }) => name)).to.deep.equal([
        ...['collectionId', 'bbox', 'bbox-crs', 'crs', 'datetime', 'limit', 'after', 'run', 'f', 'lang'],
      ]);
      expect(parameters.find(({ name }) => name === 'bbox')?.schema).to.include({
        type: 'array',
        minItems: 4,
        maxItems: 6,
      });
      expect(parameters.find(({ name }) => name === 'limit')?.schema).to.include({
        type: 'integer',
        minimum: 1,
        default: 100,
      });
      expect(parameters.find(({ name }) => name === 'f')?.schema).to.deep.include({ enum: ['json', 'html', 'csv'] });
    });

    it('with a landing page whose links all lead somewhere', async () => {
      const { links } = (await get('/')).json<{ links: { href: string; rel: string }[] }>();
      for (const { href, rel } of links.filter(({ rel }) => rel !== 'preview'))
        expect((await get(href.slice(url().length))).status, `${rel} ${href}`).to.equal(200);
    });

    it('and claims only standards it lists', async () => {
      const { conformsTo } = (await get('/conformance')).json<{ conformsTo: string[] }>();
      expect(conformsTo).to.include('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core');
      expect(conformsTo.join(' ')).not.to.match(/oas30|ogcapi-tiles|filter/);
    });
  });

  describe('languages', () => {
    const title = async (path: string, accept?: string) => {
      const got = await get(path, accept === undefined ? { 'Accept-Language': '*' } : { 'Accept-Language': accept });
      return [got.header('content-language'), got.json<{ title: string }>().title];
    };

    it('Bokmål when nobody asks, English when asked, by lang before Accept-Language', async () => {
      expect(await title('/collections/stop')).to.deep.equal(['nb', 'Holdeplasser']);
      expect(await title('/collections/stop', 'en-GB,en;q=0.9')).to.deep.equal(['en', 'Stops']);
      expect(await title('/collections/stop', 'de,en;q=0.5,no;q=0.8')).to.deep.equal(['nb', 'Holdeplasser']);
      expect(await title('/collections/stop', 'nn')).to.deep.equal(['nb', 'Holdeplasser']);
      expect(await title('/collections/stop?lang=en', 'nb')).to.deep.equal(['en', 'Stops']);
      expect((await get('/collections/stop')).header('vary')?.toLowerCase()).to.include('accept-language');
      expect((await get('/collections/stop?lang=de')).status).to.equal(400);
    });
  });

  describe('problems', () => {
    it('say what, where and what to do, in the language of the asker', async () => {
      const got = await get('/collections/nowhere?lang=en');
      expect(got.status).to.equal(404);
      expect(got.header('content-type')).to.include('application/problem+json');
      expect(got.json()).to.deep.equal({
        type: 'urn:grunnriss:problem:unknown-layer',
        status: 404,
        title: 'Unknown layer',
        detail: "There is no layer 'nowhere'.",
        remedy: '/collections lists the layers.',
        instance: '/collections/nowhere',
      });
    });

    it('are pages for browsers, and never for programs', async () => {
      const page = await get('/collections/nowhere', { Accept: 'text/html,*/*;q=0.8' });
      expect(page.header('content-type')).to.include('text/html');
      expect(page.text).to.include('<h1>Ukjent kartlag</h1>');
      for (const accept of ['application/json', '*/*', 'application/geo+json, application/json;q=0.9'])
        expect((await get('/nowhere', { Accept: accept })).header('content-type'), accept).to.include('problem+json');
    });

    it('of unknown, repeated and wrong parameters name the parameter', async () => {
      for (const [query, type, instance] of [
        ['colour=red', 'unknown-parameter', 'colour'],
        ['limit=1&limit=2', 'repeated-parameter', 'limit'],
        ['bbox=1', 'invalid-parameter', 'bbox'],
      ] as const) {
        const got = await get(`/collections/stop/items?${query}`);
        expect(got.status).to.equal(400);
        expect(got.json()).to.include({ type: `urn:grunnriss:problem:${type}`, instance });
        expect(got.json()['remedy']).to.be.a('string');
      }
    });

    it('of a wrong method name the right ones', async () => {
      const got = await send('DELETE', '/collections/stop', '');
      expect(got.status).to.equal(405);
      expect(got.header('allow')).to.equal('GET, HEAD');
      expect((await send('POST', '/nowhere', '{}', asJson)).status).to.equal(404);
    });

    it('of broken JSON say the line and the character', async () => {
      for (const [text, place] of [
        ['{"inputs": {"number": 1,}}', 'line 1, character 25'],
        ['{\n  "inputs": {\n    number: 1\n  }\n}', 'line 3, character 5'],
        ['{"inputs": {"number": 1', 'line 1, character 24'],
        ['{"inputs": "æøå" "x"}', 'line 1, character 18'],
        ['not json', 'line 1, character 1'],
      ] as const) {
        const got = await send('POST', '/processes/doubling/execution', text, asJson);
        expect(got.status, text).to.equal(400);
        expect(got.json(), text).to.include({ type: 'urn:grunnriss:problem:bad-json', instance: place });
      }
    });

    it('of a body that is too large, of another type, or in a strange encoding', async () => {
      const large = await send('POST', '/processes/doubling/execution', `"${'x'.repeat(33 * 1024 * 1024)}"`, asJson);
      expect(large.status).to.equal(413);
      expect(large.json()['detail']).to.include('32 MB');
      const form = { 'Content-Type': 'text/plain' };
      expect((await send('POST', '/processes/doubling/execution', '{"inputs":{"number":1}}', form)).status).to.equal(
        415,
      );
      const coded = { ...asJson, 'Content-Encoding': 'rot13' };
      expect((await send('POST', '/processes/doubling/execution', '{}', coded)).status).to.be.within(400, 415);
    });

    it('that nobody foresaw give a number and no secrets', async () => {
      const got = await execute({ inputs: { number: 1, word: 'crash' } });
      expect(got.status).to.equal(500);
      expect(got.text).not.to.match(/secret|select|password|\.ts|at /i);
      expect(got.json()['detail']).to.match(/[0-9a-f]{8}-[0-9a-f]{4}/);
    });
  });

  describe('processes', () => {
    it('are described by the schemas that judge their input', async () => {
      const got = (await get('/processes/doubling?lang=en')).json<{
        inputs: Record<string, { schema: object; minOccurs: number }>;
        outputs: Record<string, { schema: object }>;
        title: string;
      }>();
      expect(got.title).to.equal('Doubling');
      expect(got.inputs['number']).to.deep.include({ minOccurs: 1, description: 'what to double' });
      expect(got.inputs['number']?.schema).to.include({ type: 'number', minimum: 0 });
      expect(got.inputs['word']?.minOccurs).to.equal(0);
      expect(got.outputs['doubled']?.schema).to.include({ type: 'number' });
    });

    it('answer at once, in the language of the asker', async () => {
      expect((await execute({ inputs: { number: 21 } })).json()).to.deep.equal({ doubled: 42, language: 'nb' });
      expect((await execute({ inputs: { number: 21 } }, '?lang=en')).json()).to.deep.equal({
        doubled: 42,
        language: 'en',
      });
    });

    it('refuse wrong input by where it is', async () => {
      for (const [body, instance] of [
        [{ inputs: { number: -1 } }, '/inputs/number'],
        [{ inputs: { number: 'one' } }, '/inputs/number'],
        [{ inputs: {} }, '/inputs/number'],
        [{ inputs: 7 }, '/inputs'],
      ] as const) {
        const got = await execute(body);
        expect(got.status).to.equal(400);
        expect(got.json()).to.include({ instance });
      }
      expect((await execute({ inputs: { number: 1, word: 'refuse' } })).json()).to.include({
        instance: '/inputs/word',
        status: 422,
      });
      expect((await send('POST', '/processes/nothing/execution', '{}', asJson)).json()).to.include({
        type: 'urn:grunnriss:problem:no-such-process',
      });
    });

    it('leave jobs that tell their state and result', async () => {
      const request = { kind: 'doubling', version: '1', parameters: { number: 4 }, editions: {} };
      const { run } = await runOnce(given.database(), request, '', () => Promise.resolve({ result: { doubled: 8 } }));
      const job = (await get(`/jobs/${run.id}`)).json<{ links: { rel: string; href: string }[] }>();
      expect(job).to.include({ jobID: String(run.id), processID: 'doubling', status: 'successful', progress: 100 });
      const results = job.links.find(({ rel }) => rel.endsWith('/results'))?.href.slice(url().length) ?? '';
      expect((await get(results)).json()).to.deep.equal({ doubled: 8 });
      const broken = { ...request, parameters: { number: 5 } };
      await runOnce(given.database(), broken, '', () => Promise.reject(new Error('out of paper'))).catch(
        () => undefined,
      );
      expect((await get(`/jobs/${run.id + 1}`)).json()).to.include({ status: 'failed', message: 'out of paper' });
      expect((await get(`/jobs/${run.id + 1}/results`)).status).to.equal(500);
      for (const wrong of ['0', 'x', '1e9', '99999999999999999999', "1'--"])
        expect((await get(`/jobs/${encodeURIComponent(wrong)}`)).status, wrong).to.equal(404);
    });
  });

  describe('operation', () => {
    it('alive, ready and counted', async () => {
      expect((await get('/health')).json()).to.deep.equal({ status: 'alive' });
      expect((await get('/ready')).json()).to.deep.equal({ status: 'ready', database: given.kind, layers: 2 });
      const { text } = await get('/metrics');
      expect(text).to.match(
        /grunnriss_http_request_duration_seconds_count\{method="GET",route="\/health",status="200"\} [1-9]/,
      );
      expect(text).to.include('grunnriss_tile_cache_bytes');
    });

    it('pages may run no scripts from elsewhere, and nothing says what we are made of', async () => {
      const got = await get('/', { Accept: 'text/html' });
      const policy = got.header('content-security-policy') ?? '';
      expect(policy)
        .to.include("default-src 'self'")
        .and.not.to.match(/unsafe|https?:|\*/);
      expect(got.header('x-powered-by')).to.be.null;
      expect(got.header('x-content-type-options')).to.equal('nosniff');
      expect(got.text).not.to.match(/<script|style=|<style| on\w+=/);
    });
  });
});

eachDatabase('the service with keys and a base address', (given) => {
  const { get, send } = serving(given, {
    processes: [doubling as Process],
    settings: { apiKeys: ['first-key', 'second-key'], baseUrl: 'https://kart.example.org/plan' },
  });
  it('runs an analysis without a key: nothing is stored by it', async () => {
    expect((await get('/collections')).status).to.equal(200);
    const got = await send('POST', '/processes/doubling/execution', '{"inputs":{"number":1}}', asJson);
    expect(got.status).to.equal(200);
  });

  it('writes links from its base address, whatever host it was asked by', async () => {
    const got = await get('/collections/stop', { Host: 'evil.example.com', 'X-Forwarded-Host': 'evil.example.com' });
    expect(got.text).not.to.include('evil');
    expect(got.text).to.include('https://kart.example.org/plan/collections/stop/items');
    expect((await get('/')).header('strict-transport-security')).to.include('max-age');
  });
});
