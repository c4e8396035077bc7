import { expect } from 'chai';
import { serving } from '../api/serving.ts';
import { loadInto } from '../api/some-data.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { eachDatabase, type Given } from '../setup/databases.ts';
import { loadSmallMunicipalities } from './small-municipalities.ts';

interface Page {
  indicators: {
    id: string;
    value: number | null;
    missing: string[];
    date: string | null;
    series: { value: number }[];
  }[];
  accounts: { plans: { current: { groups: { group: string; reserve_m2: number }[] } } };
  compared: { name: string; accounts: { area_m2: number } }[];
  area_m2: number;
  conflicts: unknown;
  coordination: { zone: string; residents: number; reserve_m2: number }[] | null;
  unknown: string[];
}

/** Rows without geometry. */
async function loadRows({ database, catalogue }: Given, layer: string, rows: Record<string, unknown>[]) {
  const { datasetId } = await loadDataset(database(), catalogue(), {
    ...{ layer, part: 'test', crs: 4326 },
    features: rows.map((properties, index) => ({ index, properties, geometry: null })),
    provenance: { title: 'Tall', provider: 'SSB', dataDate: '2022' },
  });
  await publish(database(), catalogue(), [{ layer, add: [datasetId] }]);
}

eachDatabase('the page of a municipality', (given) => {
  const { get, url } = serving(given);
  before(async function () {
    this.timeout(120_000);
    await loadSmallMunicipalities(given);
    await loadRows(given, 'municipal-figure', [{ kommunenummer: '9901', fritidsboliger: 321, aar: 2022 }]);
    await loadRows(given, 'municipality-number', [
      { kommunenummer_opprinnelig: '0600', kommunenummer_2024: '9901', kommunenavn_2024: 'Vest', til_aar: 2019 },
    ]);
  });
  const pageOf = async (address: string) => (await get(`/municipalities/${address}`)).json<Page>();
  const figure = ({ indicators }: Page, wanted: string) => {
    const found = indicators.find(({ id }) => id === wanted);
    if (!found) throw new Error(`No indicator ${wanted}.`);
    return found;
  };

  it('tells the indicators from the accounts, from cells and from figures of others, each with its date', async () => {
    const page = await pageOf('9901?f=json');
    const reserve = page.accounts.plans.current.groups.reduce((sum, { reserve_m2 }) => sum + reserve_m2, 0);
    expect(reserve).to.be.above(90_000);
    expect(figure(page, 'residents')).to.deep.include({ value: 100, date: '2024' });
    expect(figure(page, 'residents').series.map(({ value }) => value)).to.deep.equal([80, 100]);
    expect(figure(page, 'holiday-homes')).to.deep.include({ value: 321, date: '2022' });
    expect(figure(page, 'plan-reserve-per-resident').value).to.be.closeTo(reserve / 100, 1e-9);
    const homes = page.accounts.plans.current.groups.find(({ group }) => group === 'housing')?.reserve_m2 ?? 0;
    expect(figure(page, 'planned-nature-loss').value).to.be.closeTo(reserve - homes / 2, 1e-4 * reserve);
    expect(figure(page, 'plan-reserve-per-resident').series).to.have.length(1);
    expect(figure(page, 'holiday-reserve-above-treeline')).to.deep.include({ value: null, missing: ['treeline'] });
    expect(page.conflicts).to.equal(null);
  });

  it('can be read: what there is, what is planned, what goes, and what nobody knows', async () => {
    const html = (await get('/municipalities/9901?f=html&lang=nb')).text;
    for (const words of ['Hva vi har:', 'Hva vi planlegger:', 'Hva vi kan tape:', 'skog til bebygd', 'ikke kjent'])
      expect(html).to.contain(words);
    const english = (await get('/municipalities/9901?f=html&lang=en')).text;
    expect(english).to.contain('What we may lose:').and.to.contain('forest to built-up');
    // Nature that goes is by its types what the headline says of it: cropland stands with what the reserve takes.
    const lost = html.slice(html.indexOf('>Natur som går tapt<'), html.indexOf('<section id="conflicts"'));
    expect(lost).to.contain('skog').and.not.to.contain('åkerland');
    const pdf = await get('/municipalities/9901?f=pdf');
    expect(pdf.header('content-type')).to.contain('application/pdf');
    expect(pdf.text).to.match(/^%PDF/);
    const svg = await get('/municipalities/9901?f=svg&picture=flow-land-cover');
    expect(svg.header('content-type')).to.contain('image/svg+xml');
    expect(svg.text).to.match(/^<svg\s/);
    const [, wide, high] = /width="([\d.]+)"[^>]*height="([\d.]+)"/.exec(svg.text) ?? [];
    const png = await fetch(`${url()}/municipalities/9901?f=png&picture=flow-land-cover`);
    expect(png.headers.get('content-type')).to.equal('image/png');
    const head = Buffer.from(await png.arrayBuffer()).subarray(0, 24);
    const size = [head.readUInt32BE(16), head.readUInt32BE(20)];
    expect(size).to.deep.equal([3 * Number(wide), 3 * Number(high)]);
    const none = await get('/municipalities/9901?f=svg&picture=nope&lang=en', { Accept: 'application/json' });
    expect(none.status).to.equal(404);
    expect(none.json<{ remedy: string }>().remedy).to.contain('flow-land-cover');
  });

  it('tells where coordination is needed, the greatest need first, and that nobody worked it out elsewhere', async () => {
    const { coordination } = await pageOf('9901?f=json');
    expect(coordination?.map(({ zone, residents, reserve_m2 }) => [zone, residents, reserve_m2])).to.deep.equal([
      ['hinterland-high', 90, 8000],
      ['outer-low', 10, 4000],
    ]);
    const html = (await get('/municipalities/9901?f=html&lang=nb')).text;
    expect(html).to.contain('omland/forstadsområde, høyt press');
    expect((await pageOf('9902?f=json')).coordination).to.equal(null);
  });

  it('says of a municipality without data that nothing is known, never 0', async () => {
    const page = await pageOf('9902?f=json&lang=en');
    expect(page.indicators.filter(({ value }) => value !== null)).to.deep.equal([]);
    const html = (await get('/municipalities/9902?f=html&lang=nb')).text;
    expect(html).to.contain('Ingen plan som gjelder her, er lastet inn.');
    expect(html).to.contain('Arealdekke: ingen data i denne kommunen.');
  });

  it('compares with others and with sums, and knows the sum only where all are known', async () => {
    const page = await pageOf('9901?f=json&with=9902,region,county');
    expect(page.compared.map(({ name }) => name)).to.deep.equal(['Øst', 'Begge']);
    const [other, whole] = page.compared;
    expect(whole?.accounts.area_m2).to.be.closeTo(page.area_m2 + Number(other?.accounts.area_m2), 1e-3);
    const html = (await get('/municipalities/9901?f=html&with=county')).text;
    expect(html).to.contain('Sammenligning').and.to.contain('Begge');
  });

  it('names the successor of a number that ended, and the nearest of one that never was', async () => {
    const ended = await get('/municipalities/0600?f=json&lang=en');
    expect(ended.status).to.equal(404);
    expect(ended.text).to.contain('9901 Vest');
    expect((await get('/municipalities/9909?f=json')).text).to.contain('9902 Øst');
    expect((await get('/municipalities/vest?f=json')).text)
      .to.contain('9901 Vest')
      .and.not.to.contain('9902');
    expect((await get('/municipalities/9901?f=json&with=hei')).status).to.equal(400);
  });

  it('is found from the list, which knows that nobody has checked the plans', async () => {
    const list = (await get('/municipalities?f=html&lang=nb')).text;
    expect(list).to.match(/href="[^"]*\/municipalities\/9901\?[^"]*"\s*>Vest</);
    const { municipalities } = (await get('/municipalities')).json<{ municipalities: { swept: string | null }[] }>();
    expect(municipalities.map(({ swept }) => swept)).to.deep.equal([null, null]);
  });

  it('names the years that there are where one is asked for that is not, or that one layer alone has', async () => {
    const asked = (year: number) => get(`/municipalities/9901/accounts?from=${year}&lang=en`);
    const none = await asked(1999);
    expect([none.status, none.text.includes('2018'), none.text.includes('2024')]).to.deep.equal([404, true, true]);
    const ring = [[9, 60], [9.02, 60], [9.02, 60.02], [9, 60.02], [9, 60]]; // prettier-ignore
    const whole = {
      geometry: { type: 'Polygon' as const, coordinates: [ring] },
      properties: { class: '30', year: 2006 },
    };
    await loadInto(given, 'land-cover', [whole], '2006');
    const some = (await asked(2006)).json<{ extent: { layer: string }[]; left_out: string[] }>();
    expect(some.extent.map(({ layer }) => layer)).to.deep.equal(['land-cover']);
    expect(some.left_out.join()).to.contain("'ecosystem' has no year 2006").and.to.contain('2018');
  });

  it('has a county of its own municipalities alone where those of others are loaded, too', async () => {
    const alone = (await pageOf('9901?f=json&with=county')).compared[0]?.accounts.area_m2;
    const ring = [[9.04, 60], [9.06, 60], [9.06, 60.02], [9.04, 60.02], [9.04, 60]]; // prettier-ignore
    const other = { number: '9801', name: 'Naboen' };
    await loadInto(
      given,
      'municipality',
      [{ geometry: { type: 'Polygon', coordinates: [ring] }, properties: other }],
      'b',
    );
    const { compared } = await pageOf('9901?f=json&with=county,region');
    expect(compared.map(({ name, accounts }) => [name, accounts.area_m2])).to.deep.equal([['Begge', alone]]);
    const neighbour = (await pageOf('9801?f=json&with=county')).compared;
    expect(neighbour.map(({ name }) => name)).to.deep.equal(['Fylket']);
  }).timeout(60_000);
});
