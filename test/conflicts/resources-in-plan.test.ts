import { expect } from 'chai';
import { checkPlan } from '../../services/conflicts/check.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cabins, everywhere, feature, rectangle, Stage, type Scene } from './scene.ts';

const [west, south] = [499_500, 6_700_000];
const onGround = (planar: number) => planar / 0.9996 ** 2;

const land = (x: number, y: number, width: number, height: number) => rectangle(west + x, south + y, width, height);
const zone = (purpose: number, geometry: CaseFeature['geometry'], properties: CaseFeature['properties'] = {}) =>
  cabins(geometry, { purpose, ...properties }, `Z${purpose}`);
const hensynssone = (code: number, geometry: CaseFeature['geometry']) => feature(geometry, { code, name: `H${code}` });
const lnfr = zone(5100, land(-1000, -1000, 3000, 500));

eachDatabase('mineral resources in a plan', (given) => {
  const stage = new Stage(given);
  /** Ten by ten hectares of metal. */
  const deposit = (importance: string | null = 'national', geometry: CaseFeature['geometry'] = land(0, 0, 1000, 100)) =>
    feature(geometry, { name: 'Gruva', kind: 'metal', registration: 'deposit', importance }, 'G1');
  const minerals = (...resources: CaseFeature[]) => ({
    'mineral-resource': everywhere(resources),
    building: everywhere([]),
  });
  const findings = (scene: Partial<Scene>) =>
    stage.findings({ layers: minerals(deposit()), zones: [lnfr], ...scene }, 'mineral-unsecured');
  const finding = async (scene: Partial<Scene>) => {
    const [first] = await findings(scene);
    if (!first) throw new Error('no finding');
    return first;
  };

  it('are secured by zone 590 and by extraction, ground under both counted once', async () => {
    const scene = {
      considerations: [hensynssone(590, land(0, 0, 400, 100)), hensynssone(590, land(200, 0, 400, 100))],
      zones: [lnfr, zone(1201, land(500, 0, 300, 100))],
    };
    const { verdict, share_secured, area_m2, zone_area_m2 } = await finding(scene);
    expect(verdict).to.equal('review');
    expect(share_secured).to.be.closeTo(0.8, 1e-6);
    expect(area_m2).to.be.closeTo(onGround(20_000), 1e-2);
    expect(zone_area_m2).to.be.closeTo(onGround(100_000), 1e-2);
  });

  it('are drawn as the zone that is missing', async () => {
    const { remedy, remedy_geometry } = await finding({ considerations: [hensynssone(590, land(0, 0, 400, 100))] });
    expect(remedy).to.match(/H590.*60 daa/);
    const again = await stage.check(
      { layers: minerals(deposit()), zones: [lnfr], considerations: [hensynssone(590, land(0, 0, 400, 100))] },
      { rules: ['mineral-unsecured'] },
    );
    const drawn = again.findings.features[0];
    expect(drawn?.geometry).to.deep.equal(remedy_geometry);
  });

  it('are red above five per cent of new building land, for review up to it and on slivers no finding', async () => {
    const whole = hensynssone(590, land(60, 0, 940, 100));
    const built = (width: number, more: Partial<Scene> = {}) =>
      finding({ considerations: [whole], zones: [zone(1110, land(0, 0, width, 100)), lnfr], ...more });
    expect((await built(60)).verdict).to.equal('conflict');
    expect((await built(60, { parameters: { buildable_share: 0.07 } })).verdict).to.equal('review');
    expect((await built(40)).reason).to.match(/liten del/);
    const sliver = await finding({
      considerations: [hensynssone(590, land(1, 0, 999, 100))],
      zones: [zone(1110, land(-500, 0, 501, 100)), lnfr],
    });
    expect(sliver.verdict).to.equal('clear');
  });

  it('leave built land out of the share, and count present land as built where nobody knows the buildings', async () => {
    const house = feature(
      { type: 'Point', coordinates: [west + 100, south + 50] },
      { building_type: 111, built_year: 1990 },
    );
    const considerations = [hensynssone(590, land(200, 0, 800, 100))];
    const around = await finding({ layers: { ...minerals(deposit()), building: everywhere([house]) }, considerations });
    // A circle of 50 m lies within the first two hundred metres.
    expect(around.share_secured).to.be.closeTo(80_000 / (100_000 - Math.PI * 2500), 1e-3);
    const present = zone(1110, land(0, 0, 200, 100), { status: 1 });
    const unknown = await finding({
      layers: { 'mineral-resource': everywhere([deposit()]) },
      considerations,
      zones: [present, lnfr],
    });
    expect(unknown.verdict).to.equal('clear');
    expect(unknown.share_secured).to.be.closeTo(1, 1e-6);
    expect(unknown.notes.join(' ')).to.match(/ikke lastet inn bygninger/);
  });

  it('heed only zones on the ground, and a purpose that nobody knows is neither securing nor building', async () => {
    const below = zone(1110, land(0, 0, 1000, 100), { level: 1 });
    expect((await finding({ zones: [below, lnfr] })).reason).to.match(/ikke sikret/);
    const tunnel = zone(1201, land(0, 0, 1000, 100), { level: 1 });
    expect((await finding({ zones: [tunnel, lnfr] })).share_secured).to.equal(0);
    expect((await finding({ zones: [zone(9999, land(0, 0, 1000, 100))] })).verdict).to.equal('review');
  });

  it('are for review as points outside a securing zone, and clear within one', async () => {
    const point = { type: 'Point' as const, coordinates: [west + 50, south + 50] };
    const layers = minerals(deposit('regional', point));
    expect(await finding({ layers })).to.include({ verdict: 'review', share_secured: 0, remedy_code: 590 });
    const reached = await finding({ layers, parameters: { point_radius_m: 50 } });
    expect(reached.remedy).to.match(/H590.*7,9 daa/);
    expect((await finding({ layers, parameters: { point_radius_m: 0 } })).remedy).to.equal(null);
    expect((await finding({ layers, considerations: [hensynssone(590, land(0, 0, 100, 100))] })).verdict).to.equal(
      'clear',
    );
    expect((await finding({ layers, zones: [zone(1201, land(0, 0, 100, 100)), lnfr] })).verdict).to.equal('clear');
    expect((await finding({ layers, considerations: [hensynssone(570, land(0, 0, 100, 100))] })).verdict).to.equal(
      'review',
    );
  });

  it('say contradiction where zone 590 lies over building land', async () => {
    const over = {
      considerations: [hensynssone(590, land(0, 0, 1000, 100))],
      zones: [zone(1110, land(0, 0, 300, 100)), lnfr],
    };
    expect(await finding(over)).to.include({ verdict: 'review', share_secured: 1 });
  });

  it('are at most for review in a plan of the old law and where nobody assessed them, and silent about the small', async () => {
    const zones = [zone(1110, land(0, 0, 1000, 100))];
    expect((await finding({ zones })).verdict).to.equal('conflict');
    expect((await finding({ zones, plan: { law: 1985 } })).notes.join(' ')).to.match(/Eldre lov/);
    expect((await finding({ zones, plan: { law: 1985 } })).verdict).to.equal('review');
    expect((await finding({ zones, layers: minerals(deposit('not-assessed')) })).verdict).to.equal('review');
    const [small] = await findings({ zones, layers: minerals(deposit('local')) });
    expect(small).to.include({ verdict: 'clear', zone_index: -1 });
  });

  it('are asked about in master plans alone, and not in one that has ended', async () => {
    for (const plan of [{ plan_type: 35 }, { plan_status: 5 }])
      expect((await findings({ plan })).map(({ verdict }) => verdict)).to.deep.equal(['not-relevant']);
    expect((await findings({ plan: { plan_type: 21 } })).map(({ verdict }) => verdict)).to.deep.equal(['review']);
  });

  it('are found in all of the outline, and without one in the zones', async () => {
    const far = deposit('national', land(8000, 8000, 100, 100));
    expect((await finding({ layers: minerals(far) })).zone).to.equal('G1');
    const none = await findings({ layers: minerals(far), outline: null });
    expect(none.map(({ zone_index, verdict }) => [zone_index, verdict])).to.deep.equal([[-1, 'clear']]);
    const inZone = await finding({ zones: [zone(5100, land(0, 0, 100, 100))], outline: null });
    expect(inZone.zone_area_m2).to.be.closeTo(onGround(10_000), 1e-2);
  });

  it('are another question when the outline of the plan is another', async () => {
    const { plan, ...request } = await stage.request({ layers: minerals(deposit()), zones: [lnfr] });
    const keyWith = async (geometry: CaseFeature['geometry']) => {
      const drawn = { ...plan, plan: { ...plan.plan, geometry } };
      return (await checkPlan(stage.database, { ...request, plan: drawn, rules: ['mineral-unsecured'] })).run.key;
    };
    const [half, whole] = [await keyWith(land(0, 0, 500, 100)), await keyWith(land(0, 0, 1000, 100))];
    expect(half).not.to.equal(whole);
    expect(await keyWith(land(0, 0, 500, 100))).to.equal(half);
  });

  it('are never clear where it is not known where the data look', async () => {
    const layers = { ...minerals(deposit()), 'mineral-resource': { ...everywhere([deposit()]), coverage: null } };
    const considerations = [hensynssone(590, land(0, 0, 1000, 100))];
    const verdicts = (await findings({ layers, considerations })).map(({ verdict }) => verdict);
    expect(verdicts).to.deep.equal(['not-assessed', 'not-assessed']);
    const absent = (await findings({ layers: {} })).map(({ zone_index, verdict }) => [zone_index, verdict]);
    expect(absent).to.deep.equal([[-1, 'not-assessed']]);
  });

  it('say that zones could not be placed, and fail where none could', async () => {
    const broken = cabins(
      {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [west + 1, south],
          ],
        ],
      } as never,
      {},
      'X',
    );
    expect((await finding({ zones: [lnfr, broken] })).notes.join(' ')).to.match(/1 soner i planen kunne ikke/);
    const none = await findings({ zones: [broken], outline: null });
    expect(none.map(({ verdict }) => verdict)).to.deep.equal(['failed']);
  });
});

eachDatabase('heritage environments in a plan', (given) => {
  const stage = new Stage(given);
  const environment = (kind: string) => feature(land(0, 0, 100, 100), { kind, name: 'Grend', importance: null }, 'E1');
  const site = (importance: string | null) =>
    feature(land(0, 0, 100, 100), { name: 'Kirke', protection: 'AUT', importance }, 'S1');
  const heritage = (environments: CaseFeature[], sites: CaseFeature[] = []): ConflictCase['layers'] => ({
    'heritage-environment': everywhere(environments),
    'heritage-site': everywhere(sites),
    building: everywhere([]),
  });
  const verdicts = async (scene: Partial<Scene>) =>
    (await stage.findings({ layers: {}, zones: [lnfr], ...scene }, 'heritage-unsecured')).map(({ verdict }) => verdict);

  it('are secured by 570 and 730, landscapes by 550 too; 550, 710 and purpose 5600 are weak', async () => {
    const by = async (kind: string, code: number) =>
      (
        await verdicts({
          layers: heritage([environment(kind)]),
          considerations: [hensynssone(code, land(0, 0, 100, 100))],
        })
      )[0];
    const answers: [string, number, string][] = [
      ['kulturmiljo', 570, 'clear'],
      ['kulturmiljo', 730, 'clear'],
      ['kulturmiljo', 550, 'review'],
      ['kulturmiljo', 710, 'review'],
      ['kulturmiljo', 590, 'conflict'],
      ['kula', 550, 'clear'],
      ['ukl', 550, 'clear'],
      ['ukl', 710, 'review'],
    ];
    for (const [kind, code, verdict] of answers) expect(await by(kind, code), `${kind} ${code}`).to.equal(verdict);
    const layers = heritage([environment('kulturmiljo')]);
    const purpose = zone(5600, land(0, 0, 100, 100));
    expect(await verdicts({ layers, zones: [purpose] })).to.deep.equal(['review']);
    const together = {
      layers,
      zones: [zone(5600, land(0, 0, 100, 50)), lnfr],
      considerations: [hensynssone(570, land(0, 40, 100, 60))],
    };
    expect(await verdicts(together)).to.deep.equal(['review']);
  });

  it('ask about sites that matter', async () => {
    for (const [importance, verdict] of [
      ['national', 'conflict'],
      ['regional', 'conflict'],
      ['municipal', 'clear'],
      [null, 'clear'],
    ] as const)
      expect(await verdicts({ layers: heritage([], [site(importance)]) }), String(importance)).to.deep.equal([verdict]);
  });

  it('are for review where all of their land is built and nothing secures it', async () => {
    const houses = [25, 75].flatMap((x) =>
      [25, 75].map((y) =>
        feature({ type: 'Point', coordinates: [west + x, south + y] }, { building_type: 111, built_year: 1800 }),
      ),
    );
    const layers = { ...heritage([environment('kulturmiljo')]), building: everywhere(houses) };
    expect(await verdicts({ layers })).to.deep.equal(['review']);
    expect(await verdicts({ layers, considerations: [hensynssone(570, land(0, 0, 100, 100))] })).to.deep.equal([
      'clear',
    ]);
  });
});
