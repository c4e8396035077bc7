import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { importFile } from '../../services/imports/import-file.ts';
import { energyStationsProcess } from '../../services/stations/process.ts';
import { anyDatabase } from '../setup/databases.ts';
import { withRealData } from '../setup/real-data.ts';

const files: [file: string, layer: string][] = [
  ['admin-kommuner.geojson', 'municipality'],
  ['n1000_roads.geojson', 'road-link'],
  ['n1000_builtup.geojson', 'urban-area'],
  ['n1000_protected.geojson', 'protected-area'],
  ['svv_traffic_links_2024_buskerud.csv', 'traffic'],
];

/**
 * What a road's rows say, added up by hand: long-vehicle-kilometres a day and the known part of the length. A row is a
 * link in one direction with the vehicles of that direction.
 */
function byHand(folder: string, road: string): { vkm: number; share: number; rows: string[] } {
  const rows = parse<Record<string, string>>(readFileSync(path.join(folder, 'svv_traffic_links_2024_buskerud.csv')), {
    columns: true,
  }).filter((row) => row['roadSystem'] === road);
  const known = rows.filter((row) => row['aadt_dir'] !== '' && row['heavy_ratio'] !== '');
  const metres = (those: typeof rows) => those.reduce((sum, row) => sum + Number(row['length']), 0);
  return {
    vkm: known.reduce((sum, row) => sum + (Number(row['aadt_dir']) * Number(row['heavy_ratio']) * Number(row['length'])) / 1000, 0), // prettier-ignore
    share: metres(known) / metres(rows),
    rows: known.map((row) => row['id'] ?? ''),
  };
}

withRealData('energy stations in Buskerud', (folder) => {
  anyDatabase('real traffic on the roads of the map of 1 : 1,000,000', ({ database, catalogue }) => {
    it('ranks roads by long-vehicle-kilometres and sites by what is known, joined by road number', async function () {
      this.timeout(600_000);
      for (const [file, layer] of files)
        await importFile(database(), catalogue(), { path: path.join(folder, file), layer });
      const ask = (more: Record<string, unknown> = {}) =>
        energyStationsProcess.execute(
          energyStationsProcess.inputs.parse({ estimate: true, publish: false, draws: 2000, p_new: 6, ...more }),
          { database: database(), catalogue: catalogue(), language: 'nb' },
        );
      const { ranking, roads, network, criteria } = await ask();
      console.log('\n    long-vehicle-km a day with estimates, known, share of the length known, km');
      for (const road of roads.slice(0, 10))
        console.log(`    ${road.road.padEnd(6)}${(road.with_estimates_vkm_day ?? 0).toFixed(0).padStart(9)}${(road.long_vkm_day ?? 0).toFixed(0).padStart(9)}${(100 * road.known_share).toFixed(0).padStart(6)} %${road.length_km.toFixed(1).padStart(8)}`); // prettier-ignore
      const sites = ranking.features.map(({ properties }) => properties);
      for (const { rank, name, id, score, road } of sites.slice(0, 10))
        console.log(`    ${String(rank).padStart(3)} ${(name ?? id).padEnd(34)}${(road ?? '').padEnd(6)}${(score ?? 0).toFixed(3)}`); // prettier-ignore
      console.log(`    best network: ${network.status}, ${(100 * (network.covered_share ?? 0)).toFixed(1)} % of ${network.demand.vkm_day.toFixed(0)} long-vehicle-km a day within 30 km of ${network.order.map(({ name, id }) => name ?? id).join(', ')}`); // prettier-ignore
      // The register has 1,783 rows; long vehicles are known on 270 of them.
      const counted = roads.reduce((sum, road) => sum + road.counted, 0);
      expect(counted).to.equal(270);
      for (const [key, name] of [
        ['R7', 'RV7'],
        ['E16', 'EV16'],
        ['R52', 'RV52'],
      ] as const) {
        // prettier-ignore
        const road = roads.find((one) => one.road === key);
        const expected = byHand(folder, name);
        expect(road?.long_vkm_day, key).to.be.closeTo(expected.vkm, 1e-6 * expected.vkm);
        expect(road?.known_share, key).to.be.closeTo(expected.share, 1e-9);
        expect(road?.counted, key).to.equal(expected.rows.length);
        expect(road?.thresholds_m, 'the file does not state it').to.deep.equal([null]);
        expect(road?.basis).to.equal('register');
      }
      // Main roads of the county, in the order that their rows give.
      expect(roads.slice(0, 4).map(({ road }) => road)).to.have.members(['R7', 'E18', 'E134', 'E16']);
      const traffic = sites.flatMap(({ criteria: own }) => own.filter(({ id, value }) => id === 'long_vehicles_day' && value !== null)); // prettier-ignore
      expect(traffic.length).to.be.above(20);
      expect(
        traffic.every(({ estimated }) => estimated),
        'joined by number alone',
      ).to.equal(true);
      expect(new Set(sites.map(({ kind }) => kind))).to.deep.equal(new Set(['junction', 'urban-area']));
      expect(criteria.filter(({ left_out }) => left_out).map(({ id }) => id)).to.include.members([
        'spacing_km',
        'grid_mw',
      ]);
      // Along each road no stretch without a station is longer than the road, and together they are the road.
      for (const { length_km, stations, longest_gap_km } of network.roads) {
        expect(longest_gap_km).to.be.within(length_km / (stations.length + 1) - 1e-9, length_km + 1e-9);
        for (const { at_km } of stations) expect(at_km).to.be.within(0, length_km);
      }
      const without = await ask({ estimate: false });
      expect(without.ranking.features.every(({ properties: { rank } }) => rank === null)).to.equal(true);
    });
  });
});
