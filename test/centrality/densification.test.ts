import { expect } from 'chai';
import { densificationProcess } from '../../services/centrality/densification/process.ts';
import { densificationTables } from '../../services/centrality/densification/tables.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { everywhere, feature, rectangle } from '../conflicts/scene.ts';
import { ask } from '../imports/rows.ts';
import { eachDatabase } from '../setup/databases.ts';
import { ground, pointAt, smallCounty, south, west } from './a-small-county.ts';

const at = (x: number, y: number, width: number, height: number) => rectangle(west + x, south + y, width, height);
const plan = feature(at(0, -2000, 20_000, 4000), {
  ...{ plan_id: '0301_1', plan_type: 20, plan_status: 3, law: '2008', in_force: '2020-01-01', name: 'Plan' },
});
const housing = (geometry: ReturnType<typeof at>, status: number, id: string) =>
  feature(geometry, { object_type: 'KpArealformålOmråde', purpose: 1110, status, level: 2, name: id, plan_id: '0301_1' }, id); // prettier-ignore

eachDatabase('room for densification', (given) => {
  const filled = new Set<string>();
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: 'room', crs: 'EPSG:25832', layers }, filled);
  const run = (inputs: Record<string, unknown> = {}) =>
    densificationProcess.execute(densificationProcess.inputs.parse(inputs), {
      ...{ database: given.database(), catalogue: given.catalogue(), language: 'nb' },
    });
  const { municipality } = smallCounty;
  // Land of the town, half a kilometre by 200 m, and new land far out, 400 by 250 m; a house along the town's west end.
  const land: ConflictCase['layers'] = {
    municipality: municipality,
    plan: everywhere([plan]),
    zoning: everywhere([housing(at(1000, 0, 500, 200), 1, 'town'), housing(at(5000, 0, 400, 250), 2, 'new')]),
    'centre-zone': everywhere([feature(at(900, -50, 200, 300), { name: 'Byen sentrum' }, 'c1')]),
  };

  it('is counted place by place: built and unbuilt near the centre, and farther out', async () => {
    const house = feature(at(950, -50, 100, 300), { building_type: 111 });
    await load({ ...land, building: everywhere([house]) });
    const found = await run({ near_m: 200 });
    const [centre] = found.places;
    // Within 200 m of the centre lie 300 m of the town's land; of them 100 m within 50 m of the house.
    expect(centre).to.include({ kind: 'centre', id: 'c1', name: 'Byen sentrum', municipality: '0301', buildings: 1 });
    expect(centre?.zoned_m2).to.be.closeTo(60_000 * ground ** 2, 5);
    expect(centre?.unbuilt_m2).to.be.closeTo(40_000 * ground ** 2, 5);
    expect(centre?.built_share).to.be.closeTo(1 / 3, 1e-9);
    const disc = (200 * 300 + 2 * 200 * 500 + Math.PI * 200 ** 2) * ground ** 2;
    expect(centre?.area_m2).to.be.closeTo(disc, disc * 0.01);
    expect(centre?.buildings_per_ha).to.be.closeTo(10_000 / disc, 1e-3);
    const [town, village] = found.municipalities;
    expect(town?.beyond.unbuilt_m2).to.be.closeTo(140_000 * ground ** 2, 10);
    expect(town?.near_share).to.be.closeTo(40 / 180, 1e-4);
    expect(village).to.deep.include({ near_share: null, near: { zoned_m2: 0, unbuilt_m2: 0, built_share: null } });
    expect(found).to.deep.include({ missing: ['transit-hub'], buildings_from: ['building'], on_map: 'own-parameters' });
    const rows = await ask<{ step: string; kind: string }>(
      given.database(),
      'select l.step, l.kind from grunnriss.layer_densification_room l where l.dataset_id = :dataset',
      { dataset: found.datasets['densification-room'] },
    );
    expect(rows).to.deep.equal([{ step: 'some', kind: 'centre' }]);
    expect(densificationTables(found, 'nb').map(({ rows: own }) => own.length)).to.deep.equal([1, 2, 2]);
  });

  it('is not known where nobody looked at plans, or at buildings, and both figures count the same buildings', async () => {
    const unsaid = (...members: Parameters<typeof everywhere>[0]) => ({ ...everywhere(members), coverage: null });
    const village = housing(at(15_000, 0, 400, 250), 2, 'village');
    const some: ConflictCase['layers'] = {
      ...{ ...land, 'transit-hub': everywhere([pointAt(15_900, 0, { name: 'Bygda stasjon' })]) },
      building: unsaid(feature(at(950, -50, 100, 300), { building_type: 111 })),
      dwelling: unsaid(feature(at(1150, -50, 100, 300), { building_type: 111 })),
    };
    await load({ ...some, zoning: everywhere([...(land['zoning']?.features ?? []), village]) });
    const found = await run({ near_m: 200 });
    expect(found.places[0]?.buildings, 'the house of the layer building').to.equal(1);
    expect(found.places[0]?.unbuilt_m2, 'it alone is what is built').to.be.closeTo(40_000 * ground ** 2, 5);
    expect(found.places[1]).to.deep.include({ zoned_m2: 0, unbuilt_m2: null, buildings: null, buildings_per_ha: null });
    expect(found.municipalities[1]?.beyond.zoned_m2).to.be.closeTo(100_000 * ground ** 2, 50);
    expect(found.municipalities[1]).to.deep.include({ near: { zoned_m2: 0, unbuilt_m2: null, built_share: null } });
    expect(found.municipalities[1]?.beyond.unbuilt_m2).to.equal(null);
    expect(found.lacks).to.deep.equal({ plans: [], buildings: ['3301'] });
    const small = feature(at(0, -2000, 9000, 4000), plan.properties);
    await load({ ...some, plan: unsaid(small), zoning: unsaid(...(land['zoning']?.features ?? [])) });
    const without = await run({ near_m: 200 });
    const none = { zoned_m2: null, unbuilt_m2: null, built_share: null };
    expect(without.municipalities[1]).to.deep.include({ near: none, beyond: none, near_share: null });
    expect(without.places[1]).to.deep.include({ kind: 'hub', ...none });
    expect(without.lacks).to.deep.equal({ plans: ['3301'], buildings: ['3301'] });
    expect(densificationTables(without, 'nb')[2]?.rows).to.deep.include(['Kommuner uten data: planer', '3301']);
  });

  it('counts land near two once in the municipality, and does not call land unbuilt where nobody knows', async () => {
    await load({ ...land, 'transit-hub': everywhere([pointAt(1000, 100, { name: 'Stasjonen' })]) });
    const found = await run({ near_m: 200 });
    expect(found.places.map(({ kind, unbuilt_m2, buildings }) => [kind, unbuilt_m2, buildings])).to.deep.equal([
      ...[['centre', null, null], ['hub', null, null]], // prettier-ignore
    ]);
    expect(found.municipalities[0]?.near.zoned_m2).to.be.closeTo(60_000 * ground ** 2, 5);
    expect(found.municipalities[0]?.near_share).to.equal(null);
    await load({ municipality: municipality });
    const why = await run().then(
      () => null,
      (error: Error) => error.message,
    );
    expect(why).to.match(/plan, zoning/);
  });
});
