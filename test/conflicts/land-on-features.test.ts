import { expect } from 'chai';
import type { CaseFeature } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cabins, everywhere, feature, rectangle, Stage } from './scene.ts';

/** Near the middle meridian of UTM 32, where the scale is 0.9996. */
const [west, south] = [499_500, 6_700_000];
const onGround = (planar: number) => planar / 0.9996 ** 2;

const housing = (width: number, height: number, purpose = 1110) =>
  cabins(rectangle(west, south, width, height), { purpose }, 'B1');
const hensynssone = (code: number, geometry: CaseFeature['geometry']) => feature(geometry, { code, name: `H${code}` });

eachDatabase('land on heritage', (given) => {
  const stage = new Stage(given);
  const site = (geometry: CaseFeature['geometry'], protection: string | null, importance: string | null = null) =>
    feature(geometry, { name: 'Gravfelt', protection, importance });
  const heritage = (...sites: CaseFeature[]) => ({
    'heritage-site': everywhere(sites),
    'heritage-monument': everywhere([]),
    'heritage-environment': everywhere([]),
  });
  const finding = (layers: Parameters<Stage['finding']>[0]['layers'], considerations: CaseFeature[] = []) =>
    stage.finding({ layers, zones: [housing(100, 100)], considerations }, 'heritage-affected');

  it('is red outside zones 570 and 730 alone, and counts both', async () => {
    const layers = heritage(site(rectangle(west + 20, south + 20, 40, 10), 'AUT'));
    const half = rectangle(west + 20, south, 20, 100);
    const open = await finding(layers);
    expect(open.verdict).to.equal('conflict');
    expect(open.red_area_m2).to.be.closeTo(onGround(400), 1e-4);
    const sheltered = await finding(layers, [hensynssone(570, half)]);
    expect(sheltered.verdict).to.equal('conflict');
    expect(sheltered.area_m2).to.be.closeTo(onGround(400), 1e-4);
    expect(sheltered.red_area_m2).to.be.closeTo(onGround(200), 1e-4);
    const whole = await finding(layers, [
      hensynssone(570, half),
      hensynssone(730, rectangle(west + 40, south, 20, 100)),
    ]);
    expect(whole).to.include({ verdict: 'review', red_area_m2: 0 });
    expect(whole.reason).to.match(/innenfor hensynssone 570 eller 730/);
    expect((await finding(layers, [hensynssone(550, rectangle(west, south, 100, 100))])).verdict).to.equal('conflict');
  });

  it('says how far off the nearest is within two kilometres, and nothing of what is farther', async () => {
    const away = (metres: number) => finding(heritage(site(rectangle(west + 100 + metres, south, 50, 50), 'AUT')));
    const near = await away(1500);
    expect(near).to.include({ verdict: 'clear' });
    expect(near.distance_m).to.be.closeTo(1500 / 0.9996, 0.1);
    expect(await away(2500)).to.include({ verdict: 'clear', distance_m: null });
    expect(await finding(heritage())).to.include({ verdict: 'clear', distance_m: null });
  });

  it('keeps five metres from a protected monument, and counts what is near from there', async () => {
    const monument = (distance: number, protection = 'AUT') => ({
      ...heritage(),
      'heritage-monument': everywhere([
        feature(rectangle(west + 100 + distance, south + 40, 20, 20), { name: 'Haug', protection, importance: null }),
      ]),
    });
    const beside = await finding(monument(2));
    expect(beside.verdict).to.equal('conflict');
    // Three metres of the zone along its side of twenty, and two rounded corners cut at the border.
    expect(beside.red_area_m2).to.be.within(onGround(3 * 20), onGround(3 * 28));
    expect(await finding(monument(2, 'VED'))).to.include({ verdict: 'review', area_m2: 0 });
    const near = await finding(monument(54));
    expect(near.verdict).to.equal('review');
    expect(near.remedy).to.match(/tilpasses kulturminnet/);
    expect(near.distance_m).to.be.closeTo(49 / 0.9996, 0.05);
    expect((await finding(monument(56))).verdict).to.equal('clear');
  });

  it('takes a neighbour’s border for near, not for a hit, each dataset by its own accuracy', async () => {
    const strip = (width: number) => site(rectangle(west + 100 - width, south, 50, 100), 'AUT');
    expect(await finding(heritage(strip(1.5)))).to.include({ verdict: 'review', area_m2: 0, touching: true });
    expect((await finding(heritage(strip(2)))).verdict).to.equal('conflict');
    const coarse = everywhere(
      [feature(rectangle(west + 90, south, 50, 100), { kind: 'kulturmiljo', name: 'Grend' })],
      15,
    );
    const withCoarse = { ...heritage(strip(4)), 'heritage-environment': coarse };
    const red = await finding(withCoarse);
    expect(red.verdict).to.equal('conflict');
    expect(red.area_m2).to.be.closeTo(onGround(400), 1e-4);
    const onEnvironment = {
      ...heritage(strip(0.5)),
      'heritage-environment': everywhere([feature(rectangle(west, south, 50, 50), { kind: 'kula', name: 'Landskap' })]),
    };
    const other = await finding(onEnvironment);
    expect(other.verdict).to.equal('review');
    expect(other.reason).to.match(/verneverdige/);
    expect(other.constraints.map(({ layer }) => layer)).to.deep.equal(['heritage-environment']);
  });

  it('names what is not protected, and tells protection from importance and the unknown', async () => {
    const on = async (protection: string | null, importance: string | null = null) =>
      finding(heritage(site(rectangle(west, south, 50, 50), protection, importance)));
    for (const protection of ['IKKE', 'IKKEV', 'FJE', 'OPP']) {
      const named = await on(protection);
      expect(named.verdict, protection).to.equal('clear');
      expect(named.notes.join(' ')).to.contain(protection);
      expect((await on(protection, 'regional')).verdict, `${protection}, regional`).to.equal('review');
    }
    for (const protection of [
      'VED',
      'FOR',
      'MID',
      'FPG',
      'UAV',
      'AUV',
      'ADM',
      'AVT',
      'LIST',
      'WHS',
      'PBBL',
      'PBSB',
      null,
    ])
      expect((await on(protection)).verdict, String(protection)).to.equal('review');
  });

  it('is at most for review where nobody knows the purpose, and silent about other land', async () => {
    const layers = heritage(site(rectangle(west, south, 50, 50), 'AUT'));
    const verdict = async (purpose: number) =>
      (await stage.finding({ layers, zones: [housing(100, 100, purpose)] }, 'heritage-affected')).verdict;
    expect([await verdict(1110), await verdict(9999), await verdict(5100)]).to.deep.equal([
      'conflict',
      'review',
      'not-relevant',
    ]);
  });

  it('is not assessed where one of its layers is absent or looked elsewhere, and a hit all the same', async () => {
    const site570 = site(rectangle(west, south, 50, 50), 'AUT');
    const { 'heritage-monument': monuments, ...others } = heritage(site570);
    expect(monuments).to.not.equal(undefined);
    expect((await finding(others)).verdict).to.equal('conflict');
    const nothing = { ...heritage(), 'heritage-monument': { ...everywhere([]), coverage: null } };
    expect((await finding(nothing)).verdict).to.equal('not-assessed');
    const elsewhere = { ...everywhere([]), coverage: rectangle(west + 50, south - 500, 5000, 5000) };
    const half = await finding({ ...heritage(), 'heritage-environment': elsewhere });
    expect(half.verdict).to.equal('not-assessed');
    expect(half.share_covered).to.be.closeTo(0.5, 1e-6);
    const absent = await finding({ 'heritage-site': everywhere([]), 'heritage-environment': everywhere([]) });
    expect(absent.verdict).to.equal('not-assessed');
    expect(absent.reason).to.contain('heritage-monument');
  });
});

eachDatabase('land on minerals', (given) => {
  const stage = new Stage(given);
  const resource = (geometry: CaseFeature['geometry'], importance: string | null, registration = 'deposit') =>
    feature(geometry, { name: 'Felt', kind: 'metal', importance, registration });
  const finding = (resources: CaseFeature[], parameters = {}) =>
    stage.finding(
      { layers: { 'mineral-resource': everywhere(resources) }, zones: [housing(100, 100)], parameters },
      'mineral-built-over',
    );
  const ground = rectangle(west, south, 50, 50);

  it('is red by importance; a province and a resource of little importance are named', async () => {
    const verdict = async (importance: string | null, registration?: string) =>
      (await finding([resource(ground, importance, registration)])).verdict;
    expect(await Promise.all(['international', 'national', 'regional'].map((each) => verdict(each)))).to.deep.equal(
      Array(3).fill('conflict'),
    );
    expect([await verdict('not-assessed'), await verdict(null)]).to.deep.equal(['review', 'review']);
    const province = await finding([resource(ground, 'national', 'province')]);
    expect(province.verdict).to.equal('clear');
    expect(province.notes.join(' ')).to.match(/mineralprovinsen Felt/);
    expect((await finding([resource(ground, 'local')])).notes.join(' ')).to.match(/Felt.*lokal/);
  });

  it('is for review within 200 m of a point, never beside an area', async () => {
    const point = (distance: number) =>
      resource({ type: 'Point', coordinates: [west + 100 + distance, south + 50] }, 'national');
    expect((await finding([point(199)])).verdict).to.equal('review');
    expect((await finding([point(-50)])).verdict).to.equal('review');
    expect((await finding([point(201)])).verdict).to.equal('clear');
    expect((await finding([point(201)], { point_radius_m: 250 })).verdict).to.equal('review');
    const beside = resource(rectangle(west + 100, south, 50, 50), 'national');
    expect(await finding([beside])).to.include({ verdict: 'clear', touching: true });
  });
});
