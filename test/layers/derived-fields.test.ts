import { expect } from 'chai';
import { loadCatalogue, type Catalogue } from '../../layers/catalogue.ts';
import { mappingTo } from '../../services/imports/mapping.ts';

describe('what a layer works out for itself', () => {
  let catalogue: Catalogue;
  before(async () => {
    catalogue = await loadCatalogue();
  });
  const read = (role: string, properties: Record<string, unknown>, objectType?: string) =>
    mappingTo(catalogue.get(role))({ index: 0, properties, geometry: null, ...(objectType && { objectType }) }).values;

  it('joins municipality and plan id, also where they are parts of one property', () => {
    const parts = { NASJONALAREALPLANID: { KOMM: '1840', PLANID: '2016003' } };
    expect(read('zoning', { OBJTYPE: 'RpArealformålOmråde', RPAREALFORMÅL: '3040', ...parts })).to.include({
      plan_id: '1840_2016003',
      purpose: 3040,
      purpose_group: 'green',
    });
    expect(read('plan', { plan_id: '3330_2021005', kommunenummer: '3330' })['plan_id']).to.equal('3330_2021005');
    expect(read('plan', { planidentifikasjon: '2021005', kommunenummer: 301 })['plan_id']).to.equal('0301_2021005');
    expect(read('plan', { plannavn: 'Uten id' })['plan_id']).to.be.null;
  });

  it('takes the law from the reference of the register', () => {
    const laws = ['1', '3', '4', 5, 6, '6', 2008, '1985'].map((lovreferanse) => read('plan', { lovreferanse })['law']);
    expect(laws).to.deep.equal([1985, 1985, 1985, 1985, 2008, 2008, 2008, 1985]);
  });

  it('puts a zone on the ground unless it says otherwise', () => {
    expect(read('zoning', { arealformål: 1110 }, 'KpArealformålOmråde')['level']).to.equal(2);
    expect(read('zoning', { arealformål: 1110, VERTNIV: 1 }, 'KpArealformålOmråde')['level']).to.equal(1);
  });

  it('gives a zone without object type or purpose the group unknown', () => {
    expect(read('zoning', { arealformål: 1120 })['purpose_group']).to.equal('unknown');
    expect(read('zoning', {}, 'KpArealformålOmråde')['purpose_group']).to.equal('unknown');
  });

  it('reads the year of a population from the name of its column', () => {
    expect(read('population', { pop_2019: 12, pop_2022: 5 })).to.include({ residents: 12, year: 2019 });
    expect(read('population', { befolkning: 12 })).to.include({ residents: 12, year: null });
    expect(read('population', { befolkning: 12, aar: 2026 })).to.include({ residents: 12, year: 2026 });
  });

  it('says which direction traffic is counted in, and turns per cent into a share', () => {
    expect(read('traffic', { aadt_dir: 1204.5, heavy_ratio: 0.0964, aadt_trafficVolumeType: 'MEASURED' })).to.include({
      aadt: 1204.5,
      aadt_direction: 'per-direction',
      long_share: 0.0964,
      origin: 'measured',
    });
    expect(read('traffic', { 'ÅDT, total': '3000', 'ÅDT, andel lange kjøretøy': '7' })).to.include({
      aadt: 3000,
      aadt_direction: 'both',
      long_share: 0.07,
      origin: 'unknown',
    });
    expect(read('traffic', { roadSystem: 'RV7' })).to.include({ aadt: null, aadt_direction: null, long_share: null });
  });

  it('knows tunnels and ferries of the map by their codes', () => {
    expect(read('road-link', { typeVeg: 'bilferje', medium: 'T' })).to.include({ ferry: true, tunnel: false });
    expect(read('road-link', { typeVeg: 'enkelBilveg', medium: 'U', vegkategori: 'E' })).to.include({
      ...{ ferry: false, tunnel: true, category: 'european', kind: 'enkelBilveg' },
    });
  });

  it('never reads a grade of the recreation mapping as a level of government', () => {
    expect(read('recreation-area', { områdeverdi: 'A' })).to.include({ grade: 'A', value: null });
  });
});
