import { expect } from 'chai';
import { readFile } from '../../services/imports/read-file.ts';
import type { ReadOptions } from '../../services/imports/readers/reader.ts';
import { UnreadableFile, type FileFault } from '../../services/imports/readers/unreadable.ts';
import { explainFile } from '../../services/imports/format-report.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { collection, temporaryFiles } from './files.ts';

type Options = ReadOptions & { format?: string };

/** Everything in a file. */
async function all(path: string, options: Options = {}) {
  const source = await readFile(path, options);
  const features: SourceFeature[] = [];
  for await (const feature of source.features) features.push(feature);
  return { ...source, features };
}

const point = { type: 'Point', coordinates: [9.5, 60] };
const line = (properties: object, id?: number) => JSON.stringify({ type: 'Feature', id, properties, geometry: point });

describe('imports: readers', () => {
  const { write } = temporaryFiles();

  it('GeoJSON of RFC 7946: degrees, ids, names, counts', async () => {
    const path = write('a.geojson', `{"type":"FeatureCollection","name":"Skog","features":[${line({ a: 1 }, 7)}]}`);
    const { crs, count, collection: name, features, format, sha256 } = await all(path);
    expect({ crs, count, name, format }).to.deep.equal({ crs: 4326, count: 1, name: 'Skog', format: 'geojson' });
    expect(features).to.deep.equal([{ index: 0, id: '7', properties: { a: 1 }, geometry: point }]);
    expect(sha256).to.match(/^[0-9a-f]{64}$/);
  });

  it('GeoJSON of 2008: the crs member counts, also when it comes last; --crs counts more', async () => {
    const features = `[${line({})}]`;
    const last = write(
      'b.geojson',
      `{"type":"FeatureCollection","features":${features},"crs":{"type":"name","properties":{"name":"EPSG:25833"}}}`,
    );
    expect((await all(last)).crs).to.equal(25833);
    expect((await all(last, { crs: 25832 })).crs).to.equal(25832);
    const code = write(
      'c.json',
      `{"crs":{"type":"EPSG","properties":{"code":25832}},"type":"FeatureCollection","features":[]}`,
    );
    expect((await all(code)).crs).to.equal(25832);
  });

  it('a Feature and a geometry alone, with a byte order mark', async () => {
    expect((await all(write('d.json', `\ufeff${line({ a: 1 })}`))).features[0]?.properties).to.deep.equal({ a: 1 });
    expect((await all(write('e.json', JSON.stringify(point)))).features[0]?.geometry).to.deep.equal(point);
  });

  it('one broken feature is its own fault', async () => {
    const text = `{"type":"FeatureCollection","features":[${line({})},{"type":"Feature","properties":{"n":NaN},"geometry":{"type":"Point","coordinates":[NaN,1]}},{oops},7,null,${line({ b: 2 })}]}`;
    const { features } = await all(write('f.geojson', text));
    expect(features.map(({ unreadable }) => unreadable?.split(':')[0])).to.deep.equal([
      undefined,
      undefined,
      'json',
      'not-a-feature',
      'not-a-feature',
      undefined,
    ]);
    expect(features[1]?.geometry).to.deep.equal({ type: 'Point', coordinates: ['NaN', 1] });
    expect(features[5]?.properties).to.deep.equal({ b: 2 });
  });

  it('a feature in another character set is its own fault', async () => {
    const latin = Buffer.from(
      `{"type":"FeatureCollection","features":[${line({ navn: 'Ål' })},${line({})}]}`,
      'latin1',
    );
    const { features } = await all(write('g.geojson', latin));
    expect(features.map(({ unreadable }) => unreadable)).to.deep.equal(['encoding', undefined]);
  });

  it('sequences by line and by record separator', async () => {
    const lines = [line({ a: 1 }), '', line({ a: 2 })];
    const byLine = await all(write('h.geojsonl', `${lines.join('\r\n')}\r\n`));
    const byMark = await all(write('i.geojsons', lines.map((text) => (text ? `\x1e${text}\n` : '')).join('')));
    for (const { features, format } of [byLine, byMark]) {
      expect(format).to.equal('geojson-sequence');
      expect(features.map(({ index, properties }) => [index, properties['a']])).to.deep.equal([
        [0, 1],
        [1, 2],
      ]);
    }
    expect((await all(write('j.txt', `${line({})}\n${line({})}\n`))).features).to.have.length(2);
  });

  const tables: [what: string, text: string | Buffer, options: Options, expected: unknown[]][] = [
    ['commas and degrees', 'id,navn,lon,lat\n1,Ål,8.56,60.63\n', {}, [[8.56, 60.63], { id: '1', navn: 'Ål' }]],
    [
      'semicolons, decimal commas, metres',
      'Øst;Nord;navn\n540000,5;6650000;"A;B"\n',
      { crs: 25832 },
      [[540000.5, 6650000], { navn: 'A;B' }],
    ],
    ['tabs and WKT', 'navn\twkt\nA\tPOINT(1 2)\n', { crs: 25832 }, [[1, 2], { navn: 'A' }]],
    ['Windows-1252', Buffer.from('lon,lat,navn\n9,60,Ål\n', 'latin1'), {}, [[9, 60], { navn: 'Ål' }]],
    ['Windows line ends, one of them in a cell', 'lon,lat,navn\r\n9,60,"Ål,\r\nØst"\r\n', {}, [[9, 60], { navn: 'Ål,\r\nØst' }]], // prettier-ignore
    ['UTF-16 with tabs', Buffer.from('\ufefflon\tlat\tnavn\r\n9\t60\tÅl\r\n', 'utf16le'), {}, [[9, 60], { navn: 'Ål' }]], // prettier-ignore
    ['UTF-16 the other way round', Buffer.from('\ufefflon\tlat\tnavn\n9\t60\tÅl\n', 'utf16le').swap16(), {}, [[9, 60], { navn: 'Ål' }]], // prettier-ignore
    [
      'both kinds of coordinates, metres asked for',
      'x,y,lon,lat\n540000,6650000,9,60\n',
      { crs: 25833 },
      [[540000, 6650000], { lon: '9', lat: '60' }],
    ],
    [
      'both kinds of coordinates, nothing asked for',
      'x,y,lon,lat\n540000,6650000,9,60\n',
      {},
      [[9, 60], { x: '540000', y: '6650000' }],
    ],
  ];
  for (const [what, text, options, expected] of tables)
    it(`tables: ${what}`, async () => {
      const [feature] = (await all(write('t.csv', text), options)).features;
      expect([
        feature?.geometry && 'coordinates' in feature.geometry && feature.geometry.coordinates,
        feature?.properties,
      ]).to.deep.equal(expected);
    });

  it('tables: rows that do not fit are their own fault', async () => {
    const { features } = await all(write('u.csv', 'lon,lat,a\n9,60,1\n9,60\n,,2\nx,60,3\n9,60,4\n'));
    expect(
      features.map(({ unreadable, geometry }) => unreadable?.split(':')[0] ?? geometry?.type ?? null),
    ).to.deep.equal(['Point', 'row', null, 'position', 'Point']);
    expect(features.map(({ index }) => index)).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('tables: cells of a grid, by lower left corner or centre', async () => {
    const path = write('v.csv', 'x,y\n1000,2000\n');
    for (const [at, west, south] of [
      ['lower-left', 1000, 2000],
      ['centre', 875, 1875],
    ] as const) {
      const [cell] = (await all(path, { crs: 25833, cell: { size: 250, at } })).features;
      expect(cell?.geometry).to.deep.include({
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [west + 250, south],
            [west + 250, south + 250],
            [west, south + 250],
            [west, south],
          ],
        ],
      });
    }
  });

  it('tables without coordinates say so', async () => {
    const { hasGeometry, crs, features } = await all(write('w.csv', 'link,aadt\na,100\n'));
    expect({ hasGeometry, crs }).to.deep.equal({ hasGeometry: false, crs: null });
    expect(features[0]?.geometry).to.equal(null);
  });

  const unreadable: [what: string, name: string, content: string | Uint8Array, fault: FileFault, options?: Options][] =
    [
      ['an empty file', 'x.geojson', '', 'empty'],
      ['an empty sequence', 'x.geojsonl', '', 'empty'],
      ['an empty table', 'x.csv', '', 'empty'],
      ['an empty GeoPackage', 'x.gpkg', '', 'empty'],
      ['a truncated file', 'y.geojson', collection([{ geometry: point, properties: {} }]).slice(0, -20), 'truncated'],
      ['a truncated sequence', 'y.geojsonl', `${line({})}\n${line({}).slice(0, 30)}`, 'truncated'],
      ['a table with an open quote', 'y.csv', 'lon,lat,a\n9,60,"x\n', 'bad-table'],
      ['a page of the web', 'z.geojson', '<!doctype html><html></html>', 'not-json'],
      ['another format', 'z.pdf', '%PDF-1.7', 'unknown-format'],
      ['a format that does not exist', 'z2.geojson', '{}', 'no-such-format', { format: 'dwg' }],
      ['JSON that is no GeoJSON', 'z3.json', '{"a": 1}', 'not-features'],
      ['Esri JSON', 'z4.json', '{"geometryType":"esriGeometryPoint","spatialReference":{},"features":[]}', 'esri-json'],
      ['TopoJSON', 'z5.json', '{"type":"Topology","objects":{}}', 'topojson'],
      [
        'an unreadable crs',
        'z6.json',
        '{"type":"FeatureCollection","crs":{"type":"link"},"features":[]}',
        'crs-unclear',
      ],
      ['a table in metres without --crs', 'z7.csv', 'x,y\n540000,6650000\n', 'crs-missing'],
      [
        'SQLite that is no GeoPackage',
        'z8.gpkg',
        Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(100)]),
        'not-geopackage',
      ],
    ];
  for (const [what, name, content, fault, options] of unreadable)
    it(`refuses ${what}`, async () => {
      let thrown: unknown;
      try {
        await all(write(name, content), options);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).to.be.instanceOf(UnreadableFile).and.have.property('fault', fault);
      for (const language of ['nb', 'en'] as const)
        expect(explainFile(thrown as UnreadableFile, language))
          .to.match(/^\p{Lu}.*[.)]$/u)
          .and.not.match(/undefined/);
    });
});
