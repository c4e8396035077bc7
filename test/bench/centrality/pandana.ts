import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RoadGraph } from '../../../services/centrality/graph/road-graph.ts';

/** The decays that pandana has, by our names; its exponential one is exp(−t / radius), its linear one 1 − t / radius. */
export type PandanaDecay = 'exponential' | 'linear' | 'step';

export interface PandanaAnswer {
  /** Seconds on the clock, and of processor time, to make its network. */
  made_s: number;
  made_cpu_s: number;
  /** Of all nodes: it cannot be asked for fewer. The values are those of the origins. */
  sums: Record<PandanaDecay, { s: number; cpu_s: number; values: number[] }>;
}

interface Asked {
  /** Node and count of each opportunity. */
  at: readonly number[];
  counts: readonly number[];
  /** Minutes. */
  radius: number;
  /** Nodes whose sums are wanted. */
  origins: readonly number[];
}

/** A Python that has pandana. */
const python = process.env['GRUNNRISS_BENCH_PYTHON'] ?? 'python3';

/** What pandana says to the same question on the same graph; null where it is not installed, or takes longer than it may. */
export function askPandana(
  { nodes, edges }: RoadGraph,
  asked: Asked,
  limit_s: number,
): PandanaAnswer | 'absent' | 'late' {
  // prettier-ignore
  if (spawnSync(python, ['-c', 'import pandana']).status !== 0) return 'absent';
  const folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-bench-'));
  try {
    const [question, answer] = [path.join(folder, 'question.json'), path.join(folder, 'answer.json')];
    const arcs = { from: [] as number[], to: [] as number[], minutes: [] as number[] };
    const add = (from: number, to: number, minutes: number) => {
      if (minutes === Infinity || from === to) return;
      arcs.from.push(from);
      arcs.to.push(to);
      arcs.minutes.push(minutes);
    };
    for (let edge = 0; edge < edges.count; edge++) {
      add(edges.from[edge], edges.to[edge], edges.forward[edge]);
      add(edges.to[edge], edges.from[edge], edges.backward[edge]);
    }
    writeFileSync(question, JSON.stringify({ ...asked, ...arcs, nodes: nodes.count }));
    const script = path.join(import.meta.dirname, 'sums_by_pandana.py');
    const ran = spawnSync(python, [script, question, answer], { encoding: 'utf8', timeout: 1000 * limit_s });
    if (ran.error && 'code' in ran.error && ran.error.code === 'ETIMEDOUT') return 'late';
    if (ran.status !== 0) throw new Error(`pandana failed: ${ran.stderr.trim().split('\n').at(-1) ?? ''}`);
    return JSON.parse(readFileSync(answer, 'utf8')) as PandanaAnswer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
