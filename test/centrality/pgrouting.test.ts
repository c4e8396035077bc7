import { expect } from 'chai';
import { buildGraph, type RoadGraph } from '../../services/centrality/graph/road-graph.ts';
import { randomStream } from '../../services/example/random.ts';
import { ask } from '../imports/rows.ts';
import { onServer } from '../setup/databases.ts';
import { giveToPgRouting, hasPgRouting } from './edges-for-pgrouting.ts';
import { road, timesFrom } from './small-roads.ts';

/** A network of 2,500 crossings: a grid with gaps, one-ways, shortcuts and parallel links of many lengths. */
function network(): RoadGraph {
  const random = randomStream(7, 'roads for pgRouting');
  const side = 50;
  const name = (column: number, row: number) => `${column},${row}`;
  const some = () => ({ length_m: 200 + Math.round(4000 * random.next()), oneWay: random.next() < 0.15 });
  const roads = Array.from({ length: side * side }, (_, at) => [at % side, Math.floor(at / side)] as const).flatMap(
    ([column, row]) => [
      ...(column + 1 < side && random.next() < 0.85 ? [road(name(column, row), name(column + 1, row), some())] : []),
      ...(row + 1 < side && random.next() < 0.85 ? [road(name(column, row), name(column, row + 1), some())] : []),
      ...(random.next() < 0.05 ? [road(name(column, row), name(random.below(side), random.below(side)), some())] : []),
    ],
  );
  return buildGraph(roads);
}

onServer('pgRouting', (given) => {
  const graph = network();
  const count = graph.nodes.count;

  before(async function () {
    if (!(await hasPgRouting(given.database()))) this.skip();
    await giveToPgRouting(given.database(), graph);
  });

  it('gives the same times for a thousand random pairs', async () => {
    const random = randomStream(8, 'pairs');
    const sources = [...new Set(Array.from({ length: 25 }, () => random.below(count)))];
    const targets = [...new Set(Array.from({ length: 45 }, () => random.below(count)))];
    const rows = await ask<{ source: number; target: number; minutes: number }>(
      given.database(),
      `select start_vid as source, end_vid as target, agg_cost as minutes
       from pgr_dijkstraCost('select id, source, target, cost, reverse_cost from public.rival_edge',
         array[${sources.join()}]::bigint[], array[${targets.join()}]::bigint[])`,
    );
    const theirs = new Map(rows.map(({ source, target, minutes }) => [`${source}/${target}`, minutes]));
    let pairs = 0;
    for (const source of sources) {
      const times = timesFrom(graph, source);
      for (const target of targets) {
        if (source === target) continue;
        pairs += 1;
        const [ours, other] = [times.get(target), theirs.get(`${source}/${target}`)];
        expect(ours === undefined, `${source}–${target}`).to.equal(other === undefined);
        if (ours !== undefined && other !== undefined) expect(Math.abs(ours - other)).to.be.at.most(1e-9 * other);
      }
    }
    expect(pairs).to.be.at.least(1000);
  });

  it('reaches the same nodes within 30 and 90 minutes', async () => {
    for (const [source, limit] of [
      [0, 30],
      [1250, 30],
      [99, 90],
    ] as const) {
      const rows = await ask<{ node: number; minutes: number }>(
        given.database(),
        `select node, agg_cost as minutes from pgr_drivingDistance(
           'select id, source, target, cost, reverse_cost from public.rival_edge', ${source}, ${limit})`,
      );
      const times = timesFrom(graph, source, limit);
      expect([...times.keys()].sort((a, b) => a - b)).to.deep.equal(rows.map(({ node }) => node).sort((a, b) => a - b));
      for (const { node, minutes } of rows) expect(times.get(node)).to.be.closeTo(minutes, 1e-9 * Math.max(1, minutes));
    }
  });
});
