import { expect } from 'chai';
import type { Geometry } from 'geojson';
import { describeInstead } from '../../services/conflicts/alternatives/describe-instead.ts';
import { whereInstead } from '../../services/conflicts/alternatives/where-instead.ts';
import { layerTitles } from '../../services/conflicts/report/layer-titles.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { above, cabins, everywhere, feature, nothingElse, rectangle, Stage, type Scene } from './scene.ts';

const [west, south] = [498_000, 6_700_000];
const land = (x: number, y: number, width: number, height: number) => rectangle(west + x, south + y, width, height);
const onGround = (planar: number) => planar / 0.9996 ** 2;

/** Contours of a plain: 500 m everywhere. */
const plain = everywhere(
  Array.from({ length: 25 }, (_, at) => 250 * at - 1000).map((y) =>
    feature(
      {
        type: 'LineString',
        coordinates: [
          [west - 1000, south + y],
          [west + 5000, south + y],
        ],
      },
      { height_m: 500 },
    ),
  ),
);

/** Every layer of the rules, empty; filled before the tests. */
let nothing: ConflictCase['layers'] = {};

/** A municipality of four by four kilometres, forest all over, flat, the mountain in the uppermost kilometre. */
const county = (more: ConflictCase['layers'] = {}): ConflictCase['layers'] => ({
  ...nothing,
  elevation: plain,
  municipality: everywhere([feature(land(0, 0, 4000, 4000), { number: '3338', name: 'Nore og Uvdal' })]),
  treeline: everywhere([above(land(-1000, 3000, 6000, 2000))]),
  'land-cover': everywhere([feature(land(0, 0, 4000, 4000), { class: '30', year: 2024 })]),
  ...Object.fromEntries(['water', 'hazard', 'protected-area', 'building'].map((layer) => [layer, everywhere([])])),
  plan: everywhere([
    feature(land(0, 0, 4000, 4000), { plan_id: '3338_1', name: 'Gjeldende', plan_status: 3, in_force: '2015-01-01' }),
  ]),
  zoning: everywhere([]),
  ...more,
});
const given = (geometry: Geometry, status: number, id: string, purpose = 1120): CaseFeature =>
  feature(geometry, { object_type: 'KpArealformålOmråde', purpose, status, level: 2, name: id, plan_id: '3338_1' }, id);
/** Ten hectares of cabins in the middle of the mountain. */
const zone = cabins(land(1900, 3300, 200, 500));

eachDatabase('where instead', (database) => {
  const stage = new Stage(database);
  before(async () => {
    nothing = await nothingElse();
  });
  const ask = async (layers: ConflictCase['layers'], more: Partial<Scene> = {}, rules = ['treeline']) => {
    const request = await stage.request({ layers, zones: [zone], ...more });
    const instead = await whereInstead(stage.database, { ...request, rules });
    return describeInstead(stage.database, instead, {
      ...{ language: 'nb', titles: layerTitles(database.catalogue(), 'nb') },
    });
  };
  const placesIn = async (layers: ConflictCase['layers'], more: Partial<Scene> = {}) =>
    (await ask(layers, more)).zones[0]?.places ?? [];

  it('is unbuilt reserve first, then room in existing areas, then other land, each by distance', async () => {
    const zoning = everywhere([
      given(land(0, 0, 400, 300), 2, 'far'),
      given(land(1500, 2000, 400, 300), 2, 'near'),
      given(land(2500, 2000, 400, 100), 2, 'small'),
      given(land(2500, 1500, 400, 300), 2, 'housing', 1110),
      given(land(500, 2500, 400, 300), 1, 'old'),
      given(land(1500, 3200, 390, 700), 2, 'above'),
    ]);
    const building = everywhere([feature(land(500, 2500, 10, 10), { building_type: 161 })]);
    const { zones } = await ask(county({ zoning, building }));
    const [{ places = [], size_m2 = 0, findings } = {}] = zones;
    expect(findings).to.deep.equal(['treeline/0']);
    expect(size_m2).to.be.closeTo(onGround(100_000), 0.1);
    expect(places.slice(0, 3).map(({ kind, zone }) => [kind, zone])).to.deep.equal([
      ['reserve', 'near'],
      ['reserve', 'far'],
      ['densification', 'old'],
    ]);
    const [near, far, old, ...squares] = places;
    expect(near?.area_m2).to.be.closeTo(onGround(120_000), 0.1);
    // From the upper edge at 2300 to the zone at 3300; beside it 400 less 1900 is inside its width.
    expect(near?.distance_m).to.be.closeTo(1000 / 0.9996, 0.01);
    expect(far?.distance_m).to.be.closeTo(Math.hypot(1500, 3000) / 0.9996, 0.01);
    // The house's corner with 50 m around: 60 by 60 less the round corner.
    expect(old?.area_m2).to.be.closeTo(onGround(120_000 - 3600 + 2500 * (1 - Math.PI / 4)), 20);
    expect(squares).to.have.length(5);
    for (const { kind, area_m2 } of squares) {
      expect(kind).to.equal('other-land');
      expect(area_m2).to.be.at.least(size_m2);
    }
    const distances = squares.map(({ distance_m }) => distance_m);
    expect(distances).to.deep.equal([...distances].sort((a, b) => a - b));
    expect(near?.reasons.join(' '))
      .to.match(/Ingen av retningslinjene/)
      .and.match(/stiger 0/);
  });

  it('is not where a dated plan has given the land of an undated one to something else', async () => {
    const planOf = (plan_id: string, in_force: string | null) =>
      feature(land(0, 0, 4000, 4000), { plan_id, name: plan_id, plan_status: 3, in_force });
    const wood = given(land(1500, 2000, 400, 300), 1, 'wood', 5100);
    const zoning = everywhere([
      given(land(1500, 2000, 400, 300), 2, 'near'),
      { ...wood, properties: { ...wood.properties, plan_id: '3338_2' } },
    ]);
    const reserves = async (first: string | null, second: string | null) =>
      (
        await placesIn(county({ zoning, plan: everywhere([planOf('3338_1', first), planOf('3338_2', second)]) }))
      ).filter(({ kind }) => kind === 'reserve').length;
    expect(await reserves(null, '2020-01-01')).to.equal(0);
    expect(await reserves('2015-01-01', null)).to.equal(1);
  });

  it('keeps off water, hazard, protected land, farmland, other zones, buildings and the mountain', async () => {
    const strip = (x: number) => land(x, 0, 500, 4000);
    const wholly = county({
      water: everywhere([feature(strip(0), { kind: 'lake' })]),
      hazard: everywhere([feature(strip(500), { kind: 'avalanche' })]),
      'protected-area': everywhere([feature(strip(1000), { name: 'Verneområde' })]),
      'land-cover': everywhere([
        feature(strip(1500), { class: '21' }),
        feature(strip(2000), { class: 'open' }),
        feature(land(0, 0, 1500, 4000), { class: '30' }),
        feature(land(2500, 0, 1500, 4000), { class: '30' }),
      ]),
      zoning: everywhere([given(strip(2500), 1, 'B', 1110), given(land(3500, 0, 500, 4000), 2, 'L', 5100)]),
      building: everywhere([feature(land(3060, 0, 400, 4000), { building_type: 111 })]),
    });
    // Land without anything against it is that of the LNFR zone, 500 m wide, less 10 m by the houses, below 3000.
    const places = await placesIn(wholly);
    expect(places.length).to.be.greaterThan(0);
    for (const { geometry, kind } of places) {
      expect(kind).to.equal('other-land');
      const { findings } = await stage.check({
        layers: wholly,
        zones: [cabins(geometry)],
        crs: 'EPSG:4326',
        outline: null,
      });
      expect(findings.features[0]?.properties.new_area_m2).to.be.greaterThan(0);
    }
    const all = county({ water: everywhere([feature(land(0, 0, 4000, 3000), { kind: 'lake' })]) });
    const [answer] = (await ask(all)).zones;
    expect(answer?.places).to.deep.equal([]);
    expect(answer?.none.join(' '))
      .to.match(/ikke funnet noe annet areal/)
      .and.match(/Konflikt: Fritidsbolig over/)
      .and.match(/Vann: \d/)
      .and.match(/Ikke helt innenfor kommunen: \d/);
  });

  it('asks every rule about a place, not only those that found something', async () => {
    const nature = everywhere([feature(land(0, 0, 3000, 3000), { name: 'Heia', value: 'national' })]);
    const places = await placesIn(county({ 'contiguous-nature': nature }));
    expect(places.length).to.be.greaterThan(0);
    for (const { geometry } of places) {
      const longitudes = (geometry as { coordinates: number[][][] }).coordinates.flat().map(([lon = 0]) => lon);
      // Three kilometres east of the corner, and the hundred metres that count as near.
      expect(Math.min(...longitudes)).to.be.greaterThan(9 + (1100 / 0.9996 / 111_320 / Math.cos(1.0549)) * 0.999);
    }
  });

  it('is first of all what the plan itself keeps of the land that it replaces', async () => {
    const zoning = everywhere([
      given(land(500, 500, 400, 300), 2, 'kept'),
      given(land(2500, 500, 400, 300), 2, 'gone'),
    ]);
    const kept = cabins(land(500, 500, 400, 300), {}, 'H2');
    const scene = { zones: [zone, kept], plan: { predecessor: '3338_1' } };
    const places = await placesIn(county({ zoning }), scene);
    expect(places.filter(({ kind }) => kind === 'reserve').map((place) => place.zone)).to.deep.equal(['kept']);
  });

  it('is nowhere without data, or where nobody has looked, and says so', async () => {
    const without = Object.fromEntries(Object.entries(county()).filter(([layer]) => layer !== 'hazard'));
    const [absent] = (await ask(without)).zones;
    expect(absent?.places).to.deep.equal([]);
    expect(absent?.none.join(' ')).to.match(/ingen data for «Fareområder»/);
    const [unknown] = (await ask(county({ hazard: { coverage: null, accuracy_m: null, features: [] } }))).zones;
    expect(unknown?.places).to.deep.equal([]);
    expect(unknown?.none.join(' ')).to.match(/ikke kjent hvor dataene om «Fareområder» dekker/);
    const half = { coverage: land(-9000, -9000, 1000, 1000), accuracy_m: null, features: [] };
    const [elsewhere] = (await ask(county({ hazard: half }))).zones;
    expect(elsewhere?.places).to.deep.equal([]);
    expect(elsewhere?.none.join(' ')).to.match(/Ikke dekket av kartlaget «Fareområder»/);
    const [unmeasured] = (await ask(county({ elevation: everywhere([]) }))).zones;
    expect(unmeasured?.places).to.deep.equal([]);
    expect(unmeasured?.none.join(' ')).to.match(/Hvor bratt det er, er ikke kjent/);
  });

  it('is not steep, where heights are known', async () => {
    // The western half rises one in two, the eastern is flat.
    const contour = (x: number, height_m: number) =>
      feature(
        { type: 'LineString', coordinates: [[west + x, south - 1000], [west + x, south + 5000]] },
        { height_m },
      ); // prettier-ignore
    const elevation = everywhere([
      ...Array.from({ length: 41 }, (_, step) => contour(step * 50, 1500 - step * 25)),
      ...Array.from({ length: 41 }, (_, step) => contour(2050 + step * 50, 500)),
    ]);
    const places = await placesIn(county({ elevation }));
    expect(places).to.have.length(5);
    for (const { geometry, reasons } of places) {
      expect(reasons.join(' ')).to.match(/stiger/);
      const longitudes = (geometry as { coordinates: number[][][] }).coordinates.flat().map(([x = 0]) => x);
      expect(Math.min(...longitudes)).to.be.greaterThan(8.99);
    }
  });

  it('is asked about one finding, or about all zones that could move', async () => {
    const request = await stage.request({
      layers: county(),
      zones: [
        zone,
        cabins(land(2500, 3300, 100, 100), {}, 'H2'),
        cabins(land(3000, 3300, 100, 100), { purpose: 3040 }, 'G'),
      ],
    });
    const about = async (finding?: string) =>
      (await whereInstead(stage.database, { ...request, rules: ['treeline'] }, { finding })).zones.map(
        ({ zone }) => zone.id,
      );
    expect(await about()).to.deep.equal(['H1', 'H2']);
    expect(await about('treeline/1')).to.deep.equal(['H2']);
    expect(await about('nature-areas/1')).to.deep.equal([]);
  });
});
