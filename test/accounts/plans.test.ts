import { expect } from 'chai';
import { makeAccounts } from '../../services/accounts/accounts.ts';
import type { Accounts } from '../../services/accounts/account.ts';
import { AccountInput } from '../../services/accounts/inputs.ts';
import { accountTables } from '../../services/accounts/tables/account-tables.ts';
import { parseStatement } from '../../services/database/statement.ts';
import { loadDataset } from '../../services/imports/load.ts';
import { publish } from '../../services/imports/publish.ts';
import { loadCase } from '../cases/load-case.ts';
import type { CaseFeature, ConflictCase } from '../cases/truth-case.ts';
import { feature, rectangle } from '../conflicts/scene.ts';
import { eachDatabase } from '../setup/databases.ts';

/** Two municipalities of 10 km side by side, at the central meridian: 1 km of the map is 1 / 0.9996 km of ground. */
const [west, south] = [490_000, 6_700_000];
const land = (x: number, y: number, width: number, height: number) => rectangle(west + x, south + y, width, height);
const hectares = (count: number) => (count * 10_000) / 0.9996 ** 2;

const looked = land(0, 0, 10_000, 10_000);
const layer = (features: CaseFeature[], coverage: ConflictCase['layers'][string]['coverage'] = looked) => ({
  ...{ features, coverage, accuracy_m: null },
});
const zone = (geometry: CaseFeature['geometry'], plan_id: string, properties: CaseFeature['properties']): CaseFeature =>
  feature(geometry, { object_type: 'KpArealformålOmråde', status: 2, level: 2, plan_id, ...properties });
const regulation = { object_type: 'RpArealformålOmråde', status: null };
const plan = (plan_id: string, in_force: string, geometry = looked): CaseFeature =>
  feature(geometry, { plan_id, in_force, plan_status: 3, law: 2008 });

const [housing, cabins, lnfr] = [1110, 1120, 5100];
const kept = land(1000, 1000, 100, 100);
const measured = parseStatement('measured zones', 'select count(*)::integer as zones from grunnriss.zone_figures');

/** Four plans: a regulation kept by the newest one's zone 910, an older master plan over both, another regulation. */
const layers = (mapped: string): ConflictCase['layers'] => ({
  municipality: layer(
    [
      feature(looked, { number: '9960', name: 'Vest' }),
      feature(land(10_000, 0, 10_000, 10_000), { number: '9961', name: 'Øst' }),
    ],
    null,
  ),
  plan: layer([
    ...[plan('9960_1', '2008-01-01'), plan('9960_2', '2015-01-01'), plan('9960_3', '2022-01-01')],
    plan('9961_1', '2022-01-01', land(10_000, 0, 10_000, 10_000)),
  ]),
  zoning: layer([
    zone(kept, '9960_1', { ...regulation, purpose: housing }),
    zone(land(1000, 1000, 200, 100), '9960_2', { purpose: lnfr, status: 1 }),
    zone(land(1000, 1000, 200, 100), '9960_3', { purpose: lnfr, status: 1 }),
    zone(land(3000, 1000, 200, 100), '9960_3', { purpose: housing, status: 1 }),
    zone(land(5000, 1000, 100, 100), '9960_3', { purpose: cabins }),
    zone(land(5000, 1000, 100, 100), '9960_3', { purpose: housing, level: 1 }),
    zone(land(11_000, 1000, 100, 100), '9961_1', { purpose: housing, status: 1 }),
    zone(land(11_000, 2000, 100, 100), '9961_1', { purpose: cabins }),
  ]),
  'zoning-consideration': layer([feature(kept, { type: 'detaljering', code: 910, plan_id: '9960_3' })]),
  building: layer([feature(land(3050, 1040, 20, 20), { building_type: 111 })]),
  water: layer([feature(land(5000, 1000, 50, 100), { kind: 'lake' })]),
  'holiday-home': layer([]),
  'contiguous-nature': layer([]),
  'land-cover': layer([feature(looked, { class: mapped, year: 2024 })], null),
});

eachDatabase('the account of plans, by hand', (given) => {
  const filled = new Set<string>();
  const load = (mapped: string) =>
    loadCase(given.database(), given.catalogue(), { id: 'plans', crs: 'EPSG:25832', layers: layers(mapped) }, filled);
  const ask = async (inputs = {}): Promise<Accounts[]> =>
    (await makeAccounts(given.database(), given.catalogue(), AccountInput.parse(inputs))).accounts;
  const rowOf = (account: Accounts | undefined, group: string) => {
    const row = account?.plans?.current.groups.find((one) => one.group === group);
    if (!row) throw new Error(`no ${group}`);
    return row;
  };
  let west_: Accounts | undefined;
  let east: Accounts | undefined;
  before(async function () {
    this.timeout(120_000);
    await load('30');
    [west_, east] = await ask();
  });

  it('gives each piece of ground to one zone, also where a newest plan keeps a regulation that an older one lay over', () => {
    expect(rowOf(west_, 'housing').planned_m2).to.be.closeTo(hectares(3), 0.1);
    expect(west_?.plans?.current.other).to.have.lengthOf(1);
    expect(west_?.plans?.current.other[0]?.planned_m2).to.be.closeTo(hectares(1), 0.1);
    expect(west_?.plans?.current.planned_m2).to.be.closeTo(hectares(5), 0.1);
  });

  it('parts present land into built and densification, with the effect of the buffer beside', () => {
    const { built_m2, densification_m2, reserve_m2, sensitivity } = rowOf(west_, 'housing');
    const disc = (metres: number) => (400 + 80 * metres + Math.PI * metres ** 2) / 0.9996 ** 2;
    // A round corner is drawn by eight segments a quarter: a little less than the circle.
    expect(built_m2).to.be.within(disc(18) - 8, disc(18));
    expect(densification_m2).to.be.closeTo(hectares(2) - built_m2, 0.1);
    expect(reserve_m2).to.be.closeTo(hectares(1), 0.1);
    const [half, more] = sensitivity;
    expect(half?.built_m2).to.be.within(disc(9) - 3, disc(9));
    expect(more?.built_m2).to.be.within(disc(27) - 16, disc(27));
  });

  it('says what the reserve would take, what cannot be built on apart', () => {
    const { reserve_m2, unbuildable_m2, takes } = rowOf(west_, 'holiday-homes');
    expect(unbuildable_m2).to.be.closeTo(hectares(0.5), 0.1);
    expect(reserve_m2).to.be.closeTo(hectares(0.5), 0.1);
    expect(takes['forest']).to.be.closeTo(hectares(0.5), 0.1);
    expect(takes['shoreline']).to.be.closeTo(hectares(0.5), 0.1);
    expect(takes['farmland']).to.equal(0);
    expect(takes['contiguous-nature']).to.equal(0);
    expect(takes['above-treeline']).to.equal(null);
  });

  it('knows nothing where nobody looked: present land counts as built, and what would be taken is not 0', () => {
    const home = rowOf(east, 'housing');
    expect([home.built_m2, home.densification_m2]).to.deep.equal([home.planned_m2, 0]);
    const { takes } = rowOf(east, 'holiday-homes');
    expect([takes['shoreline'], takes['contiguous-nature'], takes['forest']]).to.deep.equal([null, null, null]);
    expect(east?.plans?.current.method.missing).to.include.members([
      'building',
      'water',
      'contiguous-nature',
      'land-cover',
    ]);
    const homes = [west_, east].map((own) => own?.indicators.find(({ id }) => id === 'holiday-homes')?.value);
    expect(homes).to.deep.equal([0, null]);
    expect(east?.nature.contiguous).to.equal(null);
    expect(west_?.nature.contiguous?.area_m2).to.equal(0);
  });

  it('is made anew from what was asked for: an edition that was withdrawn answers for itself alone', async function () {
    this.timeout(120_000);
    await load('60');
    const before = rowOf((await ask({ to: { edition: 1 } }))[0], 'holiday-homes').takes;
    const now = rowOf((await ask())[0], 'holiday-homes').takes;
    expect([before['forest'], before['mire']].map((area) => Math.round(area ?? -1))).to.deep.equal([
      ...[Math.round(hectares(0.5)), 0],
    ]);
    expect([now['forest'], now['mire']].map((area) => Math.round(area ?? -1))).to.deep.equal([
      ...[0, Math.round(hectares(0.5))],
    ]);
    const [account] = await ask({ from: { edition: 1 }, to: { edition: 2 } });
    const used = account?.datasets.filter((own) => own.layer === 'land-cover').map(({ edition }) => edition);
    expect(used).to.deep.equal([1, 2]);
    const method = accountTables(account ? [account] : [], 'en').find(({ name }) => name === 'Method');
    expect(method?.rows.map((row) => row.slice(-2))).to.deep.include.members([
      ['buffer around buildings, m', 18],
      ['missing', 'nature-type'],
    ]);
    expect(account?.extent[0]?.data).to.equal('both');
    expect(account?.extent[0]?.matrix['30']?.['60']).to.be.closeTo(account?.area_m2 ?? 0, 10);
  });

  it('keeps what was asked of other versions out of the history of indicators', async function () {
    this.timeout(120_000);
    await load('11');
    await ask();
    await ask({ to: { edition: 2 } });
    const [now] = await ask();
    const share = (of: Accounts | undefined) => of?.indicators.find(({ id }) => id === 'densification-share');
    // By the newest land cover everything is built: there is no room, and so no share, and none today.
    expect([share(now)?.value, share(now)?.series]).to.deep.equal([null, []]);
  });

  it('measures of a new plan its own zones and those that it rules over, and answers what an account from nothing answers', async function () {
    this.timeout(120_000);
    const plansOf = async () => (await ask()).map(({ plans }) => plans?.current);
    const count = async () => (await given.database().row<{ zones: number }>(measured)).zones;
    const before = await plansOf();
    const known = await count();
    const newer = { plan_id: '9960_4' };
    const added: Record<string, CaseFeature[]> = {
      plan: [plan('9960_4', '2024-01-01')],
      zoning: [
        zone(land(5050, 1000, 100, 100), '9960_4', { purpose: cabins }),
        zone(land(1000, 1000, 200, 100), '9960_4', { purpose: lnfr, status: 1 }),
      ],
      'zoning-consideration': [feature(kept, { type: 'detaljering', code: 910, ...newer })],
    };
    const changes = [];
    for (const [id, features] of Object.entries(added)) {
      const { datasetId } = await loadDataset(given.database(), given.catalogue(), {
        ...{ layer: id, part: '9960_4', crs: 25832 },
        features: features.map((one, index) => ({ index, ...one })),
      });
      changes.push({ layer: id, add: [datasetId], note: '9960_4' });
    }
    await publish(given.database(), given.catalogue(), changes);
    const after = await plansOf();
    // The two new zones, and four that they lie upon; the housing of the older plan and the other municipality stay.
    expect((await count()) - known).to.equal(6);
    const cabinsOf = (own: (typeof after)[number]) => own?.groups.find(({ group }) => group === 'holiday-homes');
    expect(cabinsOf(before[0])?.planned_m2).to.be.closeTo(hectares(1), 0.1);
    expect(cabinsOf(after[0])?.planned_m2).to.be.closeTo(hectares(1.5), 0.1);
    await given
      .database()
      .script("delete from grunnriss.zone_figures; delete from grunnriss.run where kind = 'plan-account'");
    expect(await plansOf()).to.deep.equal(after);
  });
});
