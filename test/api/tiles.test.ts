import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { tileAt } from '../../tiles/grid/web-mercator-quad.ts';
import { decode } from '../tiles/decode.ts';
import { eachDatabase } from '../setup/databases.ts';
import { serving } from './serving.ts';
import { loadInto, municipalities, plans, stops } from './some-data.ts';

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

eachDatabase('tiles over HTTP', (given) => {
  const { get, url } = serving(given);
  const { z, x, y } = tileAt(9.05, 60.05, 12);
  const here = `${z}/${x}/${y}`;

  /** The bytes as they were sent: fetch would undo the compression. */
  const raw = (path: string, headers: Record<string, string> = {}): Promise<Raw> =>
    new Promise((resolve, reject) => {
      request(url() + path, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });

  before(async () => {
    await loadInto(given, 'municipality', municipalities);
    await loadInto(given, 'plan', plans);
    await loadInto(given, 'stop', stops);
  });

  it('hold the layers asked for, with numbers, properties and dates', async () => {
    const { status, headers, body } = await raw(`/tiles/plan,municipality/${here}`, { 'Accept-Encoding': 'gzip' });
    expect(status).to.equal(200);
    expect(headers).to.include({ 'content-type': 'application/vnd.mapbox-vector-tile', 'content-encoding': 'gzip' });
    const layers = decode(gunzipSync(body));
    expect([...layers.keys()]).to.have.members(['plan', 'municipality']);
    const [plan] = layers.get('plan')?.features ?? [];
    expect(plan?.properties).to.deep.equal({ plan_id: '3330_1', name: 'Gammel', law: 1985, in_force: '2001-06-15' });
    const item = await get(`/collections/plan/items/${plan?.id}`);
    expect(item.json<{ properties: object }>().properties).to.include({ name: 'Gammel' });
  });

  it('are the same without compression', async () => {
    const packed = await raw(`/tiles/plan/${here}`, { 'Accept-Encoding': 'gzip' });
    const plain = await raw(`/tiles/plan/${here}`, { 'Accept-Encoding': 'identity' });
    expect(plain.headers['content-encoding']).to.be.undefined;
    expect(Buffer.compare(gunzipSync(packed.body), plain.body)).to.equal(0);
    expect(String(packed.headers['vary']))
      .to.match(/accept-encoding/i)
      .and.not.to.match(/language/i);
  });

  it('204 where there is nothing, 404 for an unknown layer, 400 outside of the grid', async () => {
    expect((await raw('/tiles/plan/12/0/0')).status).to.equal(204);
    expect((await raw('/tiles/water/12/0/0')).status, 'a layer without data').to.equal(204);
    expect((await raw('/tiles/stop/3/4/2')).status, 'before its first zoom').to.equal(204);
    expect((await raw(`/tiles/plan,nothing/${here}`)).status).to.equal(404);
    expect((await raw('/tiles/plan/2/4/0')).status).to.equal(400);
  });

  it('go on past the last zoom of a layer', async () => {
    const deep = tileAt(9.05, 60.05, 16);
    const { body } = await raw(`/tiles/plan/${deep.z}/${deep.x}/${deep.y}`, { 'Accept-Encoding': 'identity' });
    expect(decode(body).get('plan')?.features).to.have.length(1);
  });

  it('are not sent again while their editions stand, and at once when one changes', async () => {
    const path = `/tiles/plan,stop/${here}`;
    const tag = async () => String((await raw(path)).headers['etag']);
    const first = await tag();
    expect((await raw(path, { 'If-None-Match': first })).status).to.equal(304);
    expect((await raw(path, { 'If-None-Match': `"other", ${first}` })).status).to.equal(304);
    expect((await raw(path, { 'If-None-Match': '"other"' })).status).to.equal(200);
    await loadInto(given, 'plan', plans.slice(1));
    expect(await tag()).not.to.equal(first);
    expect((await raw(path, { 'If-None-Match': first })).status, 'the plan is gone').to.equal(204);
    await loadInto(given, 'plan', plans);
  });

  it('may be kept long by their edition, as TileJSON writes their address', async () => {
    const [template = ''] = (await get('/tiles/plan')).json<{ tiles: string[] }>().tiles;
    const address = new URL(template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)));
    expect((await raw(address.pathname + address.search)).headers['cache-control']).to.match(/max-age=\d{4,}/);
    expect((await raw(address.pathname)).headers['cache-control']).to.include('no-cache');
    expect((await raw(`${address.pathname}?edition=old`)).headers['cache-control']).to.include('no-cache');
  });

  it('are described in TileJSON 3.0', async () => {
    const document = (await get('/tiles/stop,plan?lang=en')).json<{
      bounds: number[];
      vector_layers: { id: string; fields: Record<string, string> }[];
    }>();
    expect(document).to.include({ tilejson: '3.0.0', scheme: 'xyz', attribution: 'Testeren' });
    expect(document.vector_layers.map(({ id }) => id)).to.deep.equal(['plan', 'stop']);
    expect(document.vector_layers[0]?.fields).to.include({ in_force: 'String', law: 'Number' });
    const [west = 0, south = 0, east = 0, north = 0] = document.bounds;
    expect(west).to.be.closeTo(9, 1e-4);
    expect(south).to.be.closeTo(60, 1e-4);
    expect(east).to.be.closeTo(11.49, 1e-4);
    expect(north).to.be.closeTo(60.5, 1e-4);
  });

  it('have a style that asks for them', async () => {
    const style = (await get('/styles/stop')).json<{ sources: Record<string, { url: string }> }>();
    expect(Object.values(style.sources).map((source) => source.url)).to.deep.equal([`${url()}/tiles/stop`]);
  });
});
