import type { LineString, Position } from 'geojson';
import { chosenDecay, otherDecays } from '../../services/centrality/accessibility/chosen-decay.ts';
import type { SumsQuestion } from '../../services/centrality/accessibility/sums.ts';
import { placedNetwork } from '../../services/centrality/graph/placed-network.ts';
import type { Road } from '../../services/centrality/graph/road.ts';
import { buildGraph, type RoadGraph } from '../../services/centrality/graph/road-graph.ts';
import { sumUp } from '../../services/centrality/workers/sum-up.ts';
import { loadCatalogue } from '../../layers/catalogue.ts';
import { openDatabase } from '../../services/database/open.ts';
import { exampleCounty, type ExampleCounty } from '../../services/example/county.ts';
import { readSettings } from '../../services/settings.ts';
import { giveToPgRouting, hasPgRouting } from '../centrality/edges-for-pgrouting.ts';
import { ask } from '../imports/rows.ts';
import { onServerItself, stopTestServer, urlOf } from '../setup/test-server.ts';

const scale = Number(process.env['GRUNNRISS_BENCH_SCALE'] ?? 0.1);
const name = `grunnriss_bench_${process.pid}`;
/** Origins that pgRouting is asked for, in one call: its reading of the edges is shared by all of them. */
const theirOrigins = 20;
const limit = 90;

/**
 * Sums from population cells of the example county within 90 minutes, four decays and two kinds in one search each, beside
 * pgr_drivingDistance on the same graph; two threads beside one; memory with eight times the origins.
 */
export async function bench(): Promise<void> {
  const county = exampleCounty({ scale });
  const graph = graphOf(county);
  const nodes = nodesOfCells(county, graph);
  console.log(`  example county at scale ${scale}: ${graph.edges.count} links, ${nodes.length} cells`);
  const question = questionOf(graph, nodes);
  const alone = await timed(() => sums(question, nodes.length, 1));
  const both = await timed(() => sums(question, nodes.length, 2));
  console.log(`  all cells, 4 decays × 2 kinds: ${seconds(alone)} with one thread, ${seconds(both)} with two (${(alone / both).toFixed(2)} ×)`); // prettier-ignore
  await beside(graph, nodes, both / nodes.length);
  const few = Math.max(64, Math.floor(nodes.length / 8));
  for (const origins of [few, nodes.length]) {
    await sums(question, origins, 2);
    console.log(`  ${origins} origins: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident afterwards`);
  }
}

function graphOf({ layers }: ExampleCounty): RoadGraph {
  const links = layers.find(({ layer }) => layer === 'road-link')?.features ?? [];
  return buildGraph(
    [...links].map(({ id, properties, geometry }): Road => {
      const line = (geometry as LineString).coordinates;
      const end = (node: unknown, at: Position | undefined) => ({
        ...{ node: String(node), register: 'example', place: [at?.[0] ?? 0, at?.[1] ?? 0] as const },
      });
      const { from_node, to_node, length_m, speed_kmh, one_way, ferry, ferry_min, wait_min, level } = properties;
      return {
        ...{ id: String(id), from: end(from_node, line[0]), to: end(to_node, line.at(-1)) },
        ...{ length_m: Number(length_m), speed_kmh: Number(speed_kmh), category: null, oneWay: one_way === true },
        ...{ ferry: ferry === true, ferry_min: ferry_min as number | null, wait_min: wait_min as number | null },
        level: Number(level),
      };
    }),
  );
}

/** The node nearest to the corner of each population cell. */
function nodesOfCells({ layers }: ExampleCounty, { nodes }: RoadGraph): number[] {
  const cells = [...(layers.findLast(({ layer }) => layer === 'population')?.features ?? [])];
  return cells.map(({ geometry }) => {
    const [x = 0, y = 0] = (geometry as { coordinates: Position[][] }).coordinates[0]?.[0] ?? [];
    let [best, least] = [0, Infinity];
    for (let node = 0; node < nodes.count; node++) {
      const apart = (nodes.x[node] - x) ** 2 + (nodes.y[node] - y) ** 2;
      if (apart < least) [best, least] = [node, apart];
    }
    return best;
  });
}

function questionOf(graph: RoadGraph, nodes: readonly number[]): SumsQuestion {
  const endOf = new Map<number, number>();
  for (const [end, node] of graph.nodes.ofEnd.entries()) endOf.set(node, end);
  const access = nodes.map((node) => {
    const end = endOf.get(node) ?? 0;
    return [{ road: end >> 1, start: end % 2, stop: end % 2, gap_m: 0 }];
  });
  const decay = chosenDecay({ decay: 'log-logistic' });
  return {
    ...{ network: placedNetwork(graph, access), cutoff_min: limit, decays: [decay, ...otherDecays(decay)] },
    kinds: [Float64Array.from(nodes, (_, at) => 1 + (at % 50)), Float64Array.from(nodes, (_, at) => at % 3)],
    ...{ groups: new Int32Array(nodes.length), groupCount: 1 },
  };
}

async function sums(question: SumsQuestion, origins: number, workers: number): Promise<void> {
  for await (const { rows } of sumUp(question, origins, { workers }))
    if (rows.length === 0) throw new Error('No rows.');
}

/** pgr_drivingDistance on the same edges, 90 minutes, from some of the same nodes. */
async function beside(graph: RoadGraph, nodes: readonly number[], ours: number): Promise<void> {
  await onServerItself(`create database ${name}`);
  const database = await openDatabase(readSettings({ DATABASE_URL: urlOf(name) }), await loadCatalogue());
  try {
    if (!(await hasPgRouting(database))) {
      console.log('  pgRouting is not installed on the server: nothing to compare with');
      return;
    }
    await giveToPgRouting(database, graph);
    const step = Math.max(1, Math.floor(nodes.length / theirOrigins));
    const from = [...new Set(nodes.filter((_, at) => at % step === 0))].slice(0, theirOrigins);
    const reach = (sources: readonly number[]) =>
      ask(
        database,
        `select count(*), sum(agg_cost) from pgr_drivingDistance(
           'select id, source, target, cost, reverse_cost from public.rival_edge', array[${sources.join()}]::bigint[], ${limit})`,
      );
    await reach(from.slice(0, 1));
    const together = (await timed(() => reach(from))) / from.length;
    const single = await timed(() => reach(from.slice(0, 1)));
    console.log(`  one origin: ours ${milliseconds(ours)} with two threads; pgr_drivingDistance ${milliseconds(together)} of ${from.length} in one call (${(together / ours).toFixed(1)} ×), ${milliseconds(single)} alone (${(single / ours).toFixed(1)} ×)`); // prettier-ignore
  } finally {
    await database.close();
    await onServerItself(`drop database if exists ${name} with (force)`);
    stopTestServer();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const milliseconds = (ms: number): string => `${ms.toFixed(2)} ms`;
