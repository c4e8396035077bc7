import { request } from 'node:http';
import { expect } from 'chai';
import fc from 'fast-check';
import { eachDatabase } from '../setup/databases.ts';
import { serving } from './serving.ts';
import { loadInto, stops } from './some-data.ts';

const injections = [
  "'",
  "' or '1'='1",
  "'; drop table grunnriss.layer_stop; --",
  '"; select pg_sleep(10); --',
  '1); select 1; --',
  'stop"',
  '$1',
  ':id',
  '{table}',
  '\\',
  '%27%20or%201=1',
  '\u0000',
  '’ or 1=1',
  '../../../../etc/passwd',
  '..%2f..%2fpackage.json',
  '__proto__',
  'constructor',
];

const scripts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</title><svg/onload=alert(1)>',
];

eachDatabase('hostile requests', (given) => {
  const { get, url } = serving(given);

  /** Ask by the bare path: fetch would tidy it up first. */
  const bare = (path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(url());
      // Each on a connection of its own: one that is kept may be closed by the service just when it is used again.
      const asking = request({ hostname, port, path, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      asking.on('error', reject).end();
    });

  before(() => loadInto(given, 'stop', stops));

  it('SQL in any place is refused, and harms nothing', async () => {
    for (const injection of injections) {
      const it = encodeURIComponent(injection);
      for (const path of [
        `/collections/${it}`,
        `/collections/${it}/items`,
        `/collections/stop/items/${it}`,
        `/collections/stop/items?bbox=${it}`,
        `/collections/stop/items?bbox=1,2,3,${it}`,
        `/collections/stop/items?crs=${it}`,
        `/collections/stop/items?bbox=1,2,3,4&bbox-crs=${it}`,
        `/collections/stop/items?limit=${it}`,
        `/collections/stop/items?after=${it}`,
        `/collections/stop/items?datetime=${it}`,
        `/collections/stop/items?${it}=1`,
        `/tiles/${it}`,
        `/tiles/stop,${it}/11/1075/588`,
        `/tiles/stop/${it}/1/1`,
        `/styles/${it}`,
        `/jobs/${it}`,
        `/processes/${it}`,
      ]) {
        const { status } = await get(path);
        expect(status, path).to.be.oneOf([400, 404]);
      }
    }
    const { numberMatched, features } = (await get('/collections/stop/items?limit=1000')).json<{
      numberMatched: number;
      features: unknown[];
    }>();
    expect([numberMatched, features.length]).to.deep.equal([250, 250]);
  });

  it('files outside are not served', async () => {
    for (const path of [
      '/map/../../../package.json',
      '/map/..%2f..%2f..%2fpackage.json',
      '/map/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/map/..\\..\\..\\package.json',
      '/styles/../package.json',
      '/styles/..%2fpackage.json',
      '/styles/stop/../../package.json',
      '/page.css/../../package.json',
      '//etc/passwd',
      '/map/%00',
      '//[',
      '/%',
      '/%c0%ae%c0%ae/',
    ]) {
      const { status, text } = await bare(path);
      expect(status, path).to.be.within(301, 404);
      expect(text, path).not.to.include('devDependencies');
    }
  });

  it('scripts come back only as text', async () => {
    for (const script of scripts) {
      const it = encodeURIComponent(script);
      for (const path of [
        `/${it}`,
        `/collections/${it}`,
        `/collections/stop/items?${it}=1`,
        `/collections/stop/items?f=html&limit=${it}`,
        `/collections/stop/items?f=html&datetime=${it}`,
        `/collections/stop/items/${it}?f=html`,
        `/tiles/${it}?f=html`,
        `/processes/${it}?f=html`,
      ]) {
        const { text } = await bare(path, { Accept: 'text/html' });
        expect(text, path).not.to.match(/<script|<img|<svg|onerror=[^&]*>/i);
        expect(text, path).not.to.include(script);
      }
    }
    const { text } = await bare('/collections', { Accept: 'text/html', Host: '"><script>alert(1)</script>' });
    expect(text).not.to.include('<script');
  });

  it('text of the data comes back only as text', async () => {
    await loadInto(given, 'service', [
      {
        geometry: { type: 'Point', coordinates: [9, 60] },
        properties: { id: '1', name: scripts[0], kind: scripts[1] },
      },
    ]);
    const { text } = await bare('/collections/service/items?f=html');
    expect(text).to.include('&lt;script&gt;').and.not.to.include('<script');
  });

  it('the same layer a thousand times is that layer once', async () => {
    const many = Array.from({ length: 1000 }, () => 'stop').join(',');
    const [once, often] = [await get('/tiles/stop/11/1075/588'), await get(`/tiles/${many}/11/1075/588`)];
    expect(often.status).to.equal(once.status);
    expect(often.text).to.equal(once.text);
    expect((await get(`/tiles/${many}`)).json<{ vector_layers: unknown[] }>().vector_layers).to.have.length(1);
    const strangers = Array.from({ length: 1000 }, (_, index) => `x${index}`).join(',');
    expect((await get(`/tiles/${strangers}/11/1075/588`)).status).to.equal(400);
  });

  it('tiles outside of the grid are refused', async () => {
    for (const address of [
      '-1/0/0',
      '23/0/0',
      '3/8/0',
      '3/0/8',
      '3/-1/0',
      '1.5/0/0',
      '1/0.5/0',
      '0x1/0/0',
      '1e1/0/0',
      '+1/0/0',
      'NaN/0/0',
      '01/0/0',
      ' 1/0/0',
      '999999999999999999999/0/0',
      '3/4294967297/0',
      '1/0/',
      '1//0',
    ])
      expect((await get(`/tiles/stop/${encodeURI(address)}`)).status, address).to.be.oneOf([400, 404]);
  });

  it('whatever is asked, the answer is a tile or a problem, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(
          '/',
          '/tiles/',
          '/tiles/stop/',
          '/collections/',
          '/collections/stop/items/',
          '/collections/stop/items?',
          '/styles/',
          '/jobs/',
        ),
        async (parts, start) => {
          const { status } = await bare(start + parts.map(encodeURIComponent).join(start.endsWith('?') ? '&' : '/'));
          expect(status).to.be.lessThan(500);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
    expect((await get('/health')).status).to.equal(200);
  });
});
