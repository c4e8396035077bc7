import { expect } from 'chai';
import iconv from 'iconv-lite';
import type { Geometry, Position } from 'geojson';
import { UnreadableFile } from '../../services/imports/readers/unreadable.ts';
import { temporaryFiles } from './files.ts';
import { readAll, whyNot } from './read-all.ts';

const head = (more = '', { charset = 'UTF-8', koordsys = '22', unit = '0.01', origin = '0 0' } = {}) =>
  `.HODE\n..TEGNSETT ${charset}\n..TRANSPAR\n...KOORDSYS ${koordsys}\n...ORIGO-NØ ${origin}\n...ENHET ${unit}\n..SOSI-VERSJON 4.5\n${more}`;
const curve = (number: number, positions: string, kind = 'KURVE') =>
  `.${kind} ${number}:\n..OBJTYPE RpGrense\n..NØ\n${positions}\n`;
const face = (references: string, more = '') =>
  `.FLATE 100:\n..OBJTYPE RpOmråde\n${more}..REF ${references}\n..NØ\n1 1\n`;
/** A square of 100 m in two curves: 1 along the south and east, 2 along the north and west. */
const square = curve(1, '0 0\n0 10000\n10000 10000') + curve(2, '10000 10000\n10000 0\n0 0');
const squareRing = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
  [0, 0],
];

const area = (ring: readonly Position[]) =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [fromX = 0, fromY = 0] = ring[at] ?? [];
    return sum + (fromX * y - x * fromY) / 2;
  }, 0);

describe('imports: SOSI', () => {
  const { write } = temporaryFiles();
  const read = (text: string | Buffer, options = {}) => readAll(write('a.sos', text), options);
  const faceOf = async (body: string): Promise<Geometry | string> => {
    const { features } = await read(`${head()}${body}.SLUTT\n`);
    const found = features.find(({ objectType }) => objectType === 'RpOmråde');
    return found?.geometry ?? found?.unreadable ?? 'nothing';
  };
  const fault = async (text: string | Buffer, options = {}) => {
    const error = await whyNot(write('b.sos', text), options);
    expect(error).to.be.instanceOf(UnreadableFile);
    return error as UnreadableFile;
  };

  const letters = 'æøåÆØÅ';
  for (const [charset, encoding] of [
    ['UTF-8', 'utf8'],
    ['ISO8859-1', 'latin1'],
    ['ISO8859-10', 'iso-8859-10'],
    ['ANSI', 'windows-1252'],
    ['DOSN8', 'cp865'],
    ['DECN8', 'latin1'],
    ['MACN8', 'macintosh'],
  ] as const)
    it(`TEGNSETT ${charset}`, async () => {
      const text = `${head('', { charset })}.PUNKT 1:\n..OBJTYPE Område\n..NAVN "${letters}"\n..NØ\n1 2\n.SLUTT\n`;
      const { features, warnings } = await read(iconv.encode(text, encoding));
      expect(features).to.deep.equal([
        {
          ...{ index: 0, objectType: 'Område', properties: { NAVN: letters } },
          geometry: { type: 'Point', coordinates: [0.02, 0.01] },
        },
      ]);
      expect(warnings).to.deep.equal([]);
    });

  for (const charset of ['ND7', 'DECN7'])
    it(`TEGNSETT ${charset}: seven bits, in which brackets are letters`, async () => {
      const text = head('', { charset }).replace('Ø', '\\') + '.PUNKT 1:\n..NAVN {|}[\\]\n..N\\\n1 2\n.SLUTT\n';
      const [feature] = (await read(Buffer.from(text, 'latin1'))).features;
      expect(feature?.properties).to.deep.equal({ NAVN: letters });
      expect(feature?.geometry).to.deep.equal({ type: 'Point', coordinates: [0.02, 0.01] });
    });

  for (const [said, written, encoding] of [
    ['ISO8859-1', 'UTF-8', 'utf8'],
    ['UTF-8', 'ISO8859-1', 'latin1'],
    ['ISO8859-1', 'DOSN8', 'cp865'],
    ['DOSN8', 'ISO8859-1', 'latin1'],
    ['DOSN8', 'UTF-8', 'utf8'],
    ['ND7', 'ISO8859-1', 'latin1'],
    ['ANSI', 'DOSN8', 'cp865'],
    ['ISO8859-10', 'UTF-8', 'utf8'],
  ] as const)
    it(`says ${said}, is ${written}: noticed, said, and read as it is`, async () => {
      const text = `${head('', { charset: said })}.PUNKT 1:\n..NAVN "Årdal, Sør-Østerå"\n..NØ\n1 2\n.SLUTT\n`;
      const { features, warnings } = await read(iconv.encode(text, encoding));
      expect(features[0]?.properties).to.deep.equal({ NAVN: 'Årdal, Sør-Østerå' });
      expect(warnings).to.deep.equal([{ warning: 'other-charset', said, taken: written }]);
    });

  it('an unknown TEGNSETT is refused by name', async () => {
    const { fault: what, message } = await fault(`${head('', { charset: 'EBCDIC' })}.SLUTT\n`);
    expect(what).to.equal('sosi-charset');
    expect(message).to.include('EBCDIC').and.include('DOSN8');
  });

  for (const [koordsys, epsg] of [
    ...([1, 2, 3, 4, 5, 6, 7, 8] as const).map((axis) => [axis, 27390 + axis] as const),
    ...([21, 22, 23, 24, 25] as const).map((zone) => [zone, 25810 + zone] as const),
    ...([31, 32, 33, 35] as const).map((zone) => [zone, 23000 + zone] as const),
    ...([61, 62, 63] as const).map((zone) => [zone, 32570 + zone] as const),
    ...([205, 210, 215, 230] as const).map((zone) => [zone, 4900 + zone] as const),
    [50, 4230],
    [84, 4258],
    [9, 4273],
  ] as const)
    it(`KOORDSYS ${koordsys} is EPSG:${epsg}`, async () =>
      expect((await read(`${head('', { koordsys: String(koordsys) })}.SLUTT\n`)).crs).to.equal(epsg));

  it('an unknown KOORDSYS is refused by name, and read when a system is said', async () => {
    const text = `${head('', { koordsys: '101' })}.PUNKT 1:\n..NØ\n1 2\n.SLUTT\n`;
    const { fault: what, message } = await fault(text);
    expect(what).to.equal('sosi-koordsys');
    expect(message).to.include('101').and.include('--crs');
    expect((await read(text, { crs: 25833 })).crs).to.equal(25833);
  });

  it('degrees in KOORDSYS 84: north before east, and curves meet within a centimetre, not a kilometre', async () => {
    const grid = { koordsys: '84', unit: '0.0000001' };
    // A square of 0.002°: its ends are nearer to each other than a hundredth of a degree.
    const body = `${curve(1, '600000000 100000000\n600000000 100020000\n600020000 100020000')}${curve(2, '600020000 100020000\n600020000 100000000\n600000000 100000000')}${face(':1 :2')}.SLUTT\n`;
    const { features } = await read(head('', grid) + body);
    const { geometry } = features[2] ?? {};
    expect(geometry?.type).to.equal('Polygon');
    expect(geometry?.type === 'Polygon' && geometry.coordinates[0]).to.deep.equal([
      ...[
        [10, 60],
        [10.002, 60],
        [10.002, 60.002],
        [10, 60.002],
      ],
      [10, 60],
    ]);
  });

  it('ENHET, ORIGO-NØ and heights', async () => {
    const grid = { unit: '0.001', origin: '7034310 569351' };
    const [feature] = (await read(`${head('', grid)}.PUNKT 1:\n..NØH\n2980 11668 995\n.SLUTT\n`)).features;
    expect(feature?.geometry).to.deep.equal({ type: 'Point', coordinates: [569362.668, 7034312.98, 0.995] });
    expect((await fault(`${head('', { unit: 'cm' })}.SLUTT\n`)).fault).to.equal('sosi-transpar');
    expect((await fault(`${head('', { unit: '0' })}.SLUTT\n`)).fault).to.equal('sosi-transpar');
  });

  const faces: [what: string, body: string][] = [
    ['of two curves', square + face(':1 :2')],
    ['before its curves', face(':1 :2') + square],
    [
      'with curves that run against it',
      curve(1, '10000 10000\n0 10000\n0 0') + curve(2, '0 0\n10000 0\n10000 10000') + face(':-1 :-2'),
    ],
    ['whose signs are wrong', square + face(':1 :-2')],
    ['that names curves more than a line', square + face(':1\n:2')],
    [
      'whose curves end a centimetre apart',
      curve(1, '0 0\n0 10000\n10000 10000') + curve(2, '10000 10001\n10000 0\n0 0') + face(':1 :2'),
    ],
  ];
  for (const [what, body] of faces)
    it(`a face ${what}`, async () => {
      const found = await faceOf(body);
      expect(found).to.have.property('type', 'Polygon');
      const [ring = []] = (found as { coordinates: Position[][] }).coordinates;
      const rounded = ring.map((position) => position.map((number) => Math.round(number)));
      expect(rounded).to.deep.equal(squareRing);
    });

  it('a face of curves in the wrong order', async () => {
    const sides = ['0 0\n0 10000', '0 10000\n10000 10000', '10000 10000\n10000 0', '10000 0\n0 0'];
    const found = await faceOf(sides.map((side, at) => curve(at + 1, side)).join('') + face(':3 :1 :4 :2'));
    expect(found).to.have.property('type', 'Polygon');
    const [ring = []] = (found as { coordinates: Position[][] }).coordinates;
    expect(Math.abs(area(ring))).to.equal(10_000);
  });

  it('islands: in parentheses, several, and of several curves', async () => {
    const islands =
      curve(3, '1000 1000\n1000 2000\n2000 2000\n1000 1000') +
      curve(4, '5000 5000\n5000 6000\n6000 6000') +
      curve(5, '6000 6000\n5000 5000');
    const found = await faceOf(square + islands + face(':1 :2 (:3) (:-5 :-4)'));
    const rings = (found as { coordinates: Position[][] }).coordinates;
    expect(rings.map((ring) => Math.abs(area(ring)))).to.deep.equal([10_000, 50, 50]);
  });

  it('several rings outside of parentheses are nested by where they lie', async () => {
    const inside = curve(3, '1000 1000\n1000 2000\n2000 2000\n1000 1000');
    const beside = curve(4, '50000 50000\n50000 51000\n51000 51000\n50000 50000');
    const found = await faceOf(square + inside + beside + face(':1 :2 :3 :4'));
    expect(found).to.have.property('type', 'MultiPolygon');
    const polygons = (found as { coordinates: Position[][][] }).coordinates;
    expect(polygons.map(({ length }) => length)).to.deep.equal([2, 1]);
  });

  const broken: [what: string, body: string, said: RegExp][] = [
    ['a curve that is missing', square + face(':1 :7'), /^sosi-reference: :7; FLATE 100 \(\d+\)$/],
    ['a number that is there twice', square + curve(2, '1 1\n2 2') + face(':1 :2'), /^sosi-twice: :2; FLATE 100/],
    ['itself', square + face(':100 :2'), /^sosi-reference: :100; FLATE 100/],
    ['curves that do not close', curve(1, '0 0\n0 10000') + face(':1'), /^sosi-gap: 100, 0; FLATE 100/],
    ['nothing', face(''), /^sosi-no-border/],
    ['something else than numbers', square + face(':1 :x'), /^sosi-reference: :x/],
    ['a clothoid', curve(1, '0 0\n1 1', 'KLOTOIDE') + face(':1'), /^sosi-curve: KLOTOIDE; FLATE 100/],
  ];
  for (const [what, body, said] of broken)
    it(`a face that refers to ${what} is its own fault, with its place`, async () =>
      expect(await faceOf(body)).to.match(said));

  it('BUEP and SIRKELP through three positions, SIRKEL by its radius, alone and as borders', async () => {
    const body =
      curve(1, '0 0\n1000 1000\n0 2000', 'BUEP') +
      curve(2, '0 2000\n0 0') +
      face(':1 :2') +
      curve(5, '0 0\n1000 1000\n0 2000', 'SIRKELP') +
      '.SIRKEL 6:\n..RADIUS 10\n..NØ\n0 1000\n' +
      curve(7, '0 0\n1000 1000', 'BUEP');
    const { features } = await read(`${head()}${body}.SLUTT\n`);
    const [arc, , half, circle, byRadius, cut] = features;
    const length = (geometry: Geometry | null | undefined) =>
      geometry?.type === 'LineString'
        ? geometry.coordinates.slice(1).reduce((sum, [x = 0, y = 0], at) => {
            const [fromX = 0, fromY = 0] = geometry.coordinates[at] ?? [];
            return sum + Math.hypot(x - fromX, y - fromY);
          }, 0)
        : NaN;
    expect(length(arc?.geometry)).to.be.closeTo(Math.PI * 10, 0.02);
    expect(length(circle?.geometry)).to.be.closeTo(Math.PI * 20, 0.04);
    expect(length(byRadius?.geometry)).to.be.closeTo(Math.PI * 20, 0.04);
    const ring = half?.geometry?.type === 'Polygon' ? (half.geometry.coordinates[0] ?? []) : [];
    expect(Math.abs(area(ring))).to.be.closeTo(Math.PI * 50, 0.2);
    expect(cut?.unreadable).to.match(/^sosi-arc: 2; BUEP 7/);
  });

  it('positions with knots, quality and comments; Windows line ends; a byte order mark', async () => {
    const text = `! laget for hånd\n${head()}.KURVE 1: ! grensen\n..OBJTYPE RpGrense\n..NØH\n0 0 100 ...KP 1 ! knutepunkt\n...KVALITET 82 10\n0 10000 200\n..NØH\n10000 10000 300!uten mellomrom\n.SLUTT\n`;
    const { features } = await read(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(features).to.have.length(1);
    expect(features[0]?.geometry).to.deep.equal({
      type: 'LineString',
      coordinates: [
        [0, 0, 1],
        [100, 0, 2],
        [100, 100, 3],
      ],
    });
  });

  it('values: groups, rows, joined and doubled quotes, none, the same twice, names that objects have', async () => {
    const text = `${head()}.PUNKT 1:\n..NASJONALAREALPLANID\n...KOMM 1840\n...PLANID 2016003\n..KVALITET 82 10 0\n..NAVN "Øvre" & ' "dal"'\n..TEKST "si ""hei"""\n..TOM *\n..A 1\n..A 2\n..__proto__ x\n..NØ\n1 2\n.SLUTT`;
    const [feature] = (await read(text)).features;
    expect(JSON.parse(JSON.stringify(feature?.properties))).to.deep.equal(
      JSON.parse(
        '{"NASJONALAREALPLANID":{"KOMM":"1840","PLANID":"2016003"},"KVALITET":{"MÅLEMETODE":"82","NØYAKTIGHET":"10","SYNBARHET":"0"},"NAVN":"Øvre \\"dal\\"","TEKST":"si \\"hei\\"","TOM":null,"A":"1","A 2":"2","__proto__":"x"}',
      ),
    );
  });

  it('kinds: TEKST and SYMBOL are points, SVERM several, TRASE the lines that it refers to', async () => {
    const body = `.TEKST 1:\n..NØ\n1 2\n3 4\n.SYMBOL 2:\n..NØ\n1 2\n.SVERM 3:\n..NØ\n1 2\n3 4\n${curve(4, '0 0\n1 1')}.TRASE 5:\n..REF :-4\n.OBJEKT 6:\n..OBJTYPE Arealplan\n`;
    const { features, count } = await read(`${head()}${body}.SLUTT\n`);
    expect(features.map(({ geometry }) => geometry?.type)).to.deep.equal([
      'Point',
      'Point',
      'MultiPoint',
      'LineString',
      'MultiLineString',
      undefined,
    ]);
    expect(count).to.equal(6);
  });

  const wrongPositions: [body: string, said: RegExp][] = [
    ['..NØ\n1 2\n3', /^sosi-positions: 3 \/ 2; PUNKT 1/],
    ['..NØ\n1 to', /^sosi-number: to; PUNKT 1/],
    ['..NØ\n1 2\n..NØH\n1 2 3', /^sosi-axes/],
  ];
  for (const [body, said] of wrongPositions)
    it(`'${body.replaceAll('\n', ' ')}' is its own fault`, async () => {
      const { features } = await read(`${head()}.PUNKT 1:\n${body}\n.PUNKT 2:\n..NØ\n1 2\n.SLUTT\n`);
      expect(features[0]?.unreadable).to.match(said);
      expect(features[1]?.geometry?.type).to.equal('Point');
    });

  it('refuses what is no whole file', async () => {
    expect((await fault(head() + square)).fault).to.equal('sosi-truncated');
    expect((await fault(`${head()}.SLUTT\n${square}`)).fault).to.equal('sosi-after-end');
    expect((await fault(square)).fault).to.equal('not-sosi');
    expect((await fault(`.HODE\n..TEGNSETT UTF-8\n${square}.SLUTT\n`)).fault).to.equal('crs-missing');
  });

  it('a curve that many areas share is read once for each, wherever it stands', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => `.FLATE ${at + 10}:\n..OBJTYPE RpOmråde\n..REF :1 :2\n`).join(
      '',
    );
    const { features } = await read(`${head()}${many}${square}.SLUTT\n`);
    expect(features.filter(({ geometry }) => geometry?.type === 'Polygon')).to.have.length(2000);
  });
});
