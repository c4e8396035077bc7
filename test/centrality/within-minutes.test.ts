import { expect } from 'chai';
import { accessibilityProcess } from '../../services/centrality/within-minutes/process.ts';
import { withinMinutesTables } from '../../services/centrality/within-minutes/tables.ts';
import { urbanAreasOf } from '../../services/centrality/settlement/urban-areas.ts';
import { readConstraints } from '../../services/conflicts/measurement/constraints.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';
import { ask } from '../imports/rows.ts';
import { eachDatabase } from '../setup/databases.ts';
import { cellAt, ground, pointAt, roadAlong, smallCounty, south, west } from './a-small-county.ts';

const plan = everywhere([
  feature(rectangle(west, south - 2000, 20_000, 4000), {
    ...{ plan_id: '0301_1', plan_type: 20, plan_status: 3, law: '2008', in_force: '2020-01-01', name: 'Plan' },
  }),
]);
const housing = (x: number, width: number, id: string) =>
  feature(
    rectangle(west + x, south, width, 250),
    {
      ...{ object_type: 'KpArealformålOmråde', purpose: 1110, status: 2, level: 2, name: id },
      plan_id: '0301_1',
    },
    id,
  );

eachDatabase('nearness to centres and hubs', (given) => {
  const filled = new Set<string>();
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: 'within', crs: 'EPSG:25832', layers }, filled);
  const run = (inputs: Record<string, unknown> = {}) =>
    accessibilityProcess.execute(accessibilityProcess.inputs.parse(inputs), {
      ...{ database: given.database(), catalogue: given.catalogue(), language: 'nb' },
    });
  type Answer = Awaited<ReturnType<typeof run>>;
  const wayOf = (found: Answer, kind: string, number: string | null, group: 'residents' | 'jobs' | 'planned_dwellings', to: string, mode: string) =>
    found.areas
      .find((area) => area.kind === kind && area.number === number)
      ?.[group]?.ways.find((way) => way.to === to && way.mode === mode); // prettier-ignore
  const counts = (way: ReturnType<typeof wayOf>) => way?.within.map(({ count }) => count);

  const county: ConflictCase['layers'] = {
    ...smallCounty,
    region: everywhere([feature(rectangle(west + 10_000, south - 5000, 12_000, 20_000), { number: '33-1', name: 'Østre' }, '33-1')]), // prettier-ignore
    'urban-area': everywhere([feature(rectangle(west + 500, south - 500, 6000, 1000), { number: '7', name: 'Byen' }, '7')]), // prettier-ignore
    // The road goes on through the centre, from 900 to 1100.
    'centre-zone': everywhere([feature(rectangle(west + 900, south - 130, 200, 260), { name: 'Byen sentrum' })]),
    'transit-hub': everywhere([pointAt(6000, 0, { name: 'Forstaden stasjon' })]),
    plan,
    // 62.5 decares at 12 km, and 125 at 20 km.
    zoning: everywhere([housing(12_000, 250, 'near'), housing(19_500, 500, 'far')]),
  };

  it('is what distances and speeds give by hand, for every group, target and way of travelling', async () => {
    await load(county);
    const found = await run({ minutes: [30, 5, 10, 15] });
    expect(found.minutes).to.deep.equal([5, 10, 15, 30]);
    expect(found.missing).to.deep.equal([]);
    // Centre: the town is in it; the suburb 4.9 km and the village 14.9 km from its edge, at 60, 15 and 5 km/h.
    expect(counts(wayOf(found, 'county', null, 'residents', 'centre', 'car'))).to.deep.equal([1000, 1000, 1050, 1050]);
    expect(counts(wayOf(found, 'county', null, 'residents', 'centre', 'bicycle'))).to.deep.equal([800, 800, 800, 1000]);
    expect(counts(wayOf(found, 'county', null, 'residents', 'centre', 'foot'))).to.deep.equal([800, 800, 800, 800]);
    expect(wayOf(found, 'county', null, 'residents', 'centre', 'foot')?.without_way, 'the remote cell').to.equal(10);
    expect(wayOf(found, 'county', null, 'residents', 'centre', 'car')?.within[0]?.share).to.be.closeTo(
      1000 / 1060,
      1e-12,
    );
    // Hub at the suburb: the village 10 km off is just outside ten minutes, for the grid is shorter than the ground.
    expect(counts(wayOf(found, 'municipality', '3301', 'residents', 'hub', 'car'))).to.deep.equal([0, 0, 50, 50]);
    expect(counts(wayOf(found, 'region', '33-1', 'jobs', 'hub', 'car'))).to.deep.equal([0, 64, 164, 164]);
    expect(counts(wayOf(found, 'urban-area', '7', 'residents', 'hub', 'car'))).to.deep.equal([200, 1000, 1000, 1000]);
    // Planned: 62.5 and 125 decares, two dwellings on each.
    const planned = found.areas.find(({ kind }) => kind === 'county')?.planned_dwellings;
    expect(planned?.total).to.be.closeTo(187.5 * 2 * ground ** 2, 0.2);
    const byCar = wayOf(found, 'county', null, 'planned_dwellings', 'hub', 'car');
    expect(byCar?.within[1]?.share).to.be.closeTo(1 / 3, 1e-3);
    expect(byCar?.within[2]?.share).to.be.closeTo(1, 1e-9);
    const rows = await ask<Record<string, string | number | null>>(
      given.database(),
      `select l.cell, l.to_centre, l.to_hub, l.centre_car_min, l.hub_foot_min from grunnriss.layer_accessibility l
       where l.dataset_id = :dataset order by l.cell`,
      { dataset: found.datasets['accessibility'] },
    );
    expect(rows.map(({ cell, to_centre, to_hub }) => [cell, to_centre, to_hub])).to.deep.equal([
      ...[['remote', 'none', 'none'], ['suburb', 'car', 'foot'], ['town', 'foot', 'car'], ['village', 'beyond', 'beyond']], // prettier-ignore
    ]);
    expect(rows[3]?.['centre_car_min']).to.be.closeTo(14.9 * ground, 1e-3);
    expect(rows[2]?.['hub_foot_min']).to.be.closeTo(60 * ground, 1e-3);
    const towns = await urbanAreasOf(
      given.database(),
      await readConstraints(given.database(), ['urban-area', 'population']),
    );
    expect(towns.areas.map(({ number, residents }) => [number, residents]), 'who lives in its cells').to.deep.equal([['7', 1000]]); // prettier-ignore
    const [table] = withinMinutesTables(found, 'nb');
    expect(table?.rows).to.have.length(found.areas.length * 3 * 2 * 3);
  });

  it('tells no zero of a municipality that nobody looked at, and names it', async () => {
    const unsaid = (layer: string) => ({ ...(county[layer] ?? everywhere([])), coverage: null });
    const house = (x: number, id: string) => everywhere([housing(x, 250, id)]);
    await load({
      ...county,
      ...{ workplace: { ...everywhere([pointAt(1000, 0, { jobs: 1000 })]), coverage: null } },
      ...{ 'transit-hub': unsaid('transit-hub'), zoning: { ...house(2000, 'town'), coverage: null } },
    });
    const found = await run();
    const [all, region] = ['county', 'region'].map((kind) => found.areas.find((area) => area.kind === kind));
    const village = found.areas.find(({ number }) => number === '3301');
    expect(village).to.deep.include({ jobs: null, planned_dwellings: null });
    expect(village?.residents?.ways.map(({ to }) => to)).to.deep.equal(['centre', 'centre', 'centre']);
    const unknown = { residents: [], planned_dwellings: ['3301'], jobs: ['3301'], centre: [], hub: ['3301'] };
    for (const area of [all, region, village]) expect(area?.lacks).to.deep.equal(unknown);
    expect(region?.jobs).to.equal(null);
    // Of the county, the thousand of the town: of the sixty in the village nobody knows how far a hub of theirs is.
    const byCar = wayOf(found, 'county', null, 'residents', 'hub', 'car');
    expect(byCar).to.deep.include({ of: 1000, without_way: 0 });
    expect(byCar?.within[1]?.share).to.equal(1);
    expect(wayOf(found, 'county', null, 'residents', 'centre', 'car')?.of).to.equal(1060);
    const rows = await ask<Record<string, string | number | null>>(
      given.database(),
      `select l.cell, l.to_either, l.to_hub, l.hub_car_min, l.jobs from grunnriss.layer_accessibility l
       where l.dataset_id = :dataset and l.municipality = '3301' order by l.cell`,
      { dataset: found.datasets['accessibility'] },
    );
    const none = { to_either: null, to_hub: null, hub_car_min: null, jobs: null };
    expect(rows).to.deep.equal(['remote', 'village'].map((cell) => ({ cell, ...none })));
    const [, basis] = withinMinutesTables(found, 'nb');
    expect(basis?.rows).to.deep.include(['Kommuner uten data: kollektivknutepunkt', '3301']);
  });

  it('leaves motorways to cars, and names the layers that are missing, without a zero for them', async () => {
    const motorway = roadAlong([[0, 0], [20_000, 0]], { motorway: 'true' }); // prettier-ignore
    const { municipality } = smallCounty;
    const population = everywhere([cellAt('town', 875, -125, { residents: 800 }), cellAt('suburb', 5875, -125, { residents: 200 })]); // prettier-ignore
    await load({ municipality, population, 'road-link': everywhere([motorway]), 'transit-hub': county['transit-hub'] }); // prettier-ignore
    const found = await run();
    expect(found.missing).to.deep.equal(['centre-zone', 'workplace', 'plan', 'zoning']);
    const all = found.areas.find(({ kind }) => kind === 'county');
    expect(all).to.include({ jobs: null, planned_dwellings: null });
    expect(all?.residents?.ways.map(({ to }) => to)).to.deep.equal(['hub', 'hub', 'hub']);
    expect(counts(wayOf(found, 'county', null, 'residents', 'hub', 'car'))).to.deep.equal([200, 1000, 1000, 1000]);
    expect(wayOf(found, 'county', null, 'residents', 'hub', 'foot')?.without_way, 'all but those at the hub').to.equal(
      800,
    );
    await load({ municipality, population, 'road-link': everywhere([motorway]) });
    const why = await run().then(
      () => null,
      (error: Error) => error.message,
    );
    expect(why).to.match(/centre-zone, transit-hub/);
  });
});
