import { chosenDecay, otherDecays } from '../../services/centrality/accessibility/chosen-decay.ts';
import type { Decay } from '../../services/centrality/accessibility/decay.ts';
import type { SumsQuestion } from '../../services/centrality/accessibility/sums.ts';
import { placedNetwork, type PlacedNetwork } from '../../services/centrality/graph/placed-network.ts';
import type { RoadGraph } from '../../services/centrality/graph/road-graph.ts';
import { hierarchySteps } from '../../services/centrality/hierarchy/hierarchy.ts';
import { finish, inTurns } from '../../services/centrality/measures/steps.ts';
import { sumUp } from '../../services/centrality/workers/sum-up.ts';
import { loadCatalogue } from '../../layers/catalogue.ts';
import { openDatabase } from '../../services/database/open.ts';
import { readSettings } from '../../services/settings.ts';
import { giveToPgRouting, hasPgRouting } from '../centrality/edges-for-pgrouting.ts';
import { ask } from '../imports/rows.ts';
import { onServerItself, stopTestServer, urlOf } from '../setup/test-server.ts';
import { exampleGraph } from './centrality/example-graph.ts';
import { askPandana, type PandanaDecay } from './centrality/pandana.ts';

const scale = Number(process.env['GRUNNRISS_BENCH_SCALE'] ?? 0.1);
const name = `grunnriss_bench_${process.pid}`;
/** Origins at most, so that a large county takes minutes and not hours; they are searched from in rows that lie together. */
const mostOrigins = Number(process.env['GRUNNRISS_BENCH_ORIGINS'] ?? 12_800);
const row = 64;
/** Origins that pgRouting is asked for, in one call: its reading of the edges is shared by all of them. */
const theirOrigins = 20;
/** How long pandana may take, seconds. */
const patience = 600;
const limit = 90;

/**
 * Sums from population cells of the example county within 90 minutes, four decays and two kinds in one search each, beside
 * pgr_drivingDistance on the same graph; two threads beside one; memory with eight times the origins; how soon they end when they are cancelled; one decay and one kind
 * beside pandana.
 */
export async function bench(): Promise<void> {
  const { graph, nodes: all } = exampleGraph(scale);
  const nodes = inSpreadRows(all, mostOrigins);
  const origins = Math.min(mostOrigins, nodes.length);
  console.log(`  example county at scale ${scale}: ${graph.edges.count} links, ${graph.nodes.count} nodes, ${nodes.length} cells, ${origins} of them searched from`); // prettier-ignore
  const network = networkOf(graph, nodes);
  const worked = process.cpuUsage();
  const start = performance.now();
  const question = questionOf(network);
  const made = performance.now() - start;
  console.log(`  hierarchy of ${question.hierarchy.nodes} nodes: ${seconds(made)} (${seconds(processor(worked))} of processor time), ${question.hierarchy.down.node.length} arcs down`); // prettier-ignore
  const few = Math.max(row, Math.floor(origins / 8));
  await memoryAfter(question, few);
  const alone = await timed(() => sums(question, origins, 1));
  const both = await timed(() => sums(question, origins, 2));
  console.log(`  all of them, 4 decays × 2 kinds: ${told(alone)} with one thread, ${told(both)} with two (${(alone.ms / both.ms).toFixed(2)} ×; with the hierarchy ${((alone.ms + made) / (both.ms + made)).toFixed(2)} ×)`); // prettier-ignore
  await memoryAfter(question, origins);
  await untilCancelled(network, question, origins);
  await besidePgRouting(graph, nodes, (both.ms + made) / origins);
  await besidePandana(graph, nodes, question, origins, made);
}

/** The same nodes, in an order in which so many of the first lie in rows all over the list. */
function inSpreadRows(nodes: readonly number[], wanted: number): number[] {
  const rows = Array.from({ length: Math.ceil(nodes.length / row) }, (_, at) => nodes.slice(row * at, row * (at + 1)));
  const step = Math.max(1, Math.ceil(nodes.length / wanted));
  return [...Array(step).keys()].flatMap((turn) => rows.filter((_, at) => at % step === turn).flat());
}

function networkOf(graph: RoadGraph, nodes: readonly number[]): PlacedNetwork {
  const endOf = new Map<number, number>();
  for (const [end, node] of graph.nodes.ofEnd.entries()) endOf.set(node, end);
  const access = nodes.map((node) => {
    const end = endOf.get(node) ?? 0;
    return [{ road: end >> 1, start: end % 2, stop: end % 2, gap_m: 0 }];
  });
  return placedNetwork(graph, access);
}

function questionOf(network: PlacedNetwork): SumsQuestion {
  const decay = chosenDecay({ decay: 'log-logistic' });
  return {
    ...{ hierarchy: finish(hierarchySteps(network)), cutoff_min: limit, decays: [decay, ...otherDecays(decay)] },
    kinds: [1, 0].map((least) => Float64Array.from({ length: network.places }, (_, at) => least + (at % 50))),
    ...{ groups: new Int32Array(network.places), groupCount: 1 },
  };
}

/** @returns the first figure of each row: the sum by the first decay and kind */
async function sums(question: SumsQuestion, origins: number, workers: number, signal?: AbortSignal): Promise<number[]> {
  const first: number[] = [];
  for await (const { from, to, rows } of sumUp(question, origins, { workers, signal }))
    for (let at = from; at < to; at++) first.push(rows[((at - from) * rows.length) / (to - from)] ?? NaN);
  return first;
}

async function memoryAfter(question: SumsQuestion, origins: number): Promise<void> {
  await sums(question, origins, 2);
  console.log(`  ${origins} origins: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident afterwards`);
}

/** How long the hierarchy and the sums go on after they were cancelled. */
async function untilCancelled(network: PlacedNetwork, question: SumsQuestion, origins: number): Promise<void> {
  const works: Record<string, (signal: AbortSignal) => Promise<unknown>> = {
    hierarchy: (signal) => inTurns(hierarchySteps(network), { signal }),
    sums: (signal) => sums(question, origins, 2, signal),
  };
  for (const [what, work] of Object.entries(works)) {
    const stop = new AbortController();
    let begun = NaN;
    setTimeout(() => {
      begun = performance.now();
      stop.abort(new Error('cancelled'));
    }, 200);
    const ended = await work(stop.signal).then(
      () => 'was done before it could be cancelled',
      () => `ended ${milliseconds(performance.now() - begun)} after it was cancelled`,
    );
    console.log(`  ${what}: ${ended}`);
  }
}

/** pgr_drivingDistance on the same edges, 90 minutes, from some of the same nodes. */
async function besidePgRouting(graph: RoadGraph, nodes: readonly number[], ours: number): Promise<void> {
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
    const together = (await timed(() => reach(from))).ms / from.length;
    const single = (await timed(() => reach(from.slice(0, 1)))).ms;
    console.log(`  one origin: ours ${milliseconds(ours)} with two threads, its part of the hierarchy in it; pgr_drivingDistance ${milliseconds(together)} of ${from.length} in one call (${(together / ours).toFixed(1)} ×), ${milliseconds(single)} alone (${(single / ours).toFixed(1)} ×)`); // prettier-ignore
  } finally {
    await database.close();
    await onServerItself(`drop database if exists ${name} with (force)`);
    stopTestServer();
  }
}

/** One decay and one kind a call, as pandana has it; it sums up for all nodes of the graph. */
async function besidePandana(
  graph: RoadGraph,
  nodes: readonly number[],
  question: SumsQuestion,
  origins: number,
  made: number,
): Promise<void> {
  // prettier-ignore
  const kinds = question.kinds.slice(0, 1);
  const asked = { at: nodes, counts: [...(kinds[0] ?? [])], radius: limit, origins: nodes.slice(0, origins) };
  const theirs = askPandana(graph, asked, patience);
  if (theirs === 'absent') {
    console.log(
      '  pandana is not installed (GRUNNRISS_BENCH_PYTHON names a Python that has it): nothing to compare with',
    );
    return;
  }
  if (theirs === 'late') {
    console.log(`  pandana gave no answer within ${patience} s: it sums up for all ${graph.nodes.count} nodes, and cannot be asked for fewer`); // prettier-ignore
    return;
  }
  console.log(`  pandana: network ${seconds(1000 * theirs.made_s)} (ours ${seconds(made)}); then, one decay and one kind a call, for each origin, the start of our two threads in it:`); // prettier-ignore
  const decays: Record<PandanaDecay, Decay> = {
    exponential: { kind: 'exponential', beta: 1 / limit },
    linear: { kind: 'linear', limit_min: limit },
    step: { kind: 'step', limit_min: limit },
  };
  for (const [decay, own] of Object.entries(decays) as [PandanaDecay, Decay][]) {
    let ours: number[] = [];
    const run = await timed(async () => {
      ours = await sums({ ...question, kinds, decays: [own] }, origins, 2);
    });
    const { s, cpu_s, values } = theirs.sums[decay];
    const apart = ours.map((sum, at) => Math.abs(sum - (values[at] ?? NaN)) / sum).sort((a, b) => a - b);
    const [each, eachOfTheirs] = [run.ms / origins, (1000 * s) / graph.nodes.count];
    console.log(`    ${decay}: ours ${milliseconds(each)} (processor ${milliseconds(run.processor / origins)}), pandana ${milliseconds(eachOfTheirs)} (processor ${milliseconds((1000 * cpu_s) / graph.nodes.count)}), ${(eachOfTheirs / each).toFixed(1)} ×; sums differ by ${(apart[apart.length >> 1] ?? NaN).toExponential(0)} in the middle, ${(apart.at(-1) ?? NaN).toExponential(0)} at most`); // prettier-ignore
  }
}

interface Took {
  ms: number;
  /** Milliseconds of processor time, of all threads. */
  processor: number;
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const worked = process.cpuUsage();
  const start = performance.now();
  await work();
  return { ms: performance.now() - start, processor: processor(worked) };
}

function processor(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const told = (took: Took): string => `${seconds(took.ms)} (${seconds(took.processor)} of processor time)`;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const milliseconds = (ms: number): string => `${ms.toFixed(2)} ms`;
