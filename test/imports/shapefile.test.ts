import { expect } from 'chai';
import iconv from 'iconv-lite';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { charsetOf } from '../../services/imports/readers/shapefile/charset.ts';
import { readTable } from '../../services/imports/readers/shapefile/table.ts';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';
import { temporaryFiles } from './files.ts';
import { readAll, whyNot } from './read-all.ts';
import { esriUtm32, shapefileOf } from './shapefile.ts';

const name = 'Sør-Østerå, Ål';
const columnName = 'ÅRSTALL';

describe('imports: Shapefiles', () => {
  const { write } = temporaryFiles();
  let count = 0;

  /** Files in a folder of their own, by their endings. */
  function shapefile(files: Record<string, Uint8Array | string>): string {
    const folder = path.dirname(write(`${(count += 1)}`, ''));
    const own = path.join(folder, `map ${count}`);
    mkdirSync(own);
    for (const [ending, content] of Object.entries(files)) write(`map ${count}/vei.${ending}`, content);
    return path.join(own, 'vei.shp');
  }
  const rows = (encoding: string, text = name) =>
    [
      [520_000.5, 6_690_000, iconv.encode(text, encoding)],
      [520_001, 6_690_001, Buffer.from('b')],
    ] as [number, number, Buffer][];

  it('without index and character set, and with an index that is none: whole, and the files are left as they are', async () => {
    const { shp, dbf } = shapefileOf(rows('latin1'), iconv.encode(columnName, 'latin1'));
    const kinds: Record<string, Uint8Array | string>[] = [
      { shp, dbf, prj: esriUtm32 },
      { shp, dbf, prj: `${esriUtm32}\r\n`, shx: Buffer.alloc(10) },
    ];
    for (const files of kinds) {
      const file = shapefile(files);
      const { crs, features, warnings } = await readAll(file);
      expect(crs).to.equal(25832);
      expect(features.map(({ geometry, properties }) => ({ geometry, properties }))).to.deep.equal([
        { geometry: { type: 'Point', coordinates: [520_000.5, 6_690_000] }, properties: { [columnName]: name } },
        { geometry: { type: 'Point', coordinates: [520_001, 6_690_001] }, properties: { [columnName]: 'b' } },
      ]);
      expect(warnings).to.deep.equal([{ warning: 'no-charset', taken: 'ISO8859-1' }]);
      expect(readdirSync(path.dirname(file)).sort()).to.deep.equal(Object.keys(files).map((ending) => `vei.${ending}`).sort()); // prettier-ignore
    }
  });

  it('without .prj: asks for the system, and takes what is said', async () => {
    const { shp, dbf, shx } = shapefileOf(rows('utf8'));
    const file = shapefile({ shp, dbf, shx, cpg: 'UTF-8' });
    const error = await whyNot(file);
    expect(error).to.be.instanceOf(UnreadableFile).and.have.property('fault', 'crs-missing');
    expect((error as Error).message)
      .to.include('vei.cpg, vei.dbf, vei.shp, vei.shx')
      .and.include('--crs');
    const { crs, features, warnings } = await readAll(file, { crs: 25833 });
    expect([crs, features.length, warnings]).to.deep.equal([25833, 2, []]);
  });

  it('with the table of another export: refused, as nobody knows what belongs together', async () => {
    const { shp, shx } = shapefileOf(rows('utf8'));
    const { dbf } = shapefileOf(rows('utf8').slice(0, 1));
    const error = await whyNot(shapefile({ shp, shx, dbf, prj: esriUtm32 }));
    expect(error).to.be.instanceOf(UnreadableFile).and.have.property('fault', 'shapefile-rows');
    expect((error as Error).message).to.match(/2 geometries.* 1 rows/);
  });

  const charsets: [what: string, encoding: string, driver: number, cpg: string | null, warnings: unknown[]][] = [
    ['UTF-8 as said', 'utf8', 0, 'UTF-8', []],
    ['code page 65001', 'utf8', 0, '65001\r\n', []],
    ['code page 1252', 'latin1', 0, '1252', []],
    ['ANSI 1252', 'latin1', 0, 'ANSI 1252', []],
    ['ISO 8859-1 in other words', 'latin1', 0, 'ISO 8859-1', []],
    ['code page 88591', 'latin1', 0, '88591', []],
    ['Windows by its table', 'latin1', 0x57, null, []],
    ['DOS by its table', 'cp865', 0x66, null, []],
    ['DOS as said', 'cp850', 0, '850', []],
    ['nothing said, UTF-8', 'utf8', 0, null, [{ warning: 'no-charset', taken: 'UTF-8' }]],
    ['nothing said, DOS', 'cp865', 0, null, [{ warning: 'no-charset', taken: 'DOSN8' }]],
    ['says UTF-8, is Windows', 'latin1', 0, 'UTF-8', [{ warning: 'other-charset', said: 'UTF-8', taken: 'ISO8859-1' }]],
    ['says Windows, is UTF-8', 'utf8', 0x57, '1252', [{ warning: 'other-charset', said: '1252', taken: 'UTF-8' }]],
    ['table says Windows, is UTF-8', 'utf8', 0x57, null, [{ warning: 'other-charset', said: 'ANSI', taken: 'UTF-8' }]],
    ['a set that nobody knows', 'latin1', 0, 'HEI', [{ warning: 'other-charset', said: 'HEI', taken: 'ISO8859-1' }]],
  ];
  for (const [what, encoding, driver, cpg, expected] of charsets)
    it(`character set: ${what}`, async () => {
      const { dbf } = shapefileOf(rows(encoding), iconv.encode('NAVN', encoding), driver);
      const cpgFile = cpg === null ? undefined : write('a.cpg', cpg);
      const { decode, warnings } = await charsetOf(await readTable(write('a.dbf', dbf)), cpgFile);
      expect(warnings).to.deep.equal(expected);
      expect(decode(iconv.encode(name, encoding))).to.equal(name);
    });

  it('texts of UTF-8 that are cut in a letter are UTF-8; letters of one byte at the ends of texts are none that are cut', async () => {
    const long = `${'x'.repeat(39)}ø`; // the column has 40 bytes
    for (const [encoding, text, taken] of [
      ['utf8', long, 'UTF-8'],
      ['latin1', long, 'ISO8859-1'],
      ['latin1', 'Vestby å', 'ISO8859-1'],
    ] as const) {
      const { dbf } = shapefileOf([...rows(encoding, text), ...rows('utf8', encoding === 'utf8' ? name : 'b')]);
      const { warnings } = await charsetOf(await readTable(write('a.dbf', dbf)), undefined);
      expect(warnings).to.deep.equal([{ warning: 'no-charset', taken }]);
    }
  });
});
