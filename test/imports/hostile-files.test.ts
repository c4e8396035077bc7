import { expect } from 'chai';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crsOf } from '../../services/imports/crs.ts';
import { examine, vertexLimit } from '../../services/imports/examine.ts';
import { readFile } from '../../services/imports/read-file.ts';
import { TemporaryFolder } from '../../services/imports/readers/temporary-folder.ts';
import { UnreadableFile, type FileFault } from '../../services/imports/readers/unreadable.ts';
import { Rejection } from '../../services/imports/reasons.ts';
import { ownTemporaryFolder, temporaryFiles } from './files.ts';
import { readAll, whyNot } from './read-all.ts';
import { zipOf, type ZipEntry } from './hostile-zip.ts';

const map = Buffer.from('lon,lat,navn\n9.5,60,Ål\n');
const entry = (name: string, more: Partial<ZipEntry> = {}): ZipEntry => ({ name, content: map, ...more });
const megabyte = 2 ** 20;

describe('imports: hostile archives', () => {
  const { left } = ownTemporaryFolder();
  const { write } = temporaryFiles();
  afterEach('nothing is left behind', () => expect(left()).to.deep.equal([]));

  it('an honest one is read, whatever lies beside its maps', async () => {
    const path = write(
      'a.zip',
      zipOf([entry('kart/'), entry('kart/punkt.csv'), entry('__MACOSX/._x'), entry('les.md')]),
    );
    const { features, format, count, crs } = await readAll(path);
    expect({ format, count, crs, length: features.length }).to.deep.equal({
      format: 'zip',
      count: null,
      crs: 4326,
      length: 1,
    });
    expect(features[0]?.properties).to.deep.equal({ navn: 'Ål' });
  });

  const zeros = Buffer.alloc(200 * megabyte);
  const attacks: [what: string, bytes: () => Buffer, fault: FileFault, says?: RegExp][] = [
    [
      'a bomb that says its size',
      () => zipOf(Array.from({ length: 8 }, (_, at) => entry(`${at}.csv`, { content: zeros }))),
      'archive-too-large',
      /1024 MB/,
    ],
    [
      'a bomb that says it is small',
      () => zipOf([entry('a.csv', { content: zeros, declaredSize: 1000 })]),
      'bad-archive',
    ],
    [
      'entries that share their bytes',
      () =>
        zipOf([
          entry('a0.csv', { content: zeros }),
          ...Array.from({ length: 500 }, (_, at) =>
            entry(`a${at + 1}.csv`, { content: zeros.subarray(0, 10), declaredSize: zeros.length, overlaps: true }),
          ),
        ]),
      'archive-too-large',
    ],
    ['a place above the folder', () => zipOf([entry('../../a.csv')]), 'bad-archive', /\.\.\/\.\.\/a\.csv/],
    ['a place above, as Windows writes it', () => zipOf([entry('..\\a.csv')]), 'bad-archive'],
    ['a place from the root', () => zipOf([entry('/tmp/a.csv')]), 'bad-archive', /absolute/],
    ['a place on a drive', () => zipOf([entry('C:/a.csv')]), 'bad-archive'],
    [
      'a link',
      () => zipOf([entry('a.csv', { content: Buffer.from('/etc/hostname'), mode: 0o120777 })]),
      'archive-unsafe',
      /a\.csv/,
    ],
    ['a name that is there twice', () => zipOf([entry('a.csv'), entry('A.csv')]), 'archive-unsafe'],
    ['a file where a folder is', () => zipOf([entry('a.csv'), entry('a.csv/b.csv')]), 'bad-archive'],
    [
      '10,000 entries',
      () => zipOf(Array.from({ length: 10_000 }, (_, at) => entry(`${at}.csv`))),
      'archive-too-many',
      /10000/,
    ],
    [
      'more maps than anyone sends',
      () => zipOf(Array.from({ length: 500 }, (_, at) => entry(`${at}.csv`))),
      'archive-too-many',
      /500/,
    ],
    [
      'an archive in an archive',
      () => zipOf([entry('b.zip', { content: zipOf([entry('a.csv')]) })]),
      'archive-empty',
      /b\.zip/,
    ],
    ['an encrypted entry', () => zipOf([entry('a.csv', { encrypted: true })]), 'archive-unsafe', /encrypted/],
    ['no maps', () => zipOf([entry('les.md')]), 'archive-empty', /les\.md/],
    ['a directory that is cut off', () => zipOf([entry('a.csv')]).subarray(0, -30), 'bad-archive'],
    [
      'bytes that are no longer what they were',
      () => flipped(zipOf([entry('a.csv', { content: Buffer.from('lon,lat\n'.repeat(5000)) })])),
      'bad-archive',
    ],
    ['a Shapefile without its table', () => zipOf([entry('a.shp', { content: shapeHead })]), 'shapefile-part', /\.dbf/],
    [
      'a map that cannot be read after one that can',
      () =>
        zipOf([
          entry('a.geojson', { content: Buffer.from('{"type":"FeatureCollection","features":[]}') }),
          entry('b.sos', { content: Buffer.from('.HODE\n') }),
        ]),
      'sosi-truncated',
    ],
  ];
  for (const [what, bytes, fault, says] of attacks)
    it(`refuses ${what}`, async function () {
      this.timeout(120_000);
      const error = await whyNot(write('x.zip', bytes()));
      expect(error).to.be.instanceOf(UnreadableFile).and.have.property('fault', fault);
      if (says) expect((error as Error).message).to.match(says);
      expect((error as Error).message).to.not.include('grunnriss-import-');
    });

  it('breaking off in the middle removes what was unpacked', async () => {
    const source = await readFile(write('b.zip', zipOf([entry('a.csv'), entry('b.csv')])));
    for await (const { index } of source.features) if (index === 0) break;
  });
});

const shapeHead = (() => {
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  return head;
})();

function flipped(bytes: Buffer): Buffer {
  for (let at = 40; at < 60; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  return bytes;
}

describe('imports: what a killed process has unpacked', () => {
  it('is removed by the next one; what a living one has is not', async function () {
    this.timeout(60_000);
    const mine = await TemporaryFolder.make();
    const program = `import { TemporaryFolder } from ${JSON.stringify(import.meta.resolve('../../services/imports/readers/temporary-folder.ts'))};
      const folder = await TemporaryFolder.make(); process.stdout.write(folder.path); process.kill(process.pid, 'SIGKILL');`;
    const { stdout, signal } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(signal).to.equal('SIGKILL');
    expect(existsSync(stdout)).to.equal(true);
    await (await TemporaryFolder.make()).remove();
    expect(existsSync(stdout)).to.equal(false);
    expect(existsSync(mine.path)).to.equal(true);
    await mine.remove();
    expect(existsSync(path.dirname(mine.path))).to.equal(false);
  });
});

describe('imports: hostile files', () => {
  const { write } = temporaryFiles();

  /** What becomes of the first feature: the code of what is wrong. */
  async function outcome(name: string, bytes: string | Uint8Array, options = {}): Promise<string> {
    const { features, crs } = await readAll(write(name, bytes), options);
    const [{ geometry, unreadable } = { geometry: null }] = features;
    if (unreadable !== undefined || !geometry) return unreadable?.split(':')[0] ?? 'none';
    try {
      examine(geometry, 'any', crsOf(crs ?? 4326));
      return 'loaded';
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return (error as Rejection).reason;
    }
  }

  it('a polygon of ten million vertices, and of two million in each format of text', async function () {
    this.timeout(300_000);
    const positions = (separator: string, between: string, many = 2 * vertexLimit) => {
      const thousand = Array.from({ length: 1000 }, (_, at) => `${at % 9}${between}${at % 7}`).join(separator);
      return Array<string>(many / 1000)
        .fill(thousand)
        .join(separator);
    };
    expect(
      await outcome(
        'a.sos',
        `.HODE\n..TEGNSETT UTF-8\n..TRANSPAR\n...KOORDSYS 22\n.KURVE 1:\n..NØ\n${positions('\n', ' ', 10 * vertexLimit)}\n.SLUTT\n`,
      ),
    ).to.equal('points');
    expect(await outcome('a.csv', `wkt\n"POLYGON((${positions(',', ' ')}))"\n`, { crs: 25832 })).to.be.oneOf([
      'points',
      'row',
    ]);
    const gml = `<a xmlns:gml="http://www.opengis.net/gml/3.2"><gml:featureMember><f><g><gml:LineString srsName="EPSG:25832"><gml:posList>${positions(' ', ' ')}</gml:posList></gml:LineString></g></f></gml:featureMember></a>`;
    expect(await outcome('a.gml', gml)).to.equal('points');
    const json = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[${positions('],[', ',')}]]]}}]}`;
    expect(await outcome('a.geojson', json)).to.be.oneOf(['too-many-vertices', 'too-large']);
  });

  it('a file larger than its format can be read is refused by its size, before it is read', async () => {
    for (const [name, head, megabytes] of [
      ['a.gpkg', Buffer.from('SQLite format 3\0'), 1025],
      ['a.shp', shapeHead, 513],
    ] as const) {
      const file = write(name, head);
      truncateSync(file, megabytes * megabyte); // no byte of it is on the disk
      const error = await whyNot(file);
      expect(error).to.be.instanceOf(UnreadableFile).and.have.property('fault', 'too-large');
      expect((error as Error).message).to.match(new RegExp(`^${megabytes} MB .* ${megabytes - 1} MB .*GeoJSONSeq`));
      rmSync(file);
    }
  });

  it('a SOSI element without end, and a line without end, are let go of', async function () {
    this.timeout(120_000);
    const head = '.HODE\n..TEGNSETT UTF-8\n..TRANSPAR\n...KOORDSYS 22\n';
    const long = 'x'.repeat(140 * megabyte);
    for (const body of [`.PUNKT 1:\n..NAVN ${long}\n`, `.PUNKT 1:\n${' '.repeat(140 * megabyte)}\n..NØ\n1 2\n`]) {
      const { features } = await readAll(write('long.sos', `${head}${body}.PUNKT 2:\n..NØ\n1 2\n.SLUTT\n`));
      expect(features.map(({ unreadable, geometry }) => unreadable ?? geometry?.type)).to.deep.equal([
        'too-large',
        'Point',
      ]);
    }
    expect(await outcome('many.sos', `${head}.PUNKT 1:\n${'..A\n'.repeat(2_000_000)}.SLUTT\n`)).to.equal('sosi-items');
    const face = `.KURVE 1:\n..NØ\n0 0\n1 1\n2 0\n.FLATE 2:\n..REF ${':1 '.repeat(600_000)}\n`;
    const { features } = await readAll(write('again.sos', `${head}${face}.SLUTT\n`));
    expect(features[1]?.unreadable?.split(':')[0]).to.be.oneOf(['points', 'sosi-items']);
  });

  const misplaced: [what: string, x: number, y: number, crs: number, reason: string][] = [
    ['swapped axes', 6_690_000, 520_000, 25832, 'axes-swapped'],
    ['swapped degrees', 60, 9.5, 4326, 'axes-swapped'],
    ['degrees that are called metres', 9.5, 60, 25832, 'degrees-not-metres'],
    ['metres that are called degrees', 520_000, 6_690_000, 4326, 'metres-not-degrees'],
    ['millimetres', 520_000_000, 6_690_000_000, 25832, 'millimetres-not-metres'],
    ['centimetres', 52_000_000, 669_000_000, 25832, 'centimetres-not-metres'],
  ];
  for (const [what, x, y, crs, reason] of misplaced)
    it(`${what} are noticed and said`, async () =>
      expect(await outcome('m.csv', `x,y\n${x},${y}\n`, { crs })).to.equal(reason));

  it('curves in tables: drawn', async () => {
    const rows = [
      'CIRCULARSTRING(0 0,10 10,20 0)',
      'COMPOUNDCURVE((-5 0,0 0),CIRCULARSTRING(0 0,10 10,20 0))',
      'CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(0 0,10 10,20 0),(20 0,0 0)),(8 2,9 2,9 3,8 2))',
      'CURVEPOLYGON Z(CIRCULARSTRING Z(0 0 1,20 0 1,0 0 1))',
      'MULTICURVE((0 0,1 1),CIRCULARSTRING(0 0,10 10,20 0))',
      'MULTISURFACE(((0 0,1 0,1 1,0 0)),CURVEPOLYGON(CIRCULARSTRING(0 0,20 0,0 0)))',
      'COMPOUNDCURVE(COMPOUNDCURVE((0 0,1 1)))',
      'CIRCULARSTRING(0 0,1 1)',
      'CURVEPOLYGON EMPTY',
    ];
    const table = `id;wkt\n${rows.map((row, at) => `${at};"${row}"`).join('\n')}\n`;
    const { features } = await readAll(write('c.csv', table), { crs: 25832 });
    expect(features.map(({ geometry, unreadable }) => geometry?.type ?? unreadable?.split(' ')[0])).to.deep.equal([
      ...[
        'LineString',
        'LineString',
        'Polygon',
        'Polygon',
        'MultiLineString',
        'MultiPolygon',
        'wkt:',
        'arc:',
        'Polygon',
      ],
    ]);
    const ring = features[2]?.geometry;
    expect(ring?.type === 'Polygon' && ring.coordinates.map(({ length }) => length > 20)).to.deep.equal([true, false]);
  });

  it('a file that changes while it is read is refused; one that is only touched is not', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${9 + at / 1e6},60`).join('\n');
    for (const change of [
      (file: string) => appendFileSync(file, '\n9.5,60'),
      (file: string) => writeFileSync(file, `lon,lat\n${rows.replaceAll('60', '61')}`),
      (file: string) => writeFileSync(file, 'lon,lat\n'),
      (file: string) => rmSync(file),
    ]) {
      const file = write('changing.csv', `lon,lat\n${rows}`);
      expect(await readWhile(file, () => change(file)))
        .to.be.instanceOf(UnreadableFile)
        .and.have.property('fault', 'changed');
    }
    const file = write('touched.csv', `lon,lat\n${rows}`);
    expect(await readWhile(file, () => utimesSync(file, new Date(), new Date(0)))).to.equal(null);
  });

  async function readWhile(file: string, change: () => void): Promise<unknown> {
    try {
      const { features } = await readFile(file);
      for await (const { index } of features) if (index === 100) change();
      return null;
    } catch (error) {
      return error;
    }
  }
});

/** A disk of its own, where this machine lets us mount one. */
describe('imports: a full disk', () => {
  const child = fileURLToPath(new URL('read-child.ts', import.meta.url));

  const own = ['--mount', '--map-root-user'];
  if (spawnSync('unshare', [...own, 'true']).status !== 0) {
    it('not run: this machine lets us mount no disk');
    return;
  }

  it('is said, and nothing is left', function () {
    this.timeout(60_000);
    const room = mkdtempSync(path.join(tmpdir(), 'grunnriss-full-'));
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, at) => `${9 + at / 1e6},60`).join('\n'));
    const archive = path.join(room, 'a.zip');
    const disk = path.join(room, 'disk');
    writeFileSync(archive, zipOf([{ name: 'a.csv', content: Buffer.concat([Buffer.from('lon,lat\n'), content]) }]));
    mkdirSync(disk);
    try {
      // In a mount namespace of its own the disk goes with its process.
      const script = `mount -t tmpfs -o size=1m tmpfs "$1" && TMPDIR="$1" "$2" --import tsx "$3" "$4"; ls -A "$1"`;
      const said = execFileSync('unshare', [...own, 'sh', '-c', script, 'sh', disk, process.execPath, child, archive], {
        encoding: 'utf8',
      });
      expect(said).to.match(/^\{"fault":"no-space"[^\n]*\n(?:tsx-[^\n]*\n)*$/);
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  });
});
