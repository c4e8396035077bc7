import { expect } from 'chai';
import type { Geometry, Position } from 'geojson';
import type { FindingProperties } from '../../services/conflicts/answer/result.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { everywhere, feature, rectangle, Stage } from './scene.ts';

const [west, south] = [500_000, 6_700_000];
/** A metre of the grid here, on the ground. */
const ground = 1 / 0.9996;

const land = (x: number, y: number, width: number, height: number) => rectangle(west + x, south + y, width, height);

const road = (places: [number, number][], properties: CaseFeature['properties'] = {}) =>
  feature(
    { type: 'LineString', coordinates: places.map(([x, y]): Position => [west + x, south + y]) },
    { speed_kmh: 60, category: 'county', road_number: 'Fv1', ...properties },
  );

const zone = (purpose: number, geometry: Geometry, id = 'B1') =>
  feature(geometry, { object_type: 'KpArealformålOmråde', purpose, status: 2, level: 2, name: id }, id);

const point = (x: number, y: number, properties: CaseFeature['properties'], id: string) =>
  feature({ type: 'Point', coordinates: [west + x, south + y] }, properties, id);

eachDatabase('land far from centre and hub', (given) => {
  const stage = new Stage(given);
  const centre = feature(land(0, -100, 200, 200), { name: 'Torget', residents: 900, year: 2024 }, 'S1');
  const straight = road([[0, 0], [9000, 0]]); // prettier-ignore
  const layersOf = (roads: CaseFeature[], other: Partial<ConflictCase['layers']> = {}) =>
    ({
      ...{ 'road-link': everywhere(roads), 'centre-zone': everywhere([centre]), 'transit-hub': everywhere([]) },
      ...other,
    }) as ConflictCase['layers'];
  const finding = (layers: ConflictCase['layers'], x: number, { y = -50, parameters = {} } = {}) =>
    stage.finding({ layers, zones: [zone(1110, land(x, y, 100, 100))], parameters }, 'densify-first');

  it('is for review beyond two kilometres by road, and clear within them', async () => {
    const far = await finding(layersOf([straight]), 2300);
    expect(far).to.include({ verdict: 'review', basis: 'strategy' });
    expect(far.distance_m).to.be.closeTo(2100 * ground, 0.01);
    expect(far.constraints.map(({ layer, id }) => [layer, id])).to.deep.equal([['centre-zone', 'S1']]);
    expect(far.notes.join(' ')).to.match(/Torget, 2,1 km\. Korteste kjøretid: 2,1 min/);
    expect((await finding(layersOf([straight]), 2150)).verdict).to.equal('clear');
    expect((await finding(layersOf([straight]), 2300, { parameters: { far_km: 2.2 } })).verdict).to.equal('clear');
  });

  it('is farther off where the need for coordination is lower, and says where that is known from', async () => {
    const need = (value: number | null, x: number) =>
      feature(land(x, -500, 5000, 1000), { zone: 'outer-low', need: value }, `N${x}`);
    const ask = async (zones: CaseFeature[], x: number) =>
      finding(layersOf([straight], { 'coordination-zones-housing': everywhere(zones) }), x);
    const verdicts = [];
    for (const [value, near, far] of [
      [5, 1150, 1250],
      [4, 1150, 1250],
      [3, 2150, 2250],
      [2, 5150, 5250],
      [1, 5150, 5250],
      [null, 2150, 2250],
    ] as const)
      // prettier-ignore
      for (const x of [near, far]) verdicts.push((await ask([need(value, -1000), need(value, 4000)], x)).verdict);
    expect(verdicts).to.deep.equal(Array.from({ length: 6 }, () => ['clear', 'review']).flat());
    // 60 of 100 m in the zone of high need.
    const most = await ask([need(5, 1260 - 5000), need(1, 1260)], 1200);
    expect(most.verdict).to.equal('review');
    expect(most.datasets.map(({ layer }) => layer)).to.include('coordination-zones-housing');
    const { id = 0 } = most.datasets.find(({ layer }) => layer === 'coordination-zones-housing') ?? {};
    expect(most.steps.join(' ')).to.include(
      `høyt: 5 av 5 på det meste av arealet (samordningssoner for bolig, datasett ${id})`,
    );
    expect((await ask([need(5, 1240 - 5000), need(1, 1240)], 1200)).verdict).to.equal('clear');
    expect((await ask([], 2250)).steps.join(' ')).to.match(/ikke kjent her\. Langt er mer enn 2 km/);
  });

  it('is far by road, however near it lies as the crow flies', async () => {
    const round = road([[100, 0], [100, -1500], [400, -1500], [400, 0]]); // prettier-ignore
    const across = await finding(layersOf([round]), 350);
    expect(across.verdict).to.equal('review');
    expect(across.distance_m).to.be.closeTo((1400 + 300 + 1450) * ground, 0.05);
  });

  it('counts a hub as much as a centre, and names both', async () => {
    const hub = point(4000, 20, { name: 'Stasjonen', modes: 'buss, tog', departures: 60 }, 'K1');
    const near = await finding(layersOf([straight], { 'transit-hub': everywhere([hub]) }), 4500);
    expect(near.verdict).to.equal('clear');
    // The way from the road to the hub counts.
    expect(near.distance_m).to.be.closeTo(520 * ground, 0.01);
    expect(near.notes.join(' ')).to.match(/Torget, 4,3 km.*Stasjonen, 0,5 km/);
  });

  it('says so where no road is near, or the road there leads to no centre, and never 0', async () => {
    const none = await finding(layersOf([straight]), 3000, { y: 700 });
    expect([none.verdict, none.distance_m]).to.deep.equal(['review', null]);
    expect(none.reason).to.match(/Ingen veg/);
    const alone = road([[3000, 700], [3500, 700]]); // prettier-ignore
    const pieces = await finding(layersOf([straight, alone]), 3200, { y: 650 });
    expect([pieces.verdict, pieces.distance_m]).to.deep.equal(['review', null]);
    expect(pieces.reason).to.match(/henger i dataene ikke sammen/);
    const nothing = await finding(layersOf([]), 3000);
    expect(nothing.reason).to.match(/Ingen veg/);
    const beyond = await finding(layersOf([straight], { 'centre-zone': everywhere([]) }), 3000);
    expect([beyond.verdict, beyond.distance_m]).to.deep.equal(['review', null]);
  });

  it('is not assessed where a layer is absent, or did not look at all land that a nearer centre could lie on', async () => {
    const { 'transit-hub': hubs, ...others } = layersOf([straight]);
    const absent = await finding(others, 3000);
    expect(absent.verdict).to.equal('not-assessed');
    expect(absent.reason).to.match(/transit-hub/);
    const roadless = await finding({ 'centre-zone': everywhere([centre]), 'transit-hub': hubs }, 3000);
    expect(roadless.verdict).to.equal('not-assessed');
    expect(roadless.reason).to.match(/road-link/);
    const narrow = { ...everywhere([centre]), coverage: land(-1000, -1000, 5000, 2000) as never };
    const partial = await finding(layersOf([straight], { 'centre-zone': narrow }), 3000);
    expect(partial.verdict).to.equal('not-assessed');
    expect(partial.reason).to.match(/landet rundt/);
    expect((await finding(layersOf([straight], { 'centre-zone': narrow }), 500)).verdict).to.equal('clear');
    const unknown = { ...everywhere([centre]), coverage: null };
    expect((await finding(layersOf([straight], { 'centre-zone': unknown }), 500)).verdict).to.equal('not-assessed');
    expect((await finding(layersOf([straight], { 'centre-zone': unknown }), 3000)).verdict).to.equal('review');
  });

  it('asks about housing, centres, shops and services only', async () => {
    const zones = [1110, 1130, 1140, 1150, 1160, 1120, 1300, 2010, 5100].map((purpose, at) =>
      zone(purpose, land(5000 + 100 * at, -50, 100, 100), `B${at}`),
    );
    const found = await stage.findings({ layers: layersOf([straight]), zones }, 'densify-first');
    const verdicts = found.map(({ verdict }) => verdict);
    expect(verdicts).to.deep.equal([...Array<string>(5).fill('review'), ...Array<string>(4).fill('not-relevant')]);
  });
});

eachDatabase('large new business land', (given) => {
  const stage = new Stage(given);
  const plan = feature(land(-5000, -5000, 20_000, 20_000), {
    ...{ plan_id: '3330_1', plan_status: 3, in_force: '2018-01-01', name: 'Nabo', plan_type: 21, law: 2008 },
    predecessor: null,
  });
  const existing = feature(land(6000, 0, 300, 100), {
    ...{ object_type: 'KpArealformålOmråde', purpose: 1300, status: 2, level: 2, name: 'N9', plan_id: '3330_1' },
  });
  const cover = (geometry: Geometry, code: string, year = 2024) => feature(geometry, { class: code, year });
  const layers: ConflictCase['layers'] = {
    'road-link': everywhere([
      road([[0, 0], [3000, 0]]), // prettier-ignore
      road([[3000, 0], [3000, 9000]], { category: 'national', road_number: 'Rv7' }), // prettier-ignore
    ]),
    'grid-point': everywhere([point(250, 1200, { name: 'Nordtrafo', available_mw: 12.5, date: '2026-03-01' }, 'T1')]),
    'land-cover': everywhere([
      ...[cover(land(-500, -500, 600, 2000), '21'), cover(land(100, -500, 900, 2000), '30')],
      cover(land(-500, -500, 2000, 2000), '11', 2010),
    ]),
    'contiguous-nature': everywhere([feature(land(400, -500, 900, 900), { name: 'Marka', value: 'regional' })]),
    plan: everywhere([plan]),
    zoning: everywhere([existing]),
    building: everywhere([]),
  };
  const ask = (there: ConflictCase['layers']): Promise<FindingProperties> =>
    stage.finding({ layers: there, zones: [zone(1300, land(0, 0, 500, 200), 'N1')] }, 'business-location');

  it('is for review, with the way to a main road, grid power, what it takes and what there is already', async () => {
    const { verdict, notes, constraints } = await ask(layers);
    expect(verdict).to.equal('review');
    const said = notes.join(' ');
    expect(said).to.match(/\(Rv7\): 2,5 min med bil, 2,5 km/);
    expect(said).to.match(/Nordtrafo, 1 km; oppgitt ledig effekt 12,5 MW \(2026-03-01\)/);
    expect(said).to.match(/Tar 20 daa jordbruksareal, 80,1 daa skog, 0 daa myr og 0 daa åpen mark \(arealdekke 2024\)/);
    expect(said).to.match(/20 daa er kartlagt som sammenhengende naturområder/);
    expect(said).to.match(/innen 10 km: 30 daa ubebygd og 0 daa bebygd/);
    expect(constraints.map(({ layer }) => layer)).to.include.members(['road-link', 'grid-point']);
  });

  it('does not call business land built, or say that there is none, where nobody looked', async () => {
    const around = { ...everywhere([]), coverage: land(-100, -100, 900, 900) as never };
    const unlooked = (await ask({ ...layers, building: around })).notes.join(' ');
    expect(unlooked).to.match(/innen 10 km: 30 daa \(områder: 1\)\. Hvor mye som er ubebygd, er ikke kjent/);
    expect((await ask({ ...layers, zoning: around })).notes.join(' ')).to.match(
      /Ingen kjente planer .* dekker ikke alt/,
    );
    expect((await ask({ ...layers, zoning: everywhere([]) })).notes.join(' ')).to.match(/Ingen plan i kraft gir/);
  });

  it('takes what the newest map of each piece of ground says, and tells what nobody mapped', async () => {
    // Of 500 m by 200 m: 100 m newly mapped as forest over older farmland of 300 m; 200 m not mapped, or without a class.
    const maps = [cover(land(0, 0, 100, 200), '30'), cover(land(0, 0, 300, 200), '21', 2010)];
    const without = feature(land(300, 0, 50, 200), { year: 2024 });
    const said = (await ask({ ...layers, 'land-cover': everywhere([...maps, without]) })).notes.join(' ');
    expect(said).to.match(
      /Tar 40 daa jordbruksareal, 20 daa skog, .*\(arealdekke 2010–2024\) .*; 40 daa er ikke kartlagt/,
    );
  });

  it('is asked about from fifty dekar on, and only where it is business', async () => {
    const zones = [
      zone(1300, land(0, 0, 250, 200), 'N1'),
      zone(1300, land(0, 300, 249, 200), 'N2'),
      zone(1110, land(0, 600, 500, 200), 'B1'),
    ];
    const found = await stage.findings({ layers, zones }, 'business-location');
    expect(found.map(({ verdict }) => verdict)).to.deep.equal(['review', 'not-relevant', 'not-relevant']);
  });

  it('is not assessed where roads, grid or land cover are missing, and says what is known all the same', async () => {
    for (const role of ['road-link', 'grid-point', 'land-cover']) {
      const others = Object.fromEntries(Object.entries(layers).filter(([name]) => name !== role));
      const found = await ask(others);
      expect(found.verdict, role).to.equal('not-assessed');
      expect(found.reason).to.contain(role);
      expect(found.notes.join(' ')).to.match(/30 daa ubebygd/);
    }
    const elsewhere = { ...everywhere([]), coverage: land(9000, 9000, 100, 100) as never };
    const unmapped = await ask({ ...layers, 'land-cover': elsewhere, 'contiguous-nature': elsewhere });
    expect(unmapped.verdict).to.equal('not-assessed');
    expect(unmapped.notes.join(' ')).to.match(/arealdekket er ikke kartlagt her.*Om arealet tar sammenhengende/);
  });

  it('says that the way is not known where no road is near or none leads to a main road', async () => {
    const said = async (roads: CaseFeature[]) =>
      (await ask({ ...layers, 'road-link': everywhere(roads) })).notes.join(' ');
    expect(await said([])).to.match(/ikke kjent: ingen veg i dataene ligger innen 500 m/);
    expect(await said([road([[0, 0], [3000, 0]])])).to.match(/henger i dataene ikke sammen/); // prettier-ignore
    const across = road([[100, -500], [100, 900]], { category: 'national', road_number: 'Rv9' }); // prettier-ignore
    expect(await said([across])).to.match(/\(Rv9\): 0 min med bil, 0 km/);
  });
});
