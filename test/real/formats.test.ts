import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Geometry, Position } from 'geojson';
import { chordErrors } from '../../services/imports/arc.ts';
import { crsOf } from '../../services/imports/crs.ts';
import { examine } from '../../services/imports/examine.ts';
import { texts } from '../../services/imports/texts/en.ts';
import { readFile } from '../../services/imports/read-file.ts';
import type { ReadOptions } from '../../services/imports/readers/reader.ts';
import { UnreadableFile, type FileFault } from '../../services/imports/readers/unreadable.ts';
import { Rejection } from '../../services/imports/reasons.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { withRealData } from '../setup/real-data.ts';

/** What is known of a file that can be read, from its own text and from SOURCES-themes.md. */
interface Known {
  format: string;
  crs: number | null;
  /** Features by the type of their geometry; those without any under `none`, those that cannot be read under `unreadable`. */
  types: Record<string, number>;
  /** How many of a few object types. */
  objectTypes?: Record<string, number>;
  /** Longitude and latitude of the middle of all that lies in its place, and how far from it, degrees. */
  place?: [lon: number, lat: number, within: number];
  /** What cannot be read, as the reader says it: the fault and the line it is on. */
  faults?: string[];
  /** How many lie outside of their CRS: coordinates that were made up. */
  misplaced?: number;
  /** Properties of the first feature that has them all. */
  properties?: Record<string, unknown>;
  warnings?: string[];
}

type Expected = Known | { refused: FileFault; says?: RegExp };

const gml = { format: 'gml', crs: 25832 };
const sosi = { format: 'sosi', crs: 25832 };
const sign = { PTEMA: '0999', DATAFANGSTDATO: '20131127', 'SkiltnummerHB-050_5530': '7691', Størrelse_1970: '4132' };

const files: Record<string, Expected> = {
  'dem_aster_finse_100m.tif': { refused: 'unknown-format', says: /geopackage.*sosi/ },
  'n1000_sample_gdal_written.gdb.zip': {
    ...{ format: 'zip', crs: 25833, types: { MultiPolygon: 100, MultiLineString: 2929 } },
    ...{ objectTypes: { Skog: 100, Veglenke: 2929 }, place: [9.3, 60.3, 1.5], warnings: ['gdal'] },
    properties: { typeVeg: 'enkelBilveg', vegkategori: 'R' },
  },
  'n1000_sample_gdal_written.gpkg': {
    ...{ format: 'geopackage', crs: 25833, types: { MultiPolygon: 32 }, place: [9.9, 60.0, 1] },
    objectTypes: { Tettbebyggelse: 32 },
  },
  'nvdb_gml_rasteplass_0403.gfs': { refused: 'unknown-format' },
  'nvdb_gml_rasteplass_0403.gml': {
    ...{ format: 'gml', crs: 25833, types: { LineString: 3 }, objectTypes: { NVDB_Rasteplass: 3 } },
    place: [11.4, 60.7, 0.8],
    properties: { identifikasjon: { lokalId: '88370730', navnerom: 'vegvesen.no.nvdb' } },
  },
  'nvdb_v2_540_trafikkmengde.xml': { refused: 'nvdb-api', says: /GeoJSON or CSV/ },
  'osm_sample_osmbinary.osm.pbf': { refused: 'unknown-format' },
  'osm_sample_somes_island.osm.pbf': { refused: 'unknown-format' },
  'plan_gml.avgr.1-pass.gfs': { refused: 'unknown-format' },
  'plan_gml.avgr.1-pass.gml': {
    ...{ ...gml, types: { none: 1, MultiPolygon: 4, LineString: 3 }, misplaced: 7 },
    objectTypes: { Arealplan: 1, RpOmråde: 1, RpArealformålOmråde: 3, RpFormålGrense: 3 },
  },
  'plan_gml.bue.1-fail.gml': {
    ...{ ...gml, types: { none: 1, MultiPolygon: 4, unreadable: 1 }, misplaced: 4 },
    faults: ['RpFormålGrense: gml-arc: 2 (93)'],
  },
  'plan_gml.epsg.1-fail.gml': {
    ...{ ...gml, types: { none: 1, MultiPolygon: 3, unreadable: 1 }, misplaced: 3 },
    faults: ['RpOmråde: gml-crs: http://www.opengis.net/def/crs/EPSG/0/23095 (51)'],
  },
  'plan_gml.epsg.1-pass-1.gml': { ...gml, types: { none: 1, MultiPolygon: 4 }, misplaced: 4 },
  'plan_gml.epsg.1-pass-2.gml': { ...gml, types: { none: 1, MultiPolygon: 4 }, misplaced: 4 },
  'plan_gml.flate.1-fail.gml': {
    ...{ ...gml, types: { none: 1, MultiPolygon: 4, LineString: 1, unreadable: 3 }, misplaced: 5 },
    faults: [
      'RpOmråde: gml-positions: 49 / 2 (56)',
      'RpBestemmelseOmråde: gml-positions: 13 / 2 (274)',
      'RpHandlingOmråde: gml-positions: 13 / 2 (302)',
    ],
  },
  // Its fault: an outer border that runs clockwise. It is an area all the same.
  'plan_gml.flate.3-fail.gml': {
    ...{ ...gml, types: { none: 1, MultiPolygon: 6, Polygon: 1, LineString: 1 }, misplaced: 8 },
  },
  'plan_gml.kurve.1-fail.gml': {
    ...{ ...gml, types: { none: 1, MultiPolygon: 5, Polygon: 1, unreadable: 2 }, misplaced: 6 },
    faults: ['RpOmråde: gml-positions: 49 / 2 (56)', 'RpRegulertHøyde: gml-positions: 11 / 2 (326)'],
  },
  'plan_gml.xlink.1-2D-pass.gfs': { refused: 'unknown-format' },
  'plan_gml.xlink.1-2D-pass.gml': {
    ...{ ...gml, types: { none: 1, MultiPolygon: 2 }, place: [8.741, 58.435, 0.005] },
    objectTypes: { Arealplan: 1, RpOmråde: 1, RpBestemmelseOmråde: 1 },
  },
  'plan_gml.xlink.1-3D-pass.gml': {
    ...{ ...gml, types: { none: 1, MultiPolygon: 1 }, place: [8.743, 58.435, 0.001] },
    objectTypes: { Arealplan: 1, RpRegulertTerreng: 1 },
  },
  'plan_reguleringsplan_4204_1536_25832.geojson': {
    ...{ format: 'geojson', crs: 25832, types: { LineString: 79, MultiPolygon: 20 }, place: [7.84, 58.18, 0.02] },
  },
  'roads_elveg_sample_area.gpkg': {
    ...{ format: 'geopackage', crs: 25833, types: { LineString: 1880 }, place: [9.13, 59.78, 0.5] },
    ...{ objectTypes: { sample_area_roads: 1880 }, properties: { id: 0, name: '"Jondalsveien"', publ_priv: 'publ' } },
  },
  'sample_area.gpkg': {
    ...{ format: 'geopackage', crs: 25833, types: { Polygon: 1 }, place: [9.13, 59.78, 0.2] },
    objectTypes: { study_area: 1 },
  },
  'sample_area_cabins_count.tif': { refused: 'unknown-format' },
  // What is wrong is a slip in its head: said with its line, and nothing is lost by it.
  'sosi_reader_invalid_graphical.sos': {
    ...{ ...sosi, types: { Point: 1 }, place: [10.392087, 63.430762, 1e-5], properties: sign },
    warnings: ["Line 13: a head has no 'PRODUSEN'; is it PRODUSENT?"],
  },
  'sosi_reader_valid_graphical.sos': {
    ...{ ...sosi, types: { Point: 1 }, place: [10.392087, 63.430762, 1e-5], properties: sign },
    objectTypes: { Skiltplate_96: 1 },
  },
  'sosi_reader_valid_no_comments.sos': {
    ...{ ...sosi, types: { Point: 1 }, place: [10.392087, 63.430762, 1e-5], properties: sign },
  },
  'sosi_reader_valid_nonterminated_quoted_string.sos': { format: 'sosi', crs: null, types: {} },
  'sosi_reader_valid_real_data.sos': {
    ...{ ...sosi, types: { Point: 14 }, place: [10.3904, 63.4305, 0.001] },
    ...{ objectTypes: { NedsenkaKantstein_10: 14 }, properties: { Dybde_1656: '0.11', Lengde_1302: '2.40' } },
  },
  'sosi_reader_valid_real_data2.sos': {
    ...{ ...sosi, types: { LineString: 3 }, place: [10.36, 64.2532, 0.002] },
    ...{ objectTypes: { Fiberduk_59: 3 }, properties: { Plassering_8750: 'På undergrunn' } },
  },
  'sosi_reader_valid_string_concat_on_different_lines.sos': { format: 'sosi', crs: null, types: {} },
  'sosi_reader_valid_utf8_with_bom.sos': {
    ...{ format: 'sosi', crs: 25833, types: { LineString: 1 }, place: [8.7409, 63.1819, 0.001] },
    ...{ objectTypes: { Rekkverk_5: 1 }, properties: { Bruksområde_1248: '2393', Eier_7984: '10250' } },
  },
  'sosi_reader_valid_varying_strings_and_numbers.sos': { format: 'sosi', crs: null, types: {} },
  // Features without a system to be in: they are read when it is said (below).
  'sosi_reader_valid_with_island_refs.sos': { refused: 'crs-missing', says: /KOORDSYS/ },
  'sosi_reader_valid_with_refs.sos': { refused: 'crs-missing' },
  'sosi_reader_valid_with_special_values.sos': { refused: 'crs-missing' },
  'sosi_regplan_ntm15.sos': {
    ...{ format: 'sosi', crs: 5115, types: { LineString: 188, Polygon: 78, Point: 31 } },
    objectTypes: {
      ...{ RpArealformålOmråde: 49, RpBestemmelseOmråde: 22, RpOmråde: 1 },
      ...{ RpAngittHensynSone: 2, RpSikringSone: 3, RpFareSone: 1, RpJuridiskPunkt: 31 },
    },
    place: [15.36, 66.83, 0.06], // Saltdal, along the E6 at Hestbrinken
    properties: {
      ...{ PLANNAVN: 'E6 Hestbrinken-Borkamo', NASJONALAREALPLANID: { KOMM: '1840', PLANID: '2016003' } },
      ...{ PLANTYPE: '35', IKRAFT: '20171109' },
    },
  },
  'sosi_vips_fv251_ansi/Adm.Idx': { refused: 'unknown-format' },
  'sosi_vips_fv251_ansi/Bt.Idx': { refused: 'unknown-format' },
  'sosi_vips_fv251_ansi/Geo.Idx': { refused: 'unknown-format' },
  'sosi_vips_fv251_ansi/Grt.Idx': { refused: 'unknown-format' },
  'sosi_vips_fv251_ansi/Rb.Idx': { refused: 'sosi-truncated' } /* an index with the head of its file */,
  'sosi_vips_fv251_ansi/Snr.Idx': { refused: 'unknown-format' },
  'sosi_vips_fv251_ansi.sos': {
    ...{ ...sosi, types: { LineString: 167, Polygon: 1 }, place: [9.713, 60.865, 0.01] },
    properties: { LTEMA: '1000', LTYPE: '-8.02' },
  },
};

async function all(file: string, options: ReadOptions = {}) {
  const source = await readFile(file, options);
  const features: SourceFeature[] = [];
  for await (const feature of source.features) features.push(feature);
  return { ...source, features };
}

/** Every file below a folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

/** Bounds in degrees of what lies where its CRS is used; how many features do not. */
function placeOf(features: readonly SourceFeature[], epsg: number) {
  const crs = crsOf(epsg);
  const lons: number[] = [];
  const lats: number[] = [];
  let misplaced = 0;
  for (const { geometry } of features) {
    if (!geometry) continue;
    try {
      const [west, south, east, north] = examine(geometry, 'any', crs).bounds;
      for (const [x, y] of [
        [west, south],
        [east, north],
      ] as const) {
        const [lon, lat] = crs.toLonLat(x, y);
        lons.push(lon);
        lats.push(lat);
      }
    } catch (error) {
      expect(error).to.be.instanceOf(Rejection).and.have.property('reason', 'degrees-not-metres');
      misplaced += 1;
    }
  }
  const middle = [lons, lats].map((list) => (Math.min(...list) + Math.max(...list)) / 2);
  return { misplaced, middle, spans: [lons, lats].map((list) => Math.max(...list) - Math.min(...list)) };
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const typeOf = ({ geometry, unreadable }: SourceFeature) => (unreadable ? 'unreadable' : (geometry?.type ?? 'none'));
const inWords = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'no features';

withRealData('files of every format', (data) => {
  const folder = path.join(data, 'formats');
  const outcomes: string[] = [];

  it('there is no file of which nothing is known', () =>
    expect(filesBelow(folder)).to.deep.equal(Object.keys(files).sort()));

  for (const [name, expected] of Object.entries(files))
    it(name, async function () {
      this.timeout(120_000);
      if ('refused' in expected) {
        const error: unknown = await all(path.join(folder, name)).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error).to.be.instanceOf(UnreadableFile).and.have.property('fault', expected.refused);
        if (expected.says) expect((error as Error).message).to.match(expected.says);
        outcomes.push(`${name}: refused: ${(error as Error).message}`);
        return;
      }
      const { format, crs, count, features, warnings = [] } = await all(path.join(folder, name));
      const types = counted(features.map(typeOf));
      expect({ format, crs }).to.deep.equal({ format: expected.format, crs: expected.crs });
      expect(types).to.deep.equal(expected.types);
      expect(count).to.equal(features.length);
      const unreadable = features.filter((feature) => feature.unreadable !== undefined);
      expect(unreadable.map(({ objectType, unreadable: why }) => `${objectType}: ${why}`)).to.deep.equal(
        expected.faults ?? [],
      );
      expect(counted(features.map(({ objectType }) => objectType ?? ''))).to.include(expected.objectTypes ?? {});
      expect(warnings).to.have.length(expected.warnings?.length ?? 0);
      const said = warnings.map((warning) => texts.warnings[warning.warning](warning as never));
      for (const [at, words] of (expected.warnings ?? []).entries())
        expect([warnings[at]?.warning, said[at]]).to.include(words);
      const { properties } = expected;
      if (properties)
        expect(
          features.some((feature) => hasAll(feature.properties, properties)),
          'properties',
        ).to.equal(true);
      const { misplaced, middle, spans } = placeOf(features, crs ?? 4326);
      expect(misplaced, 'misplaced').to.equal(expected.misplaced ?? 0);
      if (expected.place) {
        const [lon, lat, within] = expected.place;
        expect(middle[0]).to.be.closeTo(lon, within);
        expect(middle[1]).to.be.closeTo(lat, within);
        expect(Math.max(...spans)).to.be.lessThan(within * 4 + 0.1);
      }
      const rejected = misplaced > 0 ? `; ${misplaced} lie outside of EPSG:${crs}` : '';
      const faults = unreadable.map(({ objectType, unreadable: what = '' }) =>
        [`; ${objectType}:`, texts.reasons.unreadable({ what })].join(' '),
      );
      outcomes.push(
        `${name}: ${format}, EPSG:${crs ?? '–'}, ${inWords(types)}${rejected}${faults.join('')}${said.map((words) => `; ${words}`).join('')}`,
      );
    });

  it('without a system the small SOSI files are read when one is said', async () => {
    const islands = await all(path.join(folder, 'sosi_reader_valid_with_island_refs.sos'), { crs: 25832 });
    // Its curves are made up and meet nowhere: every area says where its border ends.
    expect(counted(islands.features.map(typeOf))).to.deep.equal({ LineString: 5, unreadable: 4 });
    expect(islands.features.flatMap(({ unreadable }) => unreadable ?? [])).to.deep.equal([
      'sosi-gap: 104, 103; FLATE 10 (44)',
      'sosi-gap: 204, 203; FLATE 11 (52)',
      'sosi-gap: 204, 203; FLATE 12 (60)',
      'sosi-reference: :10; FLATE 13 (68)',
    ]);
    const special = await all(path.join(folder, 'sosi_reader_valid_with_special_values.sos'), { crs: 25832 });
    expect(special.features[0]?.properties).to.deep.include({ NAVN: `Tore" "Eide' Andersen`, STØRRELSE: null });
    const references = await all(path.join(folder, 'sosi_reader_valid_with_refs.sos'), { crs: 25832 });
    expect(references.features.map(({ properties }) => properties)).to.deep.equal([
      { PTEMA: '0999' },
      { PUNKT: ':123', 'PUNKT 2': { PUNKT: '234:', PTEMA: '0888' } },
    ]);
  });

  it('the areas of the plan in NTM are whole: purposes fill the outline, zones lie in it', async () => {
    const { features } = await all(path.join(folder, 'sosi_regplan_ntm15.sos'));
    const areas = (type: string) =>
      features.filter(({ objectType }) => objectType === type).map(({ geometry }) => areaOf(geometry));
    const sum = (list: number[]) => list.reduce((total, each) => total + each, 0);
    const [outline = NaN] = areas('RpOmråde');
    expect(sum(areas('RpArealformålOmråde')) / outline).to.be.closeTo(1, 1e-4);
    for (const type of ['RpBestemmelseOmråde', 'RpFareSone', 'RpSikringSone', 'RpAngittHensynSone'])
      expect(Math.max(...areas(type)), type).to.be.within(1, outline);
  });

  it('arcs of a plan in GML are arcs: ends and middle exact, all else on the circle, chords within 1 cm', async () => {
    const file = path.join(folder, 'plan_gml.xlink.1-2D-pass.gml');
    const { features } = await all(file);
    const drawn = features.flatMap(({ geometry }) => ringsOf(geometry)).flat();
    const arcs = [...readFileSync(file, 'utf8').matchAll(/<gml:Arc>\s*<gml:posList[^>]*>([^<]+)</g)].map(
      ([, list = '']) => list.trim().split(/\s+/).map(Number),
    );
    expect(arcs).to.have.length(4);
    for (const [ax = NaN, ay = NaN, bx = NaN, by = NaN, cx = NaN, cy = NaN] of arcs) {
      const after = (start: number, x: number, y: number) =>
        drawn.findIndex(([px, py], at) => at > start && px === x && py === y);
      const from = after(-1, ax, ay);
      const middle = after(from, bx, by);
      const line = drawn.slice(from, after(middle, cx, cy) + 1);
      expect(middle).to.be.greaterThan(from);
      expect(line.length).to.be.greaterThan(3);
      // The circle by its perpendicular bisectors, from the first position on.
      const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - ax, cy - ay];
      const cross = 2 * (ux * vy - uy * vx);
      const [px, py] = [
        (vy * (ux * ux + uy * uy) - uy * (vx * vx + vy * vy)) / cross,
        (ux * (vx * vx + vy * vy) - vx * (ux * ux + uy * uy)) / cross,
      ];
      const radius = Math.hypot(px, py);
      const fromCentre = ([x = NaN, y = NaN]: Position) => Math.hypot(x - ax - px, y - ay - py);
      line.forEach((position, index) => {
        expect(fromCentre(position)).to.be.closeTo(radius, 1e-3);
        const [x = NaN, y = NaN] = position;
        const [nextX = x, nextY = y] = line[index + 1] ?? [];
        expect(radius - fromCentre([(x + nextX) / 2, (y + nextY) / 2])).to.be.below(chordErrors.metre * 1.01);
      });
    }
  });

  after(() => console.log(outcomes.map((line) => `    ${line}`).join('\n')));
});

const hasAll = (properties: Record<string, unknown>, wanted: Record<string, unknown>): boolean =>
  Object.entries(wanted).every(([name, value]) => JSON.stringify(properties[name]) === JSON.stringify(value));

function ringsOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Of polygons, in square units: by Gauss' formula, holes taken off. */
function areaOf(geometry: Geometry | null): number {
  const polygons = geometry?.type === 'MultiPolygon' ? geometry.coordinates : [ringsOf(geometry)];
  const ofRing = (ring: readonly Position[]) => {
    const [[ox = 0, oy = 0] = []] = ring;
    return Math.abs(
      ring.reduce((sum, [x = 0, y = 0], at) => {
        const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
        return sum + ((x - ox) * (nextY - oy) - (nextX - ox) * (y - oy)) / 2;
      }, 0),
    );
  };
  return polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + holes.reduce((left, hole) => left - ofRing(hole), ofRing(outer)),
    0,
  );
}
