import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { chosenDecay, otherDecays } from '../../services/centrality/accessibility/chosen-decay.ts';
import type { Decay } from '../../services/centrality/accessibility/decay.ts';
import { indexOfCells, municipalIndices, scaleOf } from '../../services/centrality/centrality/index-of-cells.ts';
import { sumUpCells } from '../../services/centrality/centrality/measure-centrality.ts';
import { placedNetwork } from '../../services/centrality/graph/placed-network.ts';
import { buildGraph, type RoadGraph } from '../../services/centrality/graph/road-graph.ts';
import { Search } from '../../services/centrality/graph/search.ts';
import type { Cell, Places } from '../../services/centrality/places/read-places.ts';
import { withRealData } from '../setup/real-data.ts';
import { timesFrom } from '../centrality/small-roads.ts';
import { nearestRoad } from './nearest-road.ts';
import { drawnRoads, placeAt, registeredRoads } from './roads.ts';

const table = (folder: string, file: string) =>
  parse<Record<string, string>>(readFileSync(path.join(folder, file)), { columns: true });

interface Centre {
  /** Of the municipality. */
  name: string;
  lon: number;
  lat: number;
}

/** The largest postal place of each municipality, by residents of all its codes: where most of its people are. */
function centres(folder: string): Map<string, Centre> {
  const names = new Map(
    table(folder, 'admin-kommunefakta.csv').map((row) => [row['kommunenummer'] ?? '', row['kommunenavn'] ?? '']),
  );
  const rows = table(folder, 'places-postnummer.csv').filter(
    (row) => row['in_buskerud'] === 'TRUE' && row['folketall'],
  );
  const sizes = new Map<string, number>();
  const key = (row: Record<string, string>) => `${row['kommunenummer']}/${row['poststed']}`;
  for (const row of rows) sizes.set(key(row), (sizes.get(key(row)) ?? 0) + Number(row['folketall']));
  const size = (row: Record<string, string>) => sizes.get(key(row)) ?? 0;
  rows.sort((a, b) => size(b) - size(a) || Number(b['folketall']) - Number(a['folketall']));
  const found = new Map<string, Centre>();
  for (const { kommunenummer: number = '', lon, lat } of rows)
    if (!found.has(number)) found.set(number, { name: names.get(number) ?? '', lon: Number(lon), lat: Number(lat) });
  return new Map([...found].sort());
}

/** Minutes from each node to each of the others. */
const matrixOf = (graph: RoadGraph, nodes: readonly number[]): number[][] =>
  nodes.map((node) => {
    const times = timesFrom(graph, node);
    return nodes.map((other) => times.get(other) ?? Infinity);
  });

function print(title: string, names: readonly string[], rows: readonly (readonly number[])[]): void {
  const cell = (text: string) => text.padStart(5);
  console.log(`\n    ${title}`);
  console.log(`    ${''.padEnd(12)}${names.map((name) => cell(name.slice(0, 4))).join('')}`);
  for (const [at, row] of rows.entries())
    console.log(`    ${(names[at] ?? '').padEnd(12)}${row.map((time) => cell(time.toFixed(0))).join('')}`);
}

withRealData('travel times and centrality of Buskerud', (folder) => {
  // By the map: 40 km of E134 between Drammen and Kongsberg, about 65 km by Rv35 or E18/E16 between Drammen and Hønefoss,
  // 49 km of Rv7 between Gol and Geilo; driven at 60 to 90 km/h.
  const byHand: [string, string, [number, number]][] = [
    ['3301', '3303', [27, 45]],
    ['3301', '3305', [40, 68]],
    ['3324', '3330', [32, 52]],
  ];

  function accept(numbers: readonly string[], matrix: readonly (readonly number[])[]): void {
    for (const row of matrix) for (const time of row) expect(time).to.be.below(330);
    for (const [from, to, [least, most]] of byHand)
      expect(matrix[numbers.indexOf(from)]?.[numbers.indexOf(to)], `${from}–${to}`).to.be.within(least, most);
  }

  it('between the largest places of the 18 municipalities on the map of 1 : 1,000,000, at default speeds', () => {
    const roads = drawnRoads(folder);
    const graph = buildGraph(roads);
    const places = [...centres(folder)];
    const nodes = places.map(([, { lon, lat }]) => {
      const [x, y] = placeAt(lon, lat);
      const apart = (node: number) => Math.hypot(graph.nodes.x[node] - x, graph.nodes.y[node] - y);
      const tied = [...graph.nodes.x.keys()].filter((node) => graph.components.of[node] === 0);
      return tied.reduce((best, node) => (apart(node) < apart(best) ? node : best));
    });
    const matrix = matrixOf(graph, nodes);
    print('minutes, N1000', places.map(([, { name }]) => name), matrix); // prettier-ignore
    expect(places).to.have.length(18);
    accept(places.map(([number]) => number), matrix); // prettier-ignore
  });

  it('in the register of traffic links, without geometry, between the middles of the slow roads', () => {
    const roads = registeredRoads(folder);
    const graph = buildGraph(roads);
    const search = new Search(graph);
    const names = centres(folder);
    const middles = [...names.keys()].map((number) => {
      const slow = roads.flatMap(({ municipalities, speed_kmh }, index) =>
        municipalities.includes(number) && (speed_kmh ?? 0) <= 50 ? [graph.nodes.ofEnd[2 * index]] : [],
      );
      const own = [...new Set(slow)];
      // The node from which the others are nearest: where slow roads lie thickest.
      const isOwn = new Set(own);
      const mean = (node: number) => {
        let sum = 20 * own.length;
        search.run([{ node, cost: 0 }], 20, (other, minutes) => {
          if (isOwn.has(other)) sum += minutes - 20;
        });
        return sum;
      };
      return own.map((node) => ({ node, mean: mean(node) })).reduce((a, b) => (b.mean < a.mean ? b : a)).node;
    });
    const matrix = matrixOf(graph, middles);
    print('minutes, traffic links', [...names.values()].map(({ name }) => name), matrix); // prettier-ignore
    accept([...names.keys()], matrix);
  });

  it('of residents, with Oslo at 1000 and the neighbours in; residents stand in for jobs and services', async () => {
    const roads = drawnRoads(folder);
    const cells: Cell[] = [];
    const others: Cell[] = [];
    for (const row of table(folder, 'stats-befolkning-rutenett-1km.csv')) {
      const residents = Number(row['pop_2019']);
      const [x, y] = placeAt(Number(row['lon']), Number(row['lat']));
      const municipality = row['kommunenummer'] ?? '';
      const isAsked = row['in_buskerud'] === 'TRUE' || municipality === '0301';
      if (residents > 0)
        (isAsked ? cells : others).push({
          ...{
            dataset: 1,
            fid: 1,
            id: row['ssbid'] ?? '',
            code: row['ssbid'] ?? '',
            year: 2019,
            residents,
            x,
            y,
            geom: Buffer.alloc(0),
            municipality,
          },
        });
    }
    const all = [...cells, ...others];
    const municipalities = [...new Set(all.map(({ municipality }) => municipality))].sort();
    const lived = Float64Array.from(all, ({ residents }) => residents);
    const used = { datasets: [1], years: [2019], undated: 0 };
    const told = new Set(municipalities);
    const places: Places = {
      ...{
        used: { residents: used, jobs: used },
        cells,
        repeated: 0,
        points: all,
        municipalities,
        counts: { jobs: lived, services: lived },
      },
      standIn: { jobs: true, services: true },
      told: { jobs: told, services: told },
      groups: Int32Array.from(all, ({ municipality }) => municipalities.indexOf(municipality)),
      negative: { residents: 0, jobs: 0, services: 0 },
    };
    const graph = buildGraph(roads);
    const lines = roads.map(({ line, ferry, level }) => (ferry || level < 0 ? [] : line));
    const access = all.map(({ x, y }) => nearestRoad(lines, [x, y], 8000));
    const onRoads = {
      network: placedNetwork(graph, access),
      withoutRoad: Uint8Array.from(access, (stretches) => Number(stretches.length === 0)),
    };
    const decay = chosenDecay({ decay: 'log-logistic' });
    const decays: [Decay, ...Decay[]] = [decay, ...otherDecays(decay)];
    const found = await sumUpCells(places, onRoads, { decays, cutoff_min: 90 });
    const indices = found.sums.map((sums) => {
      const scale = scaleOf(places, sums, '0301', 'linear');
      return municipalIndices(places, found, indexOfCells(sums, scale, 'linear'), scale);
    });
    const [own = []] = indices;
    const names = new Map(
      table(folder, 'admin-kommunefakta.csv').map((row) => [row['kommunenummer'], row['kommunenavn']]),
    );
    console.log(`\n    centrality (jobs + services), residents stand in; then by ${otherDecays(decay).map(({ kind }) => kind).join(', ')}; where it comes from`); // prettier-ignore
    for (const [at, one] of own.entries()) {
      const figures = [one.index, one.jobs, one.services, ...indices.slice(1).map((other) => other[at]?.index ?? null)];
      const from = one.jobs_from
        .slice(0, 3)
        .map(({ municipality, share }) => `${municipality} ${Math.round(100 * share)} %`);
      console.log(`    ${one.number} ${(names.get(one.number) ?? 'Oslo').padEnd(14)}${figures.map((figure) => (figure ?? NaN).toFixed(0).padStart(6)).join('')}  ${from.join(', ')}`); // prettier-ignore
    }
    const indexOf = (number: string) => own.find((one) => one.number === number)?.index ?? NaN;
    expect(own).to.have.length(19);
    expect(indexOf('0301')).to.be.closeTo(1000, 1e-6);
    const order = [...own].sort((a, b) => (b.index ?? 0) - (a.index ?? 0)).map(({ number }) => number);
    expect(order[0]).to.equal('0301');
    // Whoever reads the map expects: next to Oslo and around Drammen first, the upper valleys last.
    expect(order.slice(1, 4)).to.have.members(['3301', '3312', '3310']);
    expect(order.slice(-4)).to.include.members(['3330', '3338', '3328']);
    for (const { jobs, services } of own) expect(jobs).to.be.closeTo(2 * (services ?? NaN), 1e-6);
  });
});
