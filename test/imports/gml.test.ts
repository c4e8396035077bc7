import { expect } from 'chai';
import iconv from 'iconv-lite';
import type { Geometry, Position } from 'geojson';
import { UnreadableFile, type FileFault } from '../../services/imports/readers/unreadable.ts';
import { temporaryFiles } from './files.ts';
import { readAll, whyNot } from './read-all.ts';

const namespaces =
  'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:app="urn:app"';
const utm = 'http://www.opengis.net/def/crs/EPSG/0/25832';
const document = (members: string, before = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${before}<gml:FeatureCollection ${namespaces}>${members}</gml:FeatureCollection>`;
const member = (content: string, id = 'f1') =>
  `<gml:featureMember><app:RpOmråde gml:id="${id}">${content}</app:RpOmråde></gml:featureMember>`;
const holding = (geometry: string, srsName = utm) =>
  member(`<app:område>${geometry.replace(/^<gml:(\w+)/, `<gml:$1 srsName="${srsName}"`)}</app:område>`);
const line = (content: string, srsName?: string) =>
  document(holding(`<gml:Curve><gml:segments>${content}</gml:segments></gml:Curve>`, srsName));
const pos = (list: string) => `<gml:posList>${list}</gml:posList>`;
const ring = (list: string) => `<gml:exterior><gml:LinearRing>${pos(list)}</gml:LinearRing></gml:exterior>`;
const square = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
  [0, 0],
];
const squareList = '0 0 9 0 9 9 0 9 0 0';

const lengthOf = (positions: readonly Position[]) =>
  positions.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [fromX = 0, fromY = 0] = positions[at] ?? [];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);

describe('imports: GML', () => {
  const { write } = temporaryFiles();
  const read = (text: string | Buffer, options = {}) => readAll(write('a.gml', text), options);
  const geometryOf = async (text: string, options = {}): Promise<Geometry | string | null> => {
    const [feature] = (await read(text, options)).features;
    return feature?.unreadable ?? feature?.geometry ?? null;
  };
  const coordinatesOf = async (text: string) => {
    const found = await geometryOf(text);
    return typeof found === 'object' && found && 'coordinates' in found ? found.coordinates : found;
  };

  const axes: [srsName: string, epsg: number, northFirst: boolean][] = [
    ['urn:ogc:def:crs:EPSG::4258', 4258, true],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 4326, true],
    ['EPSG:4258', 4258, false],
    ['http://www.opengis.net/gml/srs/epsg.xml#4326', 4326, false],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326, false],
    ['urn:ogc:def:crs:EPSG::25833', 25833, false],
    ['urn:ogc:def:crs:EPSG::5972', 25832, false],
    ['urn:ogc:def:crs:EPSG::5115', 5115, true],
    ['urn:ogc:def:crs:EPSG::5945', 5105, true],
    ['urn:ogc:def:crs:EPSG::27393', 27393, true],
    ['urn:ogc:def:crs:EPSG::3035', 3035, true],
  ];
  for (const [srsName, epsg, northFirst] of axes)
    it(`${srsName}: ${northFirst ? 'north' : 'east'} first`, async () => {
      const { crs, features } = await read(
        document(holding('<gml:Point><gml:pos>60 10</gml:pos></gml:Point>', srsName)),
      );
      expect(crs).to.equal(epsg);
      expect(features[0]?.geometry).to.deep.equal({ type: 'Point', coordinates: northFirst ? [10, 60] : [60, 10] });
    });

  it('a geometry that names no CRS has that of the collection, else the usual one of the file', async () => {
    const envelope =
      '<gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4258"><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy>';
    const point = '<app:p><gml:Point><gml:pos>60 10</gml:pos></gml:Point></app:p>';
    const byEnvelope = await read(document(envelope + member(point)));
    const byOthers = await read(
      document(
        member(point) + holding('<gml:Point><gml:pos>61 11</gml:pos></gml:Point>', 'urn:ogc:def:crs:EPSG::4258'),
      ),
    );
    for (const { crs, features } of [byEnvelope, byOthers]) {
      expect(crs).to.equal(4258);
      expect(features[0]?.geometry).to.deep.equal({ type: 'Point', coordinates: [10, 60] });
    }
    expect(await whyNot(write('n.gml', document(member(point))))).to.have.property('fault', 'crs-missing');
  });

  it('a CRS that is said counts in place of what the file and its geometries say; their axes stay', async () => {
    const north = document(holding('<gml:Point><gml:pos>60 10</gml:pos></gml:Point>', 'urn:ogc:def:crs:EPSG::4258'));
    expect(await geometryOf(north, { crs: 4326 })).to.deep.equal({ type: 'Point', coordinates: [10, 60] });
    const unknown = document(holding('<gml:Point><gml:pos>1 2</gml:pos></gml:Point>', 'urn:ogc:def:crs:EPSG::23095'));
    expect(await geometryOf(unknown, { crs: 25832 })).to.deep.equal({ type: 'Point', coordinates: [1, 2] });
  });

  const shapes: [what: string, geometry: string, expected: unknown][] = [
    [
      'GML 2 coordinates',
      '<gml:LineString><gml:coordinates>0,0 9,0 9,9 0,9 0,0</gml:coordinates></gml:LineString>',
      square,
    ],
    [
      'coordinates with their own signs',
      '<gml:LineString><gml:coordinates cs=";" ts="|" decimal=",">0;0|9,0;0|9;9|0;9|0;0</gml:coordinates></gml:LineString>',
      square,
    ],
    [
      'pos by pos',
      `<gml:LineString>${square.map((xy) => `<gml:pos>${xy.join(' ')}</gml:pos>`).join('')}</gml:LineString>`,
      square,
    ],
    [
      'CDATA and line ends among coordinates',
      `<gml:LineString><gml:posList><![CDATA[0 0 9 0]]>\r\n 9 9\t0 9 0 0</gml:posList></gml:LineString>`,
      square,
    ],
    [
      'GML 2 polygons',
      `<gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>0,0 9,0 9,9 0,9 0,0</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>`,
      [square],
    ],
    [
      'holes before their border',
      `<gml:Polygon><gml:interior><gml:LinearRing>${pos('1 1 2 1 2 2 1 1')}</gml:LinearRing></gml:interior>${ring(squareList)}</gml:Polygon>`,
      [
        square,
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    ],
    [
      'a surface of patches',
      `<gml:Surface><gml:patches><gml:PolygonPatch>${ring(squareList)}</gml:PolygonPatch></gml:patches></gml:Surface>`,
      [square],
    ],
    [
      'triangles',
      `<gml:TriangulatedSurface><gml:patches><gml:Triangle>${ring('0 0 1 0 1 1 0 0')}</gml:Triangle><gml:Triangle>${ring('0 0 1 1 0 1 0 0')}</gml:Triangle></gml:patches></gml:TriangulatedSurface>`,
      [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
        [
          [
            [0, 0],
            [1, 1],
            [0, 1],
            [0, 0],
          ],
        ],
      ],
    ],
    [
      'a composite curve against its base',
      `<gml:CompositeCurve><gml:curveMember><gml:LineString>${pos('0 0 9 0 9 9')}</gml:LineString></gml:curveMember><gml:curveMember><gml:OrientableCurve orientation="-"><gml:baseCurve><gml:LineString>${pos('0 0 0 9 9 9')}</gml:LineString></gml:baseCurve></gml:OrientableCurve></gml:curveMember></gml:CompositeCurve>`,
      square,
    ],
    [
      'three dimensions said far outside',
      `<gml:MultiCurve srsDimension="3"><gml:curveMember><gml:LineString>${pos('0 0 5 9 9 6')}</gml:LineString></gml:curveMember></gml:MultiCurve>`,
      [
        [
          [0, 0, 5],
          [9, 9, 6],
        ],
      ],
    ],
    [
      'several points',
      '<gml:MultiPoint><gml:pointMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:pointMember><gml:pointMembers><gml:Point><gml:pos>3 4</gml:pos></gml:Point></gml:pointMembers></gml:MultiPoint>',
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ];
  for (const [what, geometry, expected] of shapes)
    it(what, async () => expect(await coordinatesOf(document(holding(geometry)))).to.deep.equal(expected));

  it('a collection of several kinds', async () => {
    const geometry = `<gml:MultiGeometry><gml:geometryMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:geometryMember><gml:geometryMember><gml:LineString>${pos('0 0 1 1')}</gml:LineString></gml:geometryMember></gml:MultiGeometry>`;
    const found = await geometryOf(document(holding(geometry)));
    expect(found).to.have.property('type', 'GeometryCollection');
  });

  const arcs: [what: string, segment: string, length: number][] = [
    ['Arc', `<gml:Arc>${pos('0 0 10 10 20 0')}</gml:Arc>`, 10 * Math.PI],
    ['ArcString', `<gml:ArcString>${pos('0 0 10 10 20 0 30 -10 40 0')}</gml:ArcString>`, 20 * Math.PI],
    ['Circle', `<gml:Circle>${pos('0 0 10 10 20 0')}</gml:Circle>`, 20 * Math.PI],
    [
      'CircleByCenterPoint',
      '<gml:CircleByCenterPoint numArc="1"><gml:pos>5 5</gml:pos><gml:radius uom="m">10</gml:radius></gml:CircleByCenterPoint>',
      20 * Math.PI,
    ],
    [
      'a line and an arc',
      `<gml:LineStringSegment>${pos('-5 0 0 0')}</gml:LineStringSegment><gml:Arc>${pos('0 0 10 10 20 0')}</gml:Arc>`,
      5 + 10 * Math.PI,
    ],
  ];
  for (const [what, segment, length] of arcs)
    it(`${what} by its length`, async () =>
      expect(lengthOf((await coordinatesOf(line(segment))) as Position[])).to.be.closeTo(length, 0.05));

  const faults: [what: string, text: string, said: RegExp][] = [
    ['an arc of two positions', line(`<gml:Arc>${pos('0 0 1 1')}</gml:Arc>`), /^gml-arc: 2 \(\d+\)$/],
    [
      'a radius in another unit',
      line(
        '<gml:CircleByCenterPoint numArc="1"><gml:pos>5 5</gml:pos><gml:radius uom="km">1</gml:radius></gml:CircleByCenterPoint>',
      ),
      /^gml-arc: radius/,
    ],
    [
      'a radius in metres where the CRS has degrees',
      line(
        '<gml:CircleByCenterPoint numArc="1"><gml:pos>60 10</gml:pos><gml:radius uom="m">1</gml:radius></gml:CircleByCenterPoint>',
        'EPSG:4258',
      ),
      /^gml-arc: radius/,
    ],
    ['a spline', line(`<gml:BSpline>${pos('0 0 1 1')}</gml:BSpline>`), /^gml-kind: BSpline/],
    [
      'segments that do not meet',
      line(
        `<gml:LineStringSegment>${pos('0 0 1 1')}</gml:LineStringSegment><gml:LineStringSegment>${pos('2 2 3 3')}</gml:LineStringSegment>`,
      ),
      /^gml-gap: 1, 1 → 2, 2/,
    ],
    [
      'something else than numbers',
      line(`<gml:LineStringSegment>${pos('0 0 1 en')}</gml:LineStringSegment>`),
      /^gml-number: en/,
    ],
    [
      'half a position',
      line(`<gml:LineStringSegment srsDimension="2">${pos('0 0 1')}</gml:LineStringSegment>`),
      /^gml-positions: 3 \/ 2/,
    ],
    ['a polygon without border', document(holding('<gml:Polygon></gml:Polygon>')), /^gml-no-border/],
    [
      'a reference that leads nowhere',
      document(holding('<gml:MultiCurve><gml:curveMember xlink:href="#nei"/></gml:MultiCurve>')),
      /^gml-reference: #nei/,
    ],
    [
      'a reference out of the file',
      document(holding('<gml:MultiCurve><gml:curveMember xlink:href="http://example.org/a.gml#b"/></gml:MultiCurve>')),
      /^gml-reference: http/,
    ],
    [
      'a curve that refers to itself',
      document(holding('<gml:CompositeCurve gml:id="c"><gml:curveMember xlink:href="#c"/></gml:CompositeCurve>')),
      /^gml-loop: c/,
    ],
    [
      'a collection that refers to itself',
      document(holding('<gml:MultiGeometry gml:id="m"><gml:geometryMember xlink:href="#m"/></gml:MultiGeometry>')),
      /^gml-loop: m/,
    ],
    [
      'a surface that refers to itself',
      document(holding('<gml:CompositeSurface gml:id="s"><gml:surfaceMember xlink:href="#s"/></gml:CompositeSurface>')),
      /^gml-loop: s/,
    ],
    [
      'another CRS than the file',
      document(
        holding('<gml:Point><gml:pos>1 2</gml:pos></gml:Point>').repeat(2) +
          holding('<gml:Point><gml:pos>1 2</gml:pos></gml:Point>', 'EPSG:25833'),
      ),
      /^gml-crs: EPSG:25833/,
    ],
  ];
  for (const [what, text, said] of faults)
    it(`${what} is the fault of its feature`, async () => {
      const { features } = await read(text);
      expect(features.at(-1)?.unreadable).to.match(said);
    });

  it('follows references within the file, also into what is referred to itself', async () => {
    const base = `<app:grense><gml:CompositeCurve gml:id="outer" srsName="${utm}"><gml:curveMember><gml:LineString gml:id="inner">${pos(squareList)}</gml:LineString></gml:curveMember></gml:CompositeCurve></app:grense>`;
    const byReference = (id: string) =>
      `<gml:Polygon><gml:exterior><gml:Ring><gml:curveMember xlink:href="#${id}"/></gml:Ring></gml:exterior></gml:Polygon>`;
    const { features } = await read(
      document(holding(byReference('outer')) + holding(byReference('inner')) + member(base)),
    );
    for (const { geometry } of features.slice(0, 2))
      expect(geometry).to.deep.equal({ type: 'Polygon', coordinates: [square] });
  });

  it('references that multiply are cut off: ten of ten of ten of …', async () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const next = `<gml:surfaceMember xlink:href="#s${level + 1}"/>`;
      return `<gml:featureMember><app:X><app:y><gml:CompositeSurface gml:id="s${level}" srsName="${utm}">${next.repeat(10)}</gml:CompositeSurface></app:y></app:X></gml:featureMember>`;
    });
    const end = `<gml:featureMember><app:X><app:y><gml:Polygon gml:id="s9" srsName="${utm}">${ring(squareList)}</gml:Polygon></app:y></app:X></gml:featureMember>`;
    const { features } = await read(document(levels.join('') + end));
    expect(features).to.have.length(10);
    expect(features[0]?.unreadable).to.match(/^(?:gml-loop|points)/);
    expect(features[9]?.geometry?.type).to.equal('Polygon');
  });

  it('attributes: data types, lists, references, nil, names that objects have', async () => {
    const content =
      '<app:identifikasjon><app:Identifikasjon><app:lokalId>a</app:lokalId></app:Identifikasjon></app:identifikasjon>' +
      '<app:navn>Øvre &amp; nedre</app:navn><app:navn>to</app:navn><app:tom xsi:nil="true" xmlns:xsi="x"/>' +
      '<app:plan xlink:href="#p"/><app:__proto__>x</app:__proto__>';
    const [feature] = (await read(document(member(content)))).features;
    expect(feature?.objectType).to.equal('RpOmråde');
    expect(JSON.parse(JSON.stringify(feature?.properties))).to.deep.equal(
      JSON.parse(
        '{"identifikasjon":{"lokalId":"a"},"navn":"Øvre & nedre","navn 2":"to","plan":"#p","__proto__":"x","gml_id":"f1"}',
      ),
    );
  });

  it('what is named member within a feature is no feature: as many are read as are announced', async () => {
    const content = '<app:råd><app:member><app:Person><app:navn>A</app:navn></app:Person></app:member></app:råd>';
    const after = '<gml:metaDataProperty><app:noe><app:annet/></app:noe></gml:metaDataProperty>';
    const { count, features } = await read(document(member(content) + member(content, 'f2') + after));
    expect([count, features.length]).to.deep.equal([2, 2]);
  });

  for (const [name, encoding] of [
    ['ISO-8859-1', 'latin1'],
    ['windows-1252', 'windows-1252'],
    ['UTF-16', 'utf-16le'],
    ['UTF-16', 'utf-16be'],
  ] as const)
    it(`in ${encoding}`, async () => {
      const text = document(member('<app:navn>Åsgård Øst</app:navn>'), `<?xml version="1.0" encoding="${name}"?>\r\n`);
      const { features } = await read(iconv.encode(text, encoding, { addBOM: name === 'UTF-16' }));
      expect(features[0]?.properties).to.include({ navn: 'Åsgård Øst' });
    });

  const refused: [what: string, content: string | Buffer, fault: FileFault][] = [
    [
      'external entities',
      document(
        member('<app:navn>&e;</app:navn>'),
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
      ),
      'xml-doctype',
    ],
    [
      'entities of entities',
      document(
        member('<app:navn>&b;</app:navn>'),
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
      ),
      'xml-doctype',
    ],
    ['an entity that is not declared', document(member('<app:navn>&e;</app:navn>')), 'not-xml'],
    ['elements that are not closed', document(member('<app:navn>')), 'not-xml'],
    ['a file that breaks off', document(member('<app:navn>a</app:navn>')).slice(0, -40), 'xml-truncated'],
    ['elements in elements in …', document(member('<app:a>'.repeat(200) + '</app:a>'.repeat(200))), 'xml-too-deep'],
    [
      'another character set than is said',
      iconv.encode(document(member('<app:navn>Ål</app:navn>')), 'latin1'),
      'xml-encoding',
    ],
    ['a character set that is not known', document('', '<?xml version="1.0" encoding="x-ukjent"?>'), 'xml-encoding'],
    ['XML without features', '<?xml version="1.0"?><html xmlns="a"><body/></html>', 'xml-no-features'],
  ];
  for (const [what, content, fault] of refused)
    it(`refuses ${what}`, async () => {
      const error = await whyNot(write('r.gml', content));
      expect(error).to.be.instanceOf(UnreadableFile).and.have.property('fault', fault);
      expect((error as Error).message).to.match(/^\p{Lu}.{20,}[.)]$/u);
    });
});
