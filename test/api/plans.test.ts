import { existsSync, readFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { FeatureCollection } from 'geojson';
import type { CheckResult } from '../../services/conflicts/answer/result.ts';
import { sweepDrafts } from '../../services/imports/plans/drafts.ts';
import { readPlan } from '../../services/imports/plans/plan-file.ts';
import { processes } from '../../services/processes.ts';
import { loadCase } from '../cases/load-case.ts';
import { aboveNorthing, rectangle } from '../conflicts/scene.ts';
import { collection, ownTemporaryFolder, temporaryFiles } from '../imports/files.ts';
import { ask as rows } from '../imports/rows.ts';
import { zipOf } from '../imports/zip-file.ts';
import { eachDatabase } from '../setup/databases.ts';
import { serving } from './serving.ts';

const line = 6_700_000;
const zone = (id: string, west: number, properties: object = {}) => ({
  id,
  geometry: rectangle(west, line + 100, 100, 100),
  properties: {
    objekttype: 'KpArealformålOmråde',
    arealformål: 1120,
    arealbruksstatus: 2,
    vertikalnivå: 2,
    ...properties,
  },
});
const plan = (id: string, ...more: object[]) =>
  collection([
    {
      id: 'outline',
      geometry: rectangle(500_000, line, 500, 300),
      properties: {
        objekttype: 'KpOmråde',
        planid: id,
        plannavn: 'Lia',
        plantype: 20,
        planstatus: 2,
        lovreferanse: 2008,
      },
    },
    zone('A', 500_000),
    ...more,
  ]);
/** The same zones as SOSI, in centimetres. */
const sosi = `.HODE
..TEGNSETT UTF-8
..TRANSPAR
...KOORDSYS 22
...ORIGO-NØ 0 0
...ENHET 0.01
..SOSI-VERSJON 4.5
..SOSI-NIVÅ 4
.KURVE 1:
..OBJTYPE KpGrense
..NØ
670010000 50000000
670010000 50010000
670020000 50010000
670020000 50000000
670010000 50000000
.FLATE 2:
..OBJTYPE KpArealformålOmråde
..NASJONALAREALPLANID
...KOMM 3330
...PLANID 2021007
..KPAREALFORMÅL 1120
..AREALST 2
..VERTNIV 2
..OMRÅDENAVN "F1"
..REF :1
..NØ
670015000 50005000
.SLUTT
`;

interface Uploaded {
  id: string;
  plan: { plan_id: string | null; name: string | null };
  counts: { errors: number };
  problems: { code: string; text: string }[];
  links: { rel: string; href: string; type: string }[];
}

eachDatabase('POST /plans', (given) => {
  const service = serving(given, { processes: [...processes] });
  const { write } = temporaryFiles();
  before(() =>
    loadCase(
      given.database(),
      given.catalogue(),
      { id: 't', crs: 'EPSG:25832', layers: aboveNorthing(line) },
      new Set(),
    ),
  );

  const { left } = ownTemporaryFolder();
  const count = async (table: string) =>
    (await rows<{ n: number }>(given.database(), `select count(*)::integer as n from grunnriss.${table}`))[0]?.n;
  const send = async (body: RequestInit['body'], headers: Record<string, string> = {}, query = '') => {
    const before = left();
    const response = await fetch(`${service.url()}/plans${query}`, { method: 'POST', body, headers });
    const text = await response.text();
    expect(left(), 'left in the temporary folder').to.deep.equal(before);
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: <T = Uploaded>() => JSON.parse(text) as T,
    };
  };
  const form = (files: Record<string, string | Buffer>, field = 'file') => {
    const data = new FormData();
    for (const [name, content] of Object.entries(files)) data.append(field, new Blob([content]), name);
    return data;
  };
  const named = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });

  it('keeps a plan as a draft, says what is wrong with it, and knows it again', async () => {
    const first = await send(form({ 'plan.geojson': plan('3330_1') }));
    expect(first.status, first.text).to.equal(201);
    const uploaded = first.json();
    expect(first.headers.get('location')).to.equal(`${service.url()}/plans/${uploaded.id}`);
    expect(uploaded.plan).to.include({ plan_id: '3330_1', name: 'Lia' });
    expect(uploaded.problems.map(({ code }) => code)).to.include('outline-uncovered');
    const again = await send(plan('3330_1'), { 'content-type': 'application/geo+json' });
    expect([again.status, again.json().id]).to.deep.equal([200, uploaded.id]);
    const said = await send(plan('3330_1'), { 'content-type': 'application/geo+json' }, '?plan_type=21');
    expect(said.status, 'the same file read otherwise is another draft').to.equal(201);
    for (const id of [uploaded.id, said.json().id]) expect((await service.get(`/plans/${id}`)).status).to.equal(200);
  });

  it('gives the report of its check as PDF, spreadsheet and page, and compares it with another version', async () => {
    const { id } = (await send(plan('3330_12'))).json();
    const newer = (await send(plan('3330_12', zone('B', 500_200)))).json().id;
    const at = (query: string, headers = {}) => fetch(`${service.url()}/plans/${newer}/conflicts${query}`, { headers });
    const pdf = await at('', { accept: 'application/pdf' });
    expect(pdf.headers.get('content-type')).to.equal('application/pdf');
    expect(pdf.headers.get('content-disposition')).to.equal('inline; filename="3330_12.pdf"');
    expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).to.equal('%PDF-');
    const sheet = await at('?f=xlsx');
    expect(sheet.headers.get('content-type')).to.include('spreadsheetml');
    expect(Buffer.from(await sheet.arrayBuffer()).toString('latin1', 0, 2)).to.equal('PK');
    const page = await (await at(`?f=html&against=${id}`)).text();
    expect(page).to.include('conflict-report.css').and.include('Endringer siden Lia');
    const { comparison, checklist } = (await (await at(`?against=${id}`)).json()) as CheckResult;
    const above = comparison?.findings.filter(({ rule }) => rule === 'treeline');
    expect(above?.map(({ change, now }) => [change, now?.zone])).to.deep.equal([
      ['new', 'B'],
      ['unchanged', 'A'],
    ]);
    expect(checklist?.map(({ id }) => id)).to.include('mire');
    expect((await at('?against=00000000-0000-0000-0000-000000000000')).status).to.equal(404);
    expect((await at('?against=gammel')).status).to.equal(400);
    for (const style of ['conflict-report', 'picture'])
      expect((await fetch(`${service.url()}/${style}.css`)).status, style).to.equal(200);
  });

  it('is in no edition: neither collections nor tiles know it', async () => {
    const { id } = (await send(plan('3330_11'))).json();
    const { numberMatched } = (await service.get('/collections/zoning/items')).json<{ numberMatched: number }>();
    expect(numberMatched).to.equal(0);
    const zones = (await service.get(`/plans/${id}?f=geojson`)).json<FeatureCollection>();
    expect(zones.features.map(({ properties }) => properties?.['source_id'] as string)).to.deep.equal(['A']);
  });

  it('takes several files, a zip archive, SOSI and GeoPackage by what they are', async () => {
    const outline = collection([(JSON.parse(plan('3330_2')) as FeatureCollection).features[0] ?? {}]);
    const zones = collection([zone('A', 500_000)]);
    const several = await send(form({ 'outline.geojson': outline, 'zones.geojson': zones }));
    expect([several.status, several.json().plan.plan_id], several.text).to.deep.equal([201, '3330_2']);
    const zipped = await send(await zipOf({ 'a/outline.geojson': outline, 'zones.geojson': zones }));
    expect(zipped.status, zipped.text).to.equal(201);
    const drawn = await send(sosi, named('plan.sos'));
    expect([drawn.status, drawn.json().plan.plan_id], drawn.text).to.deep.equal([201, '3330_2021007']);
  });

  it('refuses what is none, saying what, where, and what to do', async () => {
    const refused = async (status: number, of: RegExp, ...request: Parameters<typeof send>) => {
      const got = await send(...request);
      expect([got.status, got.headers.get('content-type')], got.text).to.deep.equal([
        status,
        'application/problem+json; charset=utf-8',
      ]);
      expect(got.text).to.match(of);
    };
    const drafts = await count('draft');
    await refused(400, /no-file/, form({}));
    await refused(422, /tom/, '', named('plan.sos'));
    await refused(400, /unknown-field/, form({ 'a.geojson': plan('3330_3') }, 'plan'));
    await refused(422, /ikke et format/, 'not a map', named('plan.xyz'));
    await refused(422, /slutter.*plan\.geojson/, plan('3330_3').slice(0, -40), named('plan.geojson'));
    await refused(
      422,
      /one\.geojson.*other\.geojson/,
      form({ 'one.geojson': plan('3330_3'), 'other.geojson': plan('3330_4') }),
    );
    await refused(422, /ingen plan i filen/, collection([{ geometry: null, properties: { objekttype: 'Bygning' } }]));
    await refused(422, /EPSG:2193/, plan('3330_3').replace('25832', '2193'));
    await refused(403, /other-site/, plan('3330_3'), { 'sec-fetch-site': 'cross-site' });
    await refused(400, /plan_type/, plan('3330_3'), {}, '?plan_type=twenty');
    await refused(
      413,
      /too-many-files/,
      form(Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`${n}.sos`, sosi]))),
    );
    const entries = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}.geojson`, '{}']));
    await refused(413, /200 tas imot/, await zipOf(entries));
    expect(await count('draft')).to.equal(drafts);
  });

  it('refuses more than 64 MB, whether or not the client says so first', async () => {
    const said = await send(new Uint8Array(65 * 1024 * 1024));
    expect([said.status, said.json<{ type: string }>().type]).to.deep.equal([413, 'urn:grunnriss:problem:too-large']);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = ask(`${service.url()}/plans`, { method: 'POST' }, (response) => {
        resolve(response.statusCode);
        response.resume();
        asking.destroy();
      });
      asking.on('error', reject);
      const chunk = Buffer.alloc(1024 * 1024, 32);
      const more = () => {
        while (!asking.destroyed && asking.write(chunk));
      };
      asking.on('drain', more);
      more();
    });
    expect(status).to.equal(413);
  });

  it('leaves nothing when the client hangs up', async () => {
    const [drafts, datasets] = [await count('draft'), await count('dataset')];
    const before = left();
    for (const type of ['application/geo+json', 'multipart/form-data; boundary=x']) {
      const asking = ask(`${service.url()}/plans`, { method: 'POST', headers: { 'content-type': type } });
      asking.on('error', () => {});
      asking.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.geojson"\r\n\r\n{"type":');
      while (left().length === before.length) await wait(5);
      asking.destroy();
      while (left().length > before.length) await wait(5);
    }
    expect([await count('draft'), await count('dataset')]).to.deep.equal([drafts, datasets]);
  });

  it('a name that leads elsewhere leads nowhere', async () => {
    for (const name of ['../../../../tmp/evil.geojson', '..\\..\\tmp\\evil.geojson', '..', '.', '/tmp/evil.geojson']) {
      const got = await send(plan('3330_5'), named(encodeURIComponent(name)));
      expect(got.status, got.text).to.be.oneOf([200, 201]);
    }
    expect(existsSync('/tmp/evil.geojson')).to.equal(false);
  });

  it('shows the draft as a page and as CSV; scripts of the file are text', async () => {
    const evil = '<script>alert(1)</script>';
    const { id } = (await send(plan('3330_6', zone('B', 500_050, { områdenavn: evil })))).json();
    const page = await service.get(`/plans/${id}?f=html`);
    expect(page.text).to.include('Arealformål som overlapper').and.include('&lt;script&gt;').and.not.include('<script');
    expect((await service.get(`/plans/${id}?f=html&lang=en`)).text).to.include('Purposes that overlap');
    expect((await service.get(`/plans/${id}?f=csv`)).text).to.match(/^number,severity,code,.*\r\n1,error,overlap,/);
    expect((await service.get('/plan-report.css')).status).to.equal(200);
    for (const wrong of ['x', '00000000-0000-4000-8000-000000000000', "'%20or%201=1"]) {
      const none = await service.get(`/plans/${wrong}`);
      expect([none.status, none.json<{ type: string }>().type]).to.deep.equal([
        404,
        'urn:grunnriss:problem:unknown-plan',
      ]);
    }
  });

  it('the check of an uploaded plan is that of the same plan as GeoJSON', async () => {
    const file = write('plan-3330_2021007.sos', sosi);
    const draft = await readPlan(file, { catalogue: given.catalogue() });
    const features = [draft.plan, ...draft.zoning].map(({ id, properties, geometry }) => ({
      type: 'Feature',
      id,
      properties,
      geometry,
    }));
    const inline = JSON.parse(collection(features, draft.crs)) as FeatureCollection;
    const check = async (input: unknown) =>
      (
        await service.send('POST', '/processes/conflict-check/execution', JSON.stringify({ inputs: { plan: input } }), {
          'content-type': 'application/json',
        })
      ).json<CheckResult>();
    const { id, links } = (await send(readFileSync(file), named('plan-3330_2021007.sos'))).json();
    const expected = await check(inline);
    expect(expected.verdict).to.equal('conflict');
    const same = ({ verdict, summary, findings, coverage }: CheckResult) => ({ verdict, summary, findings, coverage });
    for (const href of [`/plans/${id}`, `${service.url()}/plans/${id}`])
      expect(same(await check({ href }))).to.deep.equal(same(expected));
    const report = links.find(({ href, type }) => href.endsWith('/conflicts') && type === 'application/json');
    const own = await fetch(report?.href ?? '');
    expect(same((await own.json()) as CheckResult)).to.deep.equal(same(expected));
    expect((await service.get(`/plans/${id}/conflicts?f=html`)).text).to.include('skoggrensen');
    const remedies = async (query: string) => service.get(`/plans/${id}/conflicts/remedies${query}`);
    const gml = await remedies('?f=gml');
    expect(gml.header('content-type')).to.include('application/gml+xml');
    // Wholly above the line: there is no border to draw, and the file says so.
    expect(gml.text)
      .to.match(/kan ikke bli stående/)
      .and.not.include('featureMember');
    expect((await remedies('')).json<FeatureCollection>().features).to.deep.equal([]);
    expect((await remedies('?trim=all')).status).to.equal(400);
    expect((await service.get('/plans/x/conflicts/remedies')).status).to.equal(404);
    const unknown = await check({ href: '/plans/00000000-0000-4000-8000-000000000000' });
    expect(unknown).to.include({ status: 422, instance: '/inputs/plan/href' });
  });

  it('drafts that are old or too many go, with all they have; the newest stays', async () => {
    await send(plan('3330_8'));
    const { id } = (await send(plan('3330_9'))).json();
    await sweepDrafts(given.database(), given.catalogue(), { days: 30, most: 1 });
    expect(await count('draft')).to.equal(1);
    expect((await service.get(`/plans/${id}`)).status).to.equal(200);
    await rows(given.database(), "update grunnriss.draft set created_at = now() - interval '31 days'");
    await sweepDrafts(given.database(), given.catalogue());
    expect(await count('draft')).to.equal(0);
    const parts = await rows(given.database(), "select 1 as found from grunnriss.dataset where part like 'draft/%'");
    expect(parts).to.deep.equal([]);
    expect(await count('layer_zoning')).to.equal(0);
  });
});

eachDatabase('POST /plans where keys are set', (given) => {
  const service = serving(given, { settings: { apiKeys: ['key'] } });

  it('asks for one', async () => {
    const post = (headers: Record<string, string>) => service.send('POST', '/plans', plan('3330_1'), headers);
    expect((await post({})).status).to.equal(401);
    expect((await post({ 'X-API-Key': 'key' })).status).to.equal(201);
  });
});
