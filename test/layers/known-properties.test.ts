import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { purposeOf } from '../../layers/codes/purposes.ts';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import { mappingTo } from '../../services/imports/mapping.ts';
import type { SourceFeature } from '../../services/imports/source-feature.ts';
import { withRealData } from '../setup/real-data.ts';

interface Case {
  layers: Record<string, { features: Feature[] }>;
  draft: {
    plan: { geometry: Geometry } & Record<string, unknown>;
    zoning?: Feature[];
    'zoning-consideration'?: Feature[];
  };
}

withRealData('the truth cases, in the words of the layers', (folder) => {
  const cases = path.join(folder, '../cases/conflicts');
  let catalogue: Catalogue;
  before(async () => {
    catalogue = await loadCatalogue();
  });

  it('has a source for every purpose that a case uses', () => {
    const text = ['conflicts', 'accounts']
      .flatMap((topic) => readdirSync(path.join(cases, '..', topic)).map((name) => path.join(cases, '..', topic, name)))
      .map((file) => readFileSync(file, 'utf8'))
      .join();
    const used = [...text.matchAll(/"object_type":\s*"(\w[^"]*)",\s*"purpose":\s*(\d+)/g)];
    expect(used).to.have.length.above(150);
    for (const [, objectType, code] of used)
      expect(purposeOf(objectType ?? null, Number(code)).source, `${objectType} ${code}`).to.not.be.empty;
  });

  for (const name of readdirSync(cases).filter((file) => file.endsWith('.json')))
    it(`${name}: every property arrives as it is written`, () => {
      const { layers, draft } = JSON.parse(readFileSync(path.join(cases, name), 'utf8')) as Case;
      const given = [...Object.entries(layers).map(([role, { features }]) => [role, features] as const)];
      const { geometry, ...properties } = draft.plan;
      given.push(['plan', [{ type: 'Feature', geometry, properties }]]);
      for (const role of ['zoning', 'zoning-consideration'] as const) given.push([role, draft[role] ?? []]);
      for (const [role, features] of given) {
        const map = mappingTo(catalogue.get(role));
        features.forEach((feature, index) => {
          const { values, sourceId, unmapped, unknown } = map(source(feature, index));
          const properties: Record<string, unknown> = feature.properties ?? {};
          for (const [property, value] of Object.entries(properties)) {
            // A protection code that no list has is part of a case: it must be kept, and never read as a known one.
            if (value === 'XYZ') {
              expect(unknown).to.deep.equal([{ field: property, value }]);
              expect(unmapped).to.have.property(property, value);
            } else if (property === 'source_id') expect(sourceId).to.be.oneOf([value, feature.id]);
            else expect(values[property], `${role} ${feature.id} ${property}`).to.equal(value);
          }
        });
      }
    });
});

/** Real files, the role each fills, and a field that must be filled in every feature (`name` often is not). */
const files: [file: string, role: string, filled: string[]][] = [
  ['admin-kommuner.geojson', 'municipality', ['number', 'name']],
  ['admin-nabokommuner.geojson', 'municipality', ['number', 'name']],
  ['n1000_municipalities.geojson', 'municipality', ['number', 'name']],
  ['admin-fylke.geojson', 'region', ['number', 'name']],
  ['n1000_forest.geojson', 'land-cover', ['class']],
  ['n1000_open_area.geojson', 'land-cover', ['class']],
  ['n1000_bog.geojson', 'land-cover', ['class']],
  ['n1000_snow_glacier.geojson', 'land-cover', ['class']],
  ['n1000_lakes.geojson', 'land-cover', ['class']],
  ['n1000_river_areas.geojson', 'land-cover', ['class']],
  ['n1000_sea.geojson', 'land-cover', ['class']],
  ['n1000_builtup.geojson', 'land-cover', ['class']],
  ['n1000_builtup.geojson', 'urban-area', []],
  ['n1000_lakes.geojson', 'water', ['kind']],
  ['n1000_sea.geojson', 'water', ['kind']],
  ['n1000_contours.geojson', 'elevation', ['height_m']],
  ['n1000_elevation_bands.geojson', 'elevation', ['height_m', 'height_max_m']],
  ['n1000_spot_heights.geojson', 'elevation', ['height_m']],
  ['n1000_protected.geojson', 'protected-area', ['name', 'protection', 'protected_since']],
  ['n1000_firing_ranges.geojson', 'hazard', ['kind', 'name']],
  ['n1000_roads.geojson', 'road-link', []],
  ['n1000_rail_stations.geojson', 'transit-hub', ['name']],
  ['cabins_n50_hardangervidda.geojson', 'holiday-home', ['building_type']],
  ['cabins_public_hardangervidda.geojson', 'building', ['building_type']],
  ['cabins_n50_numedal_sample.geojson', 'building', ['building_type']],
  ['villrein_hardangervidda_area.geojson', 'wild-reindeer', ['name']],
  ['grid_capacity_wattapp_NC.geojson', 'grid-point', ['name', 'owner', 'available_mw', 'reserved_mw', 'date']],
];

withRealData('real files, in the words of the layers', (folder) => {
  let catalogue: Catalogue;
  before(async () => {
    catalogue = await loadCatalogue();
  });

  for (const [file, role, filled] of files)
    it(`${file} fills ${role} without an unknown code`, () => {
      const map = mappingTo(catalogue.get(role));
      for (const feature of featuresOf(path.join(folder, file))) {
        const { values, unknown } = map(feature);
        expect(unknown).to.deep.equal([]);
        for (const field of filled) expect(values[field], field).to.not.be.null;
      }
    });

  it('a real plan: purposes, groups and consideration zones by their object types', () => {
    const features = featuresOf(path.join(folder, 'formats/plan_reguleringsplan_4204_1536_25832.geojson'));
    const read = (role: string) => {
      const layer = catalogue.get(role);
      const map = mappingTo(layer);
      return features.filter(({ objectType }) => layer.objectTypes?.includes(objectType ?? '')).map(map);
    };
    const zoning = read('zoning');
    expect(
      tally(zoning.map(({ values }) => `${values['object_type']} ${values['purpose']} ${values['purpose_group']}`)),
    ).to.deep.equal({
      'RpArealformålOmråde 1470 sport': 4,
      'RpArealformålOmråde 2010 transport': 1,
      'RpArealformålOmråde 5100 lnfr': 2,
      'RpArealformålOmråde 5130 lnfr': 1,
      'RpArealformålOmråde 6001 water': 2,
    });
    expect(zoning.map(({ values }) => values['name'])).to.include.members(['BSK1', 'L1']);
    const considerations = read('zoning-consideration');
    expect(tally(considerations.map(({ values }) => `${values['type']} ${values['code']}`))).to.deep.equal({
      'angitt hensyn 560': 6,
      'fare 360': 3,
    });
    expect([...zoning, ...considerations].flatMap(({ unknown }) => unknown)).to.deep.equal([]);
    expect(read('plan')).to.have.length(1);
  });
});

function source(feature: Feature, index: number): SourceFeature {
  const { id, properties } = feature;
  return { index, properties: properties ?? {}, geometry: null, ...(id !== undefined && { id: String(id) }) };
}

function featuresOf(file: string): SourceFeature[] {
  const { name, features } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; features: Feature[] };
  return features.map((feature, index) => {
    const own: unknown = feature.properties?.['name'];
    const objectType = typeof own === 'string' && /^(Rp|Kp|Rb)/.test(own) ? own : name;
    return { ...source(feature, index), ...(objectType !== undefined && { objectType }) };
  });
}

function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
