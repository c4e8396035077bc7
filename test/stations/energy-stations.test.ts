import { expect } from 'chai';
import { currentEditions } from '../../services/imports/editions.ts';
import { Problem } from '../../services/problem.ts';
import type { Process } from '../../services/runs/process.ts';
import type { SiteProperties } from '../../services/stations/answer.ts';
import { energyStationsProcess } from '../../services/stations/process.ts';
import { stationTables } from '../../services/stations/tables.ts';
import { stationDrawings } from '../../services/stations/figure.ts';
import { networkInWords } from '../../services/stations/plan/network-in-words.ts';
import { siteReport } from '../../services/stations/page/site-report.ts';
import { loadCase } from '../cases/load-case.ts';
import type { ConflictCase } from '../cases/truth-case.ts';
import { ask } from '../imports/rows.ts';
import { serving } from '../api/serving.ts';
import { eachDatabase } from '../setup/databases.ts';
import { county } from './small-county.ts';

const only = (...ids: string[]) => {
  const all = ['long_vehicles_day', 'spacing_km', 'grid_mw', 'grid_km', 'services', 'truck_bays', 'flow_need', 'centrality', 'border_km', 'conflicts']; // prettier-ignore
  return Object.fromEntries(all.map((id) => [id, ids.includes(id) ? 1 : 0]));
};

/** On Rv. 7, 5 km north of E16; and on the mountain, far from every road. */
const own = [
  { id: 'x', lon: 9.358835, lat: 59.941944 },
  { id: 'vidda', lon: 8.5, lat: 60.1 },
];

eachDatabase('energy stations', (given) => {
  const { get, send } = serving(given, {
    ...{ settings: { apiKeys: ['key'] }, processes: [energyStationsProcess as Process] },
  });
  const filled = new Set<string>();
  let loads = 0;
  const load = (layers: ConflictCase['layers']) =>
    loadCase(given.database(), given.catalogue(), { id: `c${++loads}`, crs: 'EPSG:25832', layers }, filled);
  const run = (asked: Record<string, unknown> = {}) =>
    energyStationsProcess.execute(
      energyStationsProcess.inputs.parse({ publish: false, draws: 200, candidates: own, ...asked }),
      {
        ...{ database: given.database(), catalogue: given.catalogue(), language: 'nb' as const },
      },
    );
  const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(Problem);
    return error as Problem;
  };
  const sitesOf = ({ ranking }: Awaited<ReturnType<typeof run>>): Map<string, SiteProperties> =>
    new Map(ranking.features.map(({ properties }) => [properties.id.replace(/\.[\d-]+$/, ''), properties]));
  const valueOf = (site: SiteProperties | undefined, id: string) => site?.criteria.find((one) => one.id === id);

  it('says which data are missing', async () => {
    expect((await problemOf(run())).message).to.match(/road-link/);
    await load({ 'road-link': { ...county['road-link'], features: county['road-link'].features.slice(0, 1) } });
    expect((await problemOf(run({ candidates: [] }))).message).to.match(/no places to judge/);
    const one = { candidates: [{ id: 'x', lon: 9, lat: 59.9 }] };
    expect((await problemOf(run({ ...one, weights: only('grid_mw') }))).message).to.match(
      /None of the criteria.*grid-point/,
    );
  });

  it('takes places out by every filter, each by its name', async () => {
    await load(county);
    const sites = sitesOf(await run());
    const out = [...sites].flatMap(([id, { excluded_by }]) => excluded_by.map(({ filter, layer, names }) => [id, filter, ...(layer ? [layer, ...(names ?? [])] : [])])); // prettier-ignore
    expect(out).to.have.deep.members([
      ['fuel-station.c', 'no-truck-access'],
      ['rest-area.g', 'conflict', 'protected-area', 'Myra'],
      ['industrial-area.f', 'far-from-road'],
      ['own.vidda', 'no-road'],
    ]);
    expect([...sites.keys()]).to.have.members(['rest-area.a', 'rest-area.g', 'fuel-station.b', 'fuel-station.c', 'industrial-area.d', 'industrial-area.f', 'junction.E16-R7', 'junction.E16-F280', 'own.vidda', 'own.x']); // prettier-ignore
    expect(sites.get('industrial-area.f')?.to_road_m).to.be.closeTo(6000, 3);
  });

  it('ranks by what can be worked out by hand, and takes the score apart', async () => {
    const found = await run({ weights: { ...only(), long_vehicles_day: 3, grid_mw: 1 } });
    const sites = sitesOf(found);
    const [a, j, x] = [sites.get('rest-area.a'), sites.get('junction.E16-R7'), sites.get('own.x')];
    expect([a, j, x].map((site) => [valueOf(site, 'long_vehicles_day')?.value, valueOf(site, 'grid_mw')?.value])).to.deep.equal([[1000, 8], [600, 3], [200, 3]]); // prettier-ignore
    expect(sites.get('fuel-station.b')).to.deep.include({ rank: null, missing: ['grid_mw'] });
    expect(sites.get('industrial-area.d')).to.deep.include({ rank: null, missing: ['long_vehicles_day', 'grid_mw'] });
    expect(sites.get('junction.E16-F280')?.missing).to.deep.equal(['long_vehicles_day']);
    // Trucks: 1000 best, 200 worst, 600 half way; grid 8 best, 3 worst.
    expect([a, j, x].map((site) => [site?.rank, site?.score])).to.deep.equal([[1, 1], [2, 0.375], [3, 0]]); // prettier-ignore
    expect(valueOf(a, 'long_vehicles_day')).to.include({ normalised: 1, weight: 0.75, adds: 0.75, unit: 'a day' });
    expect(valueOf(a, 'grid_mw')?.source).to.deep.equal([{ layer: 'grid-point', title: `c${loads}`, date: null }]);
    expect(j?.dominated_by).to.deep.equal(['rest-area.a']);
    const spaced = sitesOf(await run({ weights: { ...only(), long_vehicles_day: 1, spacing_km: 3 } }));
    const km = (id: string) => valueOf(spaced.get(id), 'spacing_km')?.value ?? NaN;
    // From Vest, 30 m from the road: 5 km to A, 50 m off; 15 km to B, 40 m off; 20 km to the junction; 25 km to X, 50 m off.
    const byHand = { 'rest-area.a': 5.08, 'fuel-station.b': 15.07, 'junction.E16-R7': 20.03, 'own.x': 25.08 };
    for (const [id, expected] of Object.entries(byHand)) expect(km(id), id).to.be.closeTo(expected, 2e-3);
    expect(valueOf(spaced.get('fuel-station.b'), 'long_vehicles_day')?.value, 'two directions').to.equal(600);
    // Industrial land on Rv. 7 has no known trucks and stands apart, so X is farthest: 25.08 km.
    const farther = (km('fuel-station.b') - km('rest-area.a')) / (km('own.x') - km('rest-area.a'));
    expect(spaced.get('fuel-station.b')?.score).to.be.closeTo(
      0.25 * ((600 - 200) / (1000 - 200)) + 0.75 * farther,
      1e-12,
    );
    expect(spaced.get('own.x')?.score).to.be.closeTo(0.75, 1e-12);
  });

  it('leaves out whom data do not let in: stations, criteria without layers, traffic that nobody counted', async () => {
    const found = await run();
    expect(found.stations.map(({ id }) => id)).to.deep.equal(['station.s1']);
    expect(found.ignored_stations.map(({ id, reason }) => [id, reason])).to.deep.equal([['station.s2', 'other-energy'], ['station.s3', 'no-road']]); // prettier-ignore
    const left = found.criteria.filter(({ left_out }) => left_out).map(({ id }) => id);
    expect(left).to.deep.equal(['flow_need', 'centrality', 'border_km', 'conflicts']);
    expect(found.roads.map(({ road, long_vkm_day, known_share }) => [road, long_vkm_day, known_share])).to.deep.equal([['E16', 16_000, 0.5], ['R7', 2000, 0.5], ['F280', null, 0]]); // prettier-ignore
    expect(found.roads[0]).to.include({ with_estimates_vkm_day: null, length_km: 40 });
    expect(found.roads[0]?.thresholds_m).to.deep.equal([5.6]);
    expect(found.network.demand).to.include({ unknown_km: 40, known_km: 30, vkm_day: 18_000, estimated_vkm_day: 0 });
  });

  it('estimates when asked to, and marks it', async () => {
    const found = await run({ estimate: true });
    const sites = sitesOf(found);
    // E16: 4000 · 0.2 on the third link, twice 300 on the fourth; Rv. 7 as its first link; nothing for Fv. 280.
    expect(found.roads[0]?.with_estimates_vkm_day).to.be.closeTo(16_000 + 8000 + 6000, 1e-6);
    expect(found.roads[1]?.with_estimates_vkm_day).to.be.closeTo(4000, 1e-6);
    expect(found.network.demand).to.include({ unknown_km: 10, estimated_vkm_day: 16_000 });
    expect(valueOf(sites.get('industrial-area.d'), 'long_vehicles_day')).to.deep.include({
      value: 200,
      estimated: true,
    });
    expect(valueOf(sites.get('junction.E16-F280'), 'long_vehicles_day')).to.include({ value: 800, estimated: true });
    expect(valueOf(sites.get('rest-area.a'), 'long_vehicles_day')).to.include({ value: 1000, estimated: false });
  });

  it('routes flows past the sites, and says which it cannot', async () => {
    const end = { west: [9.0003, 59.8963], north: [9.3577, 60.0757], nowhere: [12, 62] };
    const flows = [
      { id: 'one', from: end.west, to: end.north, volume: 40 },
      { id: 'other', from: end.north, to: end.nowhere, volume: 7 },
    ];
    const found = await run({ flows, weights: only('flow_need') });
    const past = [...sitesOf(found)]
      .filter(([, site]) => (valueOf(site, 'flow_need')?.value ?? 0) > 0)
      .map(([id]) => id);
    expect(past).to.have.members(['rest-area.a', 'fuel-station.b', 'junction.E16-R7', 'industrial-area.d', 'own.x']);
    expect(found.lost_flows).to.deep.equal([{ id: 'other', volume: 7, reason: 'no-road' }]);
  });

  it('says which stations of a network are there only because so many were asked for', async () => {
    const { network, ...found } = await run({ radius_km: 100, existing: false, p_new: 3 });
    expect(network.order.map(({ idle }) => idle)).to.deep.equal([false, true, true]);
    expect(networkInWords(network, 'nb').join(' ')).to.match(/Én ny stasjon gir alt dette\. 2 er med bare fordi/);
    const one = found.ranking.features.find(({ id }) => id === network.order[2]?.id);
    expect(siteReport({ network, ...found }, one?.properties as SiteProperties, 'en').network[0]).to.match(
      /only because/,
    );
    const gaps = await run({ radius_km: 100, p_new: 3, spacing: [{ road: 'E16', max_gap_km: 30 }] });
    expect(
      gaps.network.order.map(({ idle }) => idle),
      'a rule of the road asks for them',
    ).to.not.include(true);
  });

  it('refuses what cannot be: weights, ids and counts that make no sense', async () => {
    expect((await problemOf(run({ weights: only() }))).message).to.match(/All weights are 0/);
    expect((await problemOf(run({ weights: { beauty: 1 } }))).message).to.match(
      /no criterion .beauty.*long_vehicles_day/,
    );
    expect((await problemOf(run({ fixed: ['moon'] }))).message).to.match(/fixed: moon/);
    expect((await problemOf(run({ fixed: ['rest-area.a'], p_new: 0 }))).message).to.match(/1 stations? .*|fixed/);
    expect((await problemOf(run({ spacing: [{ road: 'E6', max_gap_km: 60 }] }))).message).to.match(/no road E6/);
    const refused = [{ weights: { grid_mw: -1 } }, { weights: { grid_mw: NaN } }, { draws: 1e9 }, { radius_km: 0 }, { candidates: [{ id: 'x', lon: 999, lat: 0 }] }]; // prettier-ignore
    for (const asked of refused) expect(energyStationsProcess.inputs.safeParse(asked).success).to.equal(false);
    // E16 is 40 km, with places at 0, 5, 15, 20 and 30: none every 4 km.
    const { network } = await run({ spacing: [{ road: 'Ev 16', max_gap_km: 4 }], p_new: 2 });
    expect(network).to.include({ status: 'infeasible', proven: true });
    expect(network.clash?.demands[0]).to.include({ kind: 'stretch', road: 'E16' });
    const wider = sitesOf(await run({ max_drive_m: 7000, conflict_layers: [] }));
    expect(wider.get('industrial-area.f')?.excluded_by).to.deep.equal([]);
    expect(wider.get('rest-area.g')?.excluded_by).to.deep.equal([]);
  });

  it('is on the map by the defaults, once, and read by its page and its tables', async () => {
    const context = { database: given.database(), catalogue: given.catalogue(), language: 'nb' as const };
    const input = energyStationsProcess.inputs.parse({});
    const [one, other] = await Promise.all([energyStationsProcess.execute(input, context), energyStationsProcess.execute(input, context)]); // prettier-ignore
    expect(one.on_map).to.equal('current');
    expect(other.run.key).to.equal(one.run.key);
    const editions = await currentEditions(given.database(), ['energy-station-sites']);
    expect(editions.get('energy-station-sites')?.datasets).to.have.length(1);
    const rows = await ask<{ site: string; status: string }>(given.database(), `select l.site, l.status from grunnriss.layer_energy_station_sites l where l.dataset_id = :dataset`, { dataset: one.datasets['energy-station-sites'] }); // prettier-ignore
    expect(rows).to.have.length(one.ranking.features.length);
    expect(energyStationsProcess.outputs.safeParse(one).error?.issues ?? []).to.deep.equal([]);
    const [best] = one.ranking.features;
    for (const language of ['nb', 'en'] as const) {
      expect(stationTables(one, language).map(({ rows: all }) => all.length > 0)).to.not.include(false);
      expect(stationDrawings(one, language)[0]?.svg).to.match(/^<svg/);
      const report = siteReport(one, best.properties, language);
      expect(report.answer[0]).to.match(/1/);
      expect([...report.speaksFor, ...report.against, ...report.between].length).to.be.above(0);
    }
    const list = await get('/stations?f=html&lang=en');
    expect(list.text).to.include('/stations/rest-area.a?').and.to.include('Taken out by the filters');
    expect((await get('/stations?f=csv')).text).to.match(/^Rangering/);
    const page = await get('/stations/rest-area.a?f=html&lang=en');
    expect(page.text).to.include('What speaks for it').and.to.include('What we do not know').and.to.include('<svg');
    expect((await get('/stations/fuel-station.b?f=html&lang=nb')).text).to.match(/ville stedet vært (nr|mellom nr)/);
    expect((await get('/stations/fuel-station.c?f=html&lang=nb')).text).to.include('ikke tilgjengelig for vogntog');
    expect((await get('/stations/rest-area.a?f=pdf')).text).to.match(/^%PDF/);
    expect((await get('/stations/moon')).json()).to.include({
      status: 404,
      type: 'urn:grunnriss:problem:unknown-site',
    });
    const statusOf = async (inputs: object) =>
      (await send('POST', '/processes/energy-stations/execution', JSON.stringify({ inputs }), { 'Content-Type': 'application/json' })).status; // prettier-ignore
    expect(await statusOf({ draws: 0 }), 'what is stored needs a key').to.equal(401);
    expect(await statusOf({ draws: 0, publish: false }), 'what is tried out does not').to.equal(200);
    expect((await get(`/stations?run=${'0'.repeat(64)}`)).status).to.equal(404);
  });
});
