import { expect } from 'chai';
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson';
import proj4 from 'proj4';
import { eachDatabase } from '../setup/databases.ts';
import { serving } from './serving.ts';
import { loadInto, municipalities, plans, stops } from './some-data.ts';

type Page = FeatureCollection<Point> & {
  links: { rel: string; href: string }[];
  numberMatched?: number;
  numberReturned: number;
};

const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
const utm = (zone: number) => `+proj=utm +zone=${zone} +ellps=GRS80 +units=m`;

eachDatabase('features', (given) => {
  const { get, url } = serving(given);
  const page = async (query: string, layer = 'stop') =>
    (await get(`/collections/${layer}/items?${query}`)).json<Page>();
  const names = (found: Page) => found.features.map(({ properties }) => properties?.['name'] as string);

  before(async () => {
    await loadInto(given, 'municipality', municipalities);
    await loadInto(given, 'stop', stops);
    await loadInto(given, 'plan', plans);
  });

  describe('collections', () => {
    it('list every layer, and say which have no data', async () => {
      const { collections } = (await get('/collections')).json<{
        collections: { id: string; edition: object | null; bbox: number[] | null; datasets: object[] }[];
      }>();
      expect(collections.map(({ id }) => id)).to.have.members(given.catalogue().layers.map(({ id }) => id));
      const [stop, water] = ['stop', 'water'].map((id) => collections.find((found) => found.id === id));
      expect(stop).to.deep.include({
        edition: { number: 1, publishedAt: (stop?.edition as { publishedAt: string }).publishedAt },
      });
      expect(stop?.datasets[0]).to.include({
        title: 'Prøvedata',
        provider: 'Testeren',
        dataDate: '2024-05-31',
        example: true,
      });
      stop?.bbox?.forEach((degree, side) => expect(degree).to.be.closeTo([9, 60.5, 11.49, 60.5][side] ?? NaN, 1e-5));
      expect(water).to.include({ edition: null, bbox: null });
    });

    it('link to what belongs to them', async () => {
      const { links } = (await get('/collections/stop')).json<Page>();
      for (const rel of [
        'self',
        'alternate',
        'items',
        'http://www.opengis.net/def/rel/ogc/1.0/queryables',
        'tilejson',
        'style',
      ]) {
        const link = links.find((candidate) => candidate.rel === rel);
        expect(link?.href.startsWith(url()), rel).to.be.true;
        expect((await get(link?.href.slice(url().length) ?? '')).status, rel).to.equal(200);
      }
    });

    it('describe their fields with codes in words', async () => {
      const got = await get('/collections/plan/queryables?lang=en');
      expect(got.header('content-type')).to.include('application/schema+json');
      const { properties } = got.json<{
        properties: Record<string, { type?: string; anyOf?: { const: unknown }[] }>;
      }>();
      expect(properties['in_force']).to.include({ type: 'string', format: 'date' });
      expect(properties['law']?.anyOf?.map((code) => code.const)).to.have.members([1985, 2008]);
    });
  });

  describe('paging', () => {
    it('gives every feature once, in the order of their numbers', async () => {
      const seen: number[] = [];
      for (let next: string | undefined = '/collections/stop/items?limit=37'; next;) {
        const found: Page = (await get(next)).json<Page>();
        expect(found.numberMatched).to.equal(250);
        expect(found.numberReturned).to.equal(found.features.length);
        seen.push(...found.features.map(({ id }) => id as number));
        next = found.links.find(({ rel }) => rel === 'next')?.href.slice(url().length);
      }
      expect(seen).to.have.length(250);
      expect(seen).to.deep.equal([...new Set(seen)].sort((a, b) => a - b));
    });

    it('keeps other parameters in its links', async () => {
      const { links } = await page('limit=5&bbox=9,60,10,61&lang=en');
      const next = new URL(links.find(({ rel }) => rel === 'next')?.href ?? '');
      expect(Object.fromEntries(next.searchParams)).to.include({ limit: '5', bbox: '9,60,10,61', lang: 'en' });
    });

    it('takes more than the most for the most, and refuses what is no number of features', async () => {
      expect((await page('limit=999999999')).features).to.have.length(250);
      for (const limit of ['0', '-1', '1.5', 'ten', '1e99', 'Infinity', '0x10', ''])
        expect((await get(`/collections/stop/items?limit=${limit}`)).status, limit).to.equal(400);
    });

    it('goes on at the same place when an edition changes between two pages', async () => {
      const first = await page('limit=100');
      await loadInto(given, 'stop', stops);
      const next = first.links.find(({ rel }) => rel === 'next')?.href.slice(url().length) ?? '';
      const second = (await get(next)).json<Page>();
      expect(names(second)[0]).to.equal('Holdeplass 100, «Æ»');
    });
  });

  describe('bbox', () => {
    it('finds what touches it, borders included', async () => {
      expect(names(await page('bbox=9.0951,60.4,9.1249,60.6'))).to.deep.equal(
        [10, 11, 12].map((index) => `Holdeplass ${index}, «Æ»`),
      );
      expect((await page('bbox=9,60.05,9.1,60.05', 'plan')).features).to.have.length(1);
      expect((await page('bbox=9.05,60.05,9.05,60.05', 'plan')).features, 'a point').to.have.length(1);
    });

    it('may be the whole world, or cross the antimeridian', async () => {
      expect((await page('bbox=-180,-90,180,90&limit=1000')).features).to.have.length(250);
      expect((await page('bbox=170,-90,-170,90')).features).to.have.length(0);
      expect((await page('bbox=11.4,50,-170,70&limit=1000')).features).to.have.length(10);
    });

    it('may have heights, which are left out', async () => {
      expect((await page('bbox=9.0951,60.4,-10,9.1249,60.6,10')).features).to.have.length(3);
    });

    it('in another CRS is the same box', async () => {
      for (const [code, proj] of [
        [25832, utm(32)],
        [25833, utm(33)],
        [3857, '+proj=merc +a=6378137 +b=6378137'],
      ] as const) {
        const west = proj4(proj).forward([9.0951, 60.49]);
        const east = proj4(proj).forward([9.1249, 60.51]);
        const numbers = [
          Math.min(west[0], east[0]),
          Math.min(west[1], east[1]),
          Math.max(west[0], east[0]),
          Math.max(west[1], east[1]),
        ];
        const found = await page(`bbox=${numbers.join(',')}&bbox-crs=${epsg(code)}`);
        expect(names(found), String(code)).to.include.members([10, 11, 12].map((index) => `Holdeplass ${index}, «Æ»`));
        expect(found.features.length, String(code)).to.be.at.most(5);
      }
      // The authority's order of EPSG:4326 is latitude first.
      expect((await page(`bbox=60.4,9.0951,60.6,9.1249&bbox-crs=${epsg(4326)}`)).features).to.have.length(3);
    });

    it('that is none is refused', async () => {
      for (const wrong of [
        '1,2,3',
        '1,2,3,4,5',
        'a,b,c,d',
        '9,61,10,60',
        '9,60,NaN,61',
        '9,60,Infinity,61',
        '',
        '9 60 10 61',
      ])
        expect((await get(`/collections/stop/items?bbox=${encodeURIComponent(wrong)}`)).status, wrong).to.equal(400);
      expect((await get(`/collections/stop/items?bbox=7,0,6,1&bbox-crs=${epsg(25832)}`)).status).to.equal(400);
      expect((await get('/collections/stop/items?bbox=1,2,3,4&bbox-crs=EPSG:27700')).status).to.equal(400);
    });

    it('far outside of a CRS is empty, not an error', async () => {
      expect((await page(`bbox=-1e300,-1e300,-1e299,-1e299&bbox-crs=${epsg(25833)}`)).features).to.have.length(0);
      expect((await page(`bbox=-1e300,-1e300,1e300,1e300&bbox-crs=${epsg(25833)}&limit=1000`)).features).to.have.length(
        250,
      );
      expect((await page(`bbox=-1e300,-1e300,1e300,1e300&bbox-crs=${epsg(3857)}&limit=1000`)).features).to.have.length(
        250,
      );
    });
  });

  describe('crs', () => {
    it('is longitude and latitude with seven decimals when nothing is asked for', async () => {
      const got = await get('/collections/stop/items?limit=1');
      expect(got.header('content-crs')).to.equal('<http://www.opengis.net/def/crs/OGC/1.3/CRS84>');
      const [lon = 0, lat = 0] = got.json<Page>().features[0]?.geometry.coordinates ?? [];
      expect([lon, lat]).to.deep.equal([9, 60.5]);
    });

    it('follows the axis order of its authority, and agrees with proj4', async () => {
      for (const [code, proj] of [
        [25832, utm(32)],
        [25833, utm(33)],
        [25835, utm(35)],
        [3857, '+proj=merc +a=6378137 +b=6378137'],
      ] as const) {
        const got = await get(`/collections/stop/items?limit=1&crs=${epsg(code)}`);
        expect(got.header('content-crs')).to.equal(`<${epsg(code)}>`);
        const [x = 0, y = 0] = got.json<Page>().features[0]?.geometry.coordinates ?? [];
        const [east, north] = proj4(proj).forward([9, 60.5]);
        expect(x, `${code} x`).to.be.closeTo(east, 0.002);
        expect(y, `${code} y`).to.be.closeTo(north, 0.002);
      }
      for (const code of [4326, 4258]) {
        const found = await page(`limit=1&crs=${epsg(code)}`);
        expect(found.features[0]?.geometry.coordinates, String(code)).to.deep.equal([60.5, 9]);
      }
    });

    it('that is not offered is refused', async () => {
      for (const wrong of [epsg(27700), 'EPSG:1', "EPSG:25832'--", '../../etc/passwd'])
        expect((await get(`/collections/stop/items?crs=${encodeURIComponent(wrong)}`)).status, wrong).to.equal(400);
    });
  });

  describe('datetime', () => {
    it('keeps what holds then, and what has no date', async () => {
      for (const [datetime, expected] of [
        ['2001-06-15', ['Gammel', 'Forslag']],
        ['2001-06-15T10:00:00Z', ['Gammel', 'Forslag']],
        ['2000-01-01/2005-12-31', ['Gammel', 'Forslag']],
        ['../2005-12-31', ['Gammel', 'Forslag']],
        ['2005-01-01/..', ['Ny', 'Forslag']],
        ['2005-01-01/', ['Ny', 'Forslag']],
        ['../..', ['Gammel', 'Ny', 'Forslag']],
      ] as const)
        expect(names(await page(`datetime=${datetime}`, 'plan')), datetime).to.have.members([...expected]);
    });

    it('is ignored by a layer without dates, but must be right all the same', async () => {
      expect((await page('datetime=1999-01-01&limit=1000')).features).to.have.length(250);
      for (const wrong of [
        'yesterday',
        '2024-13-01',
        '2023-02-30',
        '2024',
        '2024-01-02/2024-01-01',
        '2024-01-01/2024-01-02/2024-01-03',
        "2024-01-01'; drop table x",
        '',
      ])
        expect((await get(`/collections/stop/items?datetime=${encodeURIComponent(wrong)}`)).status, wrong).to.equal(
          400,
        );
    });
  });

  describe('one feature', () => {
    it('comes with its facts in words, its source and what the source said besides', async () => {
      const [first] = (await page('limit=1')).features;
      const got = await get(`/collections/stop/items/${first?.id}?lang=en`);
      const feature = got.json<Feature & Record<'facts' | 'unmapped' | 'dataset' | 'name', unknown>>();
      expect(feature).to.deep.include({
        type: 'Feature',
        id: first?.id,
        name: 'Holdeplass 0, «Æ»',
        unmapped: { høyde: 12 },
      });
      expect(feature.dataset).to.include({
        title: 'Prøvedata',
        provider: 'Testeren',
        dataDate: '2024-05-31',
        example: true,
      });
      expect(feature.facts).to.deep.include({
        name: 'departures',
        title: 'departures',
        value: 0,
        unit: 'per døgn',
        kind: 'integer',
      });
    });

    it('that is not there is not found', async () => {
      for (const wrong of ['0', '-1', '999999', '1.5', 'abc', '1e3', '99999999999999999999', "1' or '1'='1"])
        expect((await get(`/collections/stop/items/${encodeURIComponent(wrong)}`)).status, wrong).to.equal(404);
    });

    it('of an earlier edition keeps its number in the next', async () => {
      const before = await page('limit=3');
      await loadInto(given, 'stop', stops);
      expect((await page('limit=3')).features.map(({ id }) => id)).to.deep.equal(before.features.map(({ id }) => id));
    });
  });

  describe('formats', () => {
    it('CSV has a line per feature, quoted where it must be', async () => {
      const got = await get('/collections/stop/items?limit=3&f=csv');
      expect(got.header('content-type')).to.include('text/csv');
      expect(got.header('link')).to.match(/rel="next"/);
      const lines = got.text.trim().split('\r\n');
      expect(lines[0]).to.equal('fid,name,modes,departures,source_id,accuracy_m,dataset_id,geometry');
      expect(lines).to.have.length(4);
      expect(lines[1]).to.match(/^\d+,"Holdeplass 0, «Æ»",,0,stop-0,,\d+,POINT\(9 60\.5\)$/);
    });

    it('are told by Accept, and f goes before it', async () => {
      const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
      expect((await get('/collections/stop/items', html)).header('content-type')).to.include('text/html');
      expect((await get('/collections/stop/items?f=json', html)).header('content-type')).to.include(
        'application/geo+json',
      );
      expect((await get('/collections/stop/items', { Accept: 'application/json' })).header('content-type')).to.include(
        'application/geo+json',
      );
      expect((await get('/collections/stop/items', { Accept: 'image/png' })).status).to.equal(406);
      expect((await get('/collections/stop/items?f=xlsx')).status).to.equal(400);
    });

    it('an unchanged answer is not sent twice', async () => {
      const first = await get('/collections/stop/items?limit=3');
      const again = await get('/collections/stop/items?limit=3', {
        'If-None-Match': first.header('etag') ?? '',
        // Without a word of its own, fetch would ask not to be answered from any memory.
        'Cache-Control': 'max-age=0',
      });
      expect(again.status).to.equal(304);
    });
  });

  it('municipalities have areas on the ellipsoid, and say nothing of residents they do not know', async () => {
    const { municipalities: found } = (await get('/municipalities')).json<{
      municipalities: Record<string, unknown>[];
    }>();
    expect(found.map(({ number }) => number)).to.deep.equal(['3324', '3330']);
    for (const municipality of found)
      expect(municipality)
        .to.include({ residents: null, centrality: null })
        .and.to.have.keys('number', 'name', 'area_km2', 'residents', 'centrality', 'conflicts', 'bbox', 'centre');
    const [gol] = (await page('limit=1', 'municipality')).features as unknown as Feature<Polygon>[];
    expect(gol?.geometry.type).to.equal('Polygon');
    // 0.75° × 0.7° at 60.25° north by the closed form of an ellipsoidal quadrangle: 3,214 km²; straight UTM edges differ a little.
    expect(found[0]?.['area_km2']).to.be.closeTo(quadrangle(9.15, 59.9, 9.9, 60.6), 3);
  });
});

/** Area of the quadrangle between meridians and parallels on GRS80, km² (Snyder 1987, eq. 3-12). */
function quadrangle(west: number, south: number, east: number, north: number): number {
  const [a, e2] = [6378.137, 0.0066943800229];
  const e = Math.sqrt(e2);
  const q = (latitude: number) => {
    const sin = Math.sin((latitude * Math.PI) / 180);
    return (1 - e2) * (sin / (1 - e2 * sin * sin) - Math.log((1 - e * sin) / (1 + e * sin)) / (2 * e));
  };
  return ((((a * a) / 2) * ((east - west) * Math.PI)) / 180) * (q(north) - q(south));
}
