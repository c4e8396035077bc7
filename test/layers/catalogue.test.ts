import { expect } from 'chai';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import type { Bilingual } from '../../layers/declaration/bilingual.ts';
import { fold } from '../../layers/declaration/fold.ts';

/** Every role that the specification names, in its order. */
const roles = [
  ...['municipality', 'region', 'plan', 'zoning', 'zoning-consideration', 'treeline', 'elevation', 'mineral-resource'],
  ...['heritage-site', 'heritage-monument', 'heritage-environment', 'contiguous-nature', 'nature-corridor'],
  ...['recreation-area', 'protected-area', 'nature-type', 'wild-reindeer', 'regional-plan-zone', 'water', 'hazard'],
  ...['land-cover', 'ecosystem', 'building', 'holiday-home', 'dwelling', 'population', 'workplace', 'service'],
  ...['urban-area', 'centre-zone', 'transit-hub', 'stop', 'road-link', 'traffic', 'rest-area', 'fuel-station'],
  ...['industrial-area', 'energy-station', 'grid-point'],
];

/** The fields that other rooms and the truth cases count on, by role. */
const agreed: Record<string, string[]> = {
  municipality: ['number', 'name', 'valid_from', 'valid_to'],
  plan: ['plan_id', 'name', 'plan_type', 'plan_status', 'law', 'in_force', 'predecessor'],
  zoning: ['object_type', 'purpose', 'status', 'plan_id', 'level', 'name'],
  'zoning-consideration': ['type', 'code', 'name', 'plan_id'],
  treeline: ['definition', 'source', 'uncertainty_m', 'uncertainty_axis'],
  elevation: ['height_m', 'height_max_m'],
  'mineral-resource': ['kind', 'registration', 'importance'],
  'heritage-site': ['name', 'protection', 'importance'],
  'heritage-monument': ['name', 'protection', 'importance'],
  'heritage-environment': ['kind', 'name', 'importance'],
  'land-cover': ['class', 'year'],
  ecosystem: ['class', 'year'],
  building: ['building_type', 'built_year'],
  population: ['residents', 'year'],
  'road-link': [
    'road_number',
    'category',
    'speed_kmh',
    'length_m',
    'from_node',
    'to_node',
    'one_way',
    'ferry',
    'tunnel',
  ],
  traffic: ['link_id', 'road_number', 'aadt', 'aadt_direction', 'long_share', 'long_threshold_m', 'year', 'origin'],
};

const natureRoles = roles.slice(roles.indexOf('contiguous-nature'), roles.indexOf('water'));

describe('the catalogue', () => {
  let catalogue: Catalogue;
  before(async () => {
    catalogue = await loadCatalogue();
  });

  it('declares every role of the specification', () => {
    expect(catalogue.layers.filter(({ producedBy }) => !producedBy).map(({ id }) => id)).to.include.members(roles);
  });

  it('has the fields that the rest of the program counts on', () => {
    for (const [role, fields] of Object.entries(agreed))
      expect(Object.keys(catalogue.get(role).fields), role).to.include.members(fields);
    for (const role of natureRoles)
      expect(Object.keys(catalogue.get(role).fields), role).to.include.members(['name', 'value', 'source']);
  });

  it('says everything in both languages', () => {
    const empty: string[] = [];
    const look = (place: string, text: Bilingual) => {
      if (text.nb.trim() === '' || text.en.trim() === '') empty.push(place);
    };
    for (const layer of catalogue.layers) {
      look(`${layer.id} title`, layer.title);
      look(`${layer.id} description`, layer.description);
      for (const [name, field] of Object.entries(layer.fields)) {
        look(`${layer.id}.${name}`, field.title);
        for (const [code, text] of Object.entries(field.codes ?? {})) look(`${layer.id}.${name} ${code}`, text);
      }
    }
    expect(empty).to.deep.equal([]);
  });

  it('gives every layer zooms that a map can show', () => {
    for (const { id, tiles } of catalogue.layers) {
      const [lowest, highest] = tiles.zooms;
      expect(lowest, id).to.be.within(0, highest);
      expect(highest, id).to.be.within(lowest, 16);
    }
  });

  it('takes each source name for one field only', () => {
    const twice: string[] = [];
    for (const { id, fields, names } of catalogue.layers) {
      const owners = new Map<string, string>();
      for (const field of Object.keys(fields))
        for (const name of new Set([field, ...(names?.[field] ?? [])].map(fold))) {
          const owner = owners.get(name);
          if (owner !== undefined) twice.push(`${id}: ${name} (${owner}, ${field})`);
          owners.set(name, field);
        }
    }
    expect(twice).to.deep.equal([]);
  });

  it('says each name and object type once', () => {
    const repeated: string[] = [];
    for (const { id, names, objectTypes } of catalogue.layers)
      for (const [what, list] of [...Object.entries(names ?? {}), ['object types', objectTypes ?? []] as const]) {
        const exact = new Set(list);
        if (exact.size !== list.length) repeated.push(`${id}: ${what}`);
      }
    expect(repeated).to.deep.equal([]);
  });

  it('sorts the objects of a plan file into plan, zoning and consideration zones without doubt', () => {
    const objectTypes = ['plan', 'zoning', 'zoning-consideration'].flatMap(
      (id) => catalogue.get(id).objectTypes?.map(fold) ?? [],
    );
    expect(new Set(objectTypes).size).to.equal(objectTypes.length);
    const layerOf = (objectType: string) =>
      catalogue.layers
        .filter((layer) => layer.objectTypes?.some((known) => fold(known) === fold(objectType)))
        .map(({ id }) => id);
    expect(layerOf('RPAREALFORMALOMRADE')).to.deep.equal(['zoning']);
    expect(layerOf('RbFormålOmråde')).to.deep.equal(['zoning']);
    expect(layerOf('KpAngittHensynSone')).to.deep.equal(['zoning-consideration']);
    expect(layerOf('RpBandleggingSone')).to.deep.equal(['zoning-consideration']);
    expect(layerOf('KpOmråde')).to.deep.equal(['plan']);
  });

  it('knows the codes that its own source values, colours and object types lead to', () => {
    const wrong: string[] = [];
    for (const { id, fields, paint } of catalogue.layers) {
      for (const [name, { kind, codes, sourceValues }] of Object.entries(fields))
        for (const code of Object.values(sourceValues ?? {}))
          if (codes ? !(code in codes) : kind === 'boolean' && !['true', 'false', ''].includes(code))
            wrong.push(`${id}.${name} ${code}`);
      if (typeof paint.colour === 'string') continue;
      const { field, colours } = paint.colour;
      for (const code of Object.keys(colours))
        if (!(code in (fields[field]?.codes ?? {}))) wrong.push(`${id} colour of ${code}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('never spells two codes of a field alike', () => {
    const alike: string[] = [];
    for (const { id, fields } of catalogue.layers)
      for (const [name, { kind, codes, sourceValues = {} }] of Object.entries(fields)) {
        if (kind !== 'code') continue;
        const meaning = new Map<string, string>();
        const spell = (spelling: string, code: string) => {
          const known = meaning.get(fold(spelling));
          if (known !== undefined && known !== code) alike.push(`${id}.${name}: ${spelling} (${known}, ${code})`);
          meaning.set(fold(spelling), code);
        };
        for (const [code, { nb, en }] of Object.entries(codes ?? {})) for (const s of [code, nb, en]) spell(s, code);
        for (const [spelling, code] of Object.entries(sourceValues)) spell(spelling, code);
      }
    expect(alike).to.deep.equal([]);
  });
});
