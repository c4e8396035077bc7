import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CoveringQuestion, MedianQuestion } from '../../../services/stations/network/question.ts';

export interface TheirAnswer {
  p: number;
  seconds: number;
  /** Null where it found none in time. */
  objective: number | null;
  status: string;
}

/** A Python that has spopt. */
const python = process.env['GRUNNRISS_BENCH_PYTHON'] ?? 'python3';

/**
 * What pysal/spopt with its default solver says to the same question for each p, as far as it comes.
 * @param limit_s for the solver, at each p; for all of it, with what it takes to state its programmes, twice as long
 * @returns null where it is not installed
 */
export function askSpopt(
  question: CoveringQuestion | MedianQuestion,
  p: readonly number[],
  limit_s: number,
): TheirAnswer[] | null {
  if (spawnSync(python, ['-c', 'import spopt']).status !== 0) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'grunnriss-bench-'));
  try {
    const file = path.join(folder, 'question.json');
    const cost = question.demand.map((_, column) => question.distance.map((row) => finite(row[column])));
    const weights = question.demand.map(({ weight }) => weight);
    const kind = question.model === 'covering' ? { kind: 'mclp', radius: question.radius } : { kind: 'p-median' };
    writeFileSync(file, JSON.stringify({ ...kind, cost, weights, p, limit: limit_s }));
    const asked = spawnSync(python, [path.join(import.meta.dirname, 'rival.py'), file], {
      ...{ encoding: 'utf8', maxBuffer: 2 ** 26, timeout: 2000 * limit_s * p.length },
    });
    const outOfTime = asked.signal !== null;
    if (asked.status !== 0 && !outOfTime)
      throw new Error(`spopt failed: ${asked.stderr.trim().split('\n').at(-1) ?? ''}`);
    return asked.stdout
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as TheirAnswer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Below 0: no way. */
const finite = (distance: number | null | undefined): number =>
  Number.isFinite(distance ?? NaN) ? Number(distance) : -1;
