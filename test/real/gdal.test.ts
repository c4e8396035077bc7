import { expect } from 'chai';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Geometry } from 'geojson';
import { formatOf } from '../../services/imports/readers/formats.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { readAll } from '../imports/read-all.ts';
import { withGdal } from '../setup/programs.ts';
import { withRealData } from '../setup/real-data.ts';
import { lineDistance, linesOf, vertexDistance, withoutRepeats } from './distance.ts';
import { Ogr, type OgrFeature } from './ogr.ts';
import { sosiNames } from './ogr-names.ts';

/** Where the two programs may differ, each with its reason. */
interface Known {
  /** Features that we reject and GDAL takes. */
  rejected?: Record<string, string>;
  /** Attributes whose values differ. */
  values?: Record<string, string>;
  /** Layers in which arcs are drawn with other vertices. */
  arcs?: readonly string[];
  /** Types of geometry that GDAL does not find in the file. */
  unseen?: Record<string, string>;
}

/** Files that both programs read. */
const files: Record<string, Known> = {
  'n1000_sample_gdal_written.gdb.zip': {},
  'n1000_sample_gdal_written.gpkg': {},
  'nvdb_gml_rasteplass_0403.gml': {},
  'plan_gml.avgr.1-pass.gml': {},
  'plan_gml.bue.1-fail.gml': {},
  'plan_gml.epsg.1-fail.gml': { rejected: { RpOmråde: 'it names another CRS than the rest; GDAL takes its numbers' } },
  'plan_gml.epsg.1-pass-1.gml': {},
  'plan_gml.epsg.1-pass-2.gml': {},
  'plan_gml.flate.1-fail.gml': {},
  'plan_gml.flate.3-fail.gml': {},
  'plan_gml.kurve.1-fail.gml': {},
  'plan_gml.xlink.1-2D-pass.gml': { arcs: ['RpOmråde', 'RpBestemmelseOmråde'] },
  'plan_gml.xlink.1-3D-pass.gml': {},
  'plan_reguleringsplan_4204_1536_25832.geojson': {},
  'roads_elveg_sample_area.gpkg': {},
  'sample_area.gpkg': {},
  'sosi_reader_invalid_graphical.sos': {},
  'sosi_reader_valid_graphical.sos': {},
  'sosi_reader_valid_no_comments.sos': {},
  'sosi_reader_valid_real_data.sos': {},
  'sosi_reader_valid_real_data2.sos': {},
  'sosi_regplan_ntm15.sos': { unseen: { points: "its symbols are 'broken geometry' to GDAL" } },
  'sosi_vips_fv251_ansi.sos': { values: { LNAME: 'GDAL leaves the letters of ANSI as bytes' } },
};

/** The same for all files of a format. */
const byFormat: Record<string, { onlyOurs?: RegExp; onlyGdal?: RegExp }> = {
  // Associations, which GDAL leaves out.
  gml: { onlyOurs: /^#|\.gml#/ },
  // The number of a row, which GDAL has beside the attributes.
  geopackage: { onlyOurs: /^fid$/ },
  // The object type, which we have beside the attributes; an element without meaning that names the curve itself.
  sosi: { onlyGdal: /^(?:objekttypenavn|LINJE)$/ },
};

const [exactly, alongArcs] = [0.001, 0.01];

withGdal('imports: another program reads the same', (program) =>
  withRealData('in files of every format', (data) => {
    const source = path.join(data, 'formats');
    const ogr = new Ogr(program);
    const hasSosi = ogr.has('SOSI');
    const compared = Object.entries(files).filter(([name]) => hasSosi || !name.endsWith('.sos'));
    let folder = '';
    before(() => {
      // GDAL writes beside a GML file, and reads what another GDAL wrote there.
      folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-gdal-'));
      for (const name of readdirSync(source).filter((name) => /\.(?:zip|gpkg|gml|geojson|sos)$/.test(name)))
        copyFileSync(path.join(source, name), path.join(folder, name));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('there is no file that both read and nobody compares', function () {
      this.timeout(60_000);
      const both: string[] = [];
      for (const name of readdirSync(folder).filter((name) => !name.endsWith('.gfs')))
        if (ogr.layersOf(path.join(folder, name)).length > 0) both.push(name);
      expect(both).to.deep.equal(compared.map(([name]) => name).sort());
    });

    for (const [name, known] of compared)
      it(name, async function () {
        this.timeout(120_000);
        const file = path.join(folder, name);
        const format = await formatOf(file);
        const rules = byFormat[format.id] ?? {};
        const { features } = await readAll(file);
        const layers = ogr.layersOf(file);
        const layerOf = (feature: SourceFeature) => {
          if (format.id === 'sosi') return shapeOf(feature.geometry);
          return feature.objectType ?? layers[0] ?? '';
        };
        const ours = features.filter(({ unreadable }) => unreadable === undefined);
        const unseen = ours.map(layerOf).filter((layer) => !layers.includes(layer));
        expect([...new Set(unseen)]).to.deep.equal(Object.keys(known.unseen ?? {}));
        for (const layer of layers) {
          const theirs = ogr.read(file, layer);
          const taken = known.rejected && layer in known.rejected ? [] : theirs;
          const pairs = sideBySide(
            ours.filter((each) => layerOf(each) === layer),
            taken,
          );
          for (const [mine, other] of pairs) {
            const where = `${layer} ${mine.index}`;
            const within = known.arcs?.includes(layer) ? alongArcs : exactly;
            expect(distance(mine.geometry, other.geometry, within), where).to.be.at.most(within);
            const leaves = attributesOf(mine.properties, format.id === 'sosi' ? sosiNames : {});
            const wanted = attributesOf(other.properties);
            for (const name of Object.keys(known.values ?? {})) {
              leaves.delete(name);
              wanted.delete(name);
            }
            for (const [name, value] of leaves)
              if (!wanted.has(name) && (rules.onlyOurs?.test(name) || rules.onlyOurs?.test(value))) leaves.delete(name);
            for (const name of wanted.keys()) if (rules.onlyGdal?.test(name)) wanted.delete(name);
            expect(Object.fromEntries(leaves), where).to.deep.equal(Object.fromEntries(wanted));
          }
        }
      });
  }),
);

/** Features of a layer in pairs: by their id where the format has one, else in the order of the file. */
function sideBySide(ours: readonly SourceFeature[], theirs: readonly OgrFeature[]): [SourceFeature, OgrFeature][] {
  const id = ({ properties: { gml_id: id } }: Pick<SourceFeature, 'properties'>) => (typeof id === 'string' ? id : '');
  const byId = (a: SourceFeature | OgrFeature, b: typeof a) => id(a).localeCompare(id(b));
  expect(theirs).to.have.length(ours.length);
  const [mine, other] = [[...ours].sort(byId), [...theirs].sort(byId)];
  return mine.map((feature, at) => [feature, other[at]]);
}

/** The layer of GDAL's SOSI driver that a geometry goes to. */
function shapeOf(geometry: Geometry | null): string {
  if (!geometry) return 'none';
  if (geometry.type.endsWith('Point')) return 'points';
  return geometry.type.endsWith('LineString') ? 'lines' : 'polygons';
}

function distance(ours: Geometry | null, theirs: Geometry | null, within: number): number {
  if (!ours || !theirs) return ours === theirs ? 0 : Infinity;
  const [a, b] = [linesOf(ours).map(withoutRepeats), linesOf(theirs).map(withoutRepeats)];
  if (a.length !== b.length) return Infinity;
  const between = within === alongArcs ? lineDistance : vertexDistance;
  return Math.max(0, ...a.map((line, at) => between(line, b[at] ?? [])));
}

/**
 * The values of attributes by their names, those in groups by their own: GDAL flattens groups. As texts, a number as it
 * is counted and a date as a day or a moment; those without a value are left out.
 */
function attributesOf(
  properties: Record<string, unknown>,
  names: Record<string, string> = {},
  found = new Map<string, string>(),
): Map<string, string> {
  for (const [name, value] of Object.entries(properties))
    if (typeof value === 'object' && value !== null) attributesOf(value as Record<string, unknown>, names, found);
    else if (value !== null && value !== '') found.set(names[name] ?? name, plain(`${value as string | number}`));
  return found;
}

function plain(text: string): string {
  const day = /^((?:19|20)\d\d)-?(0\d|1[012])-?([0-3]\d)(?:T00:00:00(?:\.000)?Z?)?$/.exec(text);
  if (day) return day.slice(1).join('-');
  return text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}
