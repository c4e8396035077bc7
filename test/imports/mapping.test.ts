import { expect } from 'chai';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import { integer, oneOf, text } from '../../layers/declaration/field.ts';
import { layer } from '../../layers/declaration/layer.ts';
import { fill } from '../../layers/declaration/paint.ts';
import { BadMapping, mappingTo } from '../../services/imports/mapping.ts';
import { Rejection } from '../../services/imports/reasons.ts';

const title = { nb: '', en: '' };
const areas = layer({
  id: 'areas',
  title,
  description: title,
  group: 'nature',
  geometry: 'polygon',
  fields: {
    name: text(title),
    purpose: integer(title),
    value: oneOf({ national: { nb: 'nasjonal', en: 'national' } }),
    kind: text(title),
  },
  names: { name: ['OMRÅDENAVN'], purpose: ['arealformål', 'KPAREALFORMÅL'] },
  objectTypeField: 'kind',
  tiles: { zooms: [5, 14] },
  paint: fill('#000000'),
});

const from = (properties: Record<string, unknown>, more: object = {}) => ({
  index: 0,
  geometry: null,
  properties,
  ...more,
});

describe('imports: mapping', () => {
  const map = mappingTo(areas);

  for (const name of ['arealformål', 'AREALFORMÅL', 'arealformal', 'Areal_formål', 'KPArealformål', 'PURPOSE'])
    it(`finds the purpose under '${name}'`, () =>
      expect(map(from({ [name]: '1120' })).values['purpose']).to.equal(1120));

  it('takes nested names and keeps the whole group, which may hold more', () => {
    const group = { Identifikasjon: { lokalId: 'x-1', navnerom: 'http://n' } };
    const { sourceId, unmapped } = map(from({ identifikasjon: group }));
    expect(sourceId).to.equal('x-1');
    expect(unmapped).to.deep.equal({ identifikasjon: group });
  });

  it('prefers the name of the field, then the names in their order, then what has a value', () => {
    expect(map(from({ områdenavn: 'B', name: 'A' })).values['name']).to.equal('A');
    expect(map(from({ områdenavn: 'B', name: '' })).values['name']).to.equal('B');
  });

  it('keeps what it does not know, and codes outside the list', () => {
    const { values, unmapped, unknown } = map(from({ verdi_x: 1, value: 'galaktisk', tom: null }));
    expect(values['value']).to.equal(null);
    expect(unmapped).to.deep.equal({ verdi_x: 1, value: 'galaktisk' });
    expect(unknown).to.deep.equal([{ field: 'value', value: 'galaktisk' }]);
  });

  it('takes the object type, and does not take it for a name', () => {
    const { values, unmapped } = map(from({ name: 'KpOmråde' }, { objectType: 'KpOmråde' }));
    expect(values).to.include({ name: null, kind: 'KpOmråde' });
    expect(unmapped).to.equal(null);
  });

  it('goes by --map and --set, and says which name was never there', () => {
    const own = mappingTo(areas, { map: { name: 'merkelapp', purpose: 'finnesIkke' }, set: { kind: 'annet' } });
    expect(own(from({ merkelapp: 'M', name: 'N', kind: 'K' }))).to.deep.include({
      values: { name: 'M', purpose: null, value: null, kind: 'annet' },
      unmapped: { name: 'N', kind: 'K' },
    });
    expect(own.unused()).to.deep.equal([{ field: 'purpose', name: 'finnesIkke' }]);
  });

  it('can be told that an id column is none', () => {
    expect(mappingTo(areas, { map: { id: '' } })(from({ id: 0 })).sourceId).to.equal(null);
    expect(mappingTo(areas, { map: { id: 'gid' } })(from({ id: 0, gid: 7 })).sourceId).to.equal('7');
  });

  it('reads SOSI accuracy in centimetres, and 0 as not measured', () => {
    expect(map(from({ kvalitet: { Posisjonskvalitet: { nøyaktighet: '250' } } })).accuracyM).to.equal(2.5);
    expect(map(from({ nøyaktighet: 0 })).accuracyM).to.equal(null);
    expect(map(from({ accuracy_m: 2 })).accuracyM).to.equal(2);
  });

  it('rejects a value that does not fit, naming field and value', () => {
    expect(() => map(from({ purpose: 'tolv' })))
      .to.throw(Rejection)
      .that.deep.includes({ reason: 'bad-value', values: { field: 'purpose', value: 'tolv', kind: 'integer' } });
  });

  it('refuses fields that the layer does not have', () => {
    expect(() => mappingTo(areas, { map: { formål: 'x' } })).to.throw(BadMapping, /no field 'formål'.*name, purpose/);
  });

  it('refuses a value for every feature that its field cannot hold, before anything is read', () => {
    expect(() => mappingTo(areas, { set: { value: 'natonal' } })).to.throw(BadMapping, /'natonal'.*codes: national/);
    expect(() => mappingTo(areas, { set: { purpose: 'tolv' } })).to.throw(BadMapping, /'purpose' cannot be 'tolv'/);
    expect(() => mappingTo(areas, { set: { value: 'nasjonal', purpose: '12' } })).not.to.throw();
  });

  it('survives hostile names', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": "x"}') as object;
    const { unmapped } = map(from({ ...hostile, ...(JSON.parse('{"__proto__": 1}') as object) }));
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(unmapped).to.include({ constructor: 1 });
  });
});

describe('imports: codes of both laws', () => {
  let catalogue: Catalogue;
  before(async () => void (catalogue = await loadCatalogue()));

  it('keeps one number apart by its object type', () => {
    const map = mappingTo(catalogue.get('zoning'));
    const group = (objectType: string, code: number) =>
      map(from({ arealformål: code }, { objectType, id: 'z' })).values['purpose_group'];
    expect(group('KpArealbrukOmråde', 140)).to.equal('holiday-homes');
    expect(group('RbFormålOmråde', 150)).to.equal('holiday-homes');
    expect(group('KpArealbrukOmråde', 150)).to.not.equal('holiday-homes');
    expect(group('KpArealformålOmråde', 1120)).to.equal('holiday-homes');
  });

  it('keeps a code that nobody knows, and reports it', () => {
    const { values, unknown } = mappingTo(catalogue.get('zoning'))(
      from({ arealformål: 8888 }, { objectType: 'KpArealformålOmråde' }),
    );
    expect(values).to.include({ purpose: 8888, purpose_group: 'unknown' });
    expect(unknown).to.deep.equal([{ field: 'purpose', value: '8888' }]);
  });
});
