import { readFileSync } from 'node:fs';
import type { MedianQuestion } from '../../../services/stations/network/question.ts';

/**
 * A p-median of OR-Library's form (Beasley 1990): «nodes edges p», then a line «from to length» for each edge, both ways.
 * Where an edge stands twice, its last line counts. Every node is a candidate and a demand of weight 1.
 * @param p in place of the file's own
 */
export function readPmed(file: string, p?: number): MedianQuestion {
  const numbers = readFileSync(file, 'utf8').trim().split(/\s+/).map(Number);
  const [nodes = 0, edges = 0, own = 0] = numbers;
  if (!(nodes > 0) || numbers.length < 3 + 3 * edges || numbers.some(Number.isNaN))
    throw new Error(`${file} is not of the form «nodes edges p, then from to length per edge».`);
  const distance = Array.from({ length: nodes }, (_, at) => new Float64Array(nodes).fill(Infinity).fill(0, at, at + 1));
  for (let at = 3; at < 3 + 3 * edges; at += 3) {
    const [from = 0, to = 0, length = 0] = numbers.slice(at, at + 3);
    const [there, back] = [distance[from - 1], distance[to - 1]];
    if (!there || !back) throw new Error(`${file} has an edge from ${from} to ${to}, but ${nodes} nodes.`);
    if (from === to) continue;
    [there[to - 1], back[from - 1]] = [length, length];
  }
  shortestWays(distance);
  const ids = Array.from({ length: nodes }, (_, at) => String(at + 1).padStart(5, '0'));
  return {
    model: 'p-median',
    candidates: ids.map((id) => ({ id })),
    demand: ids.map((id) => ({ id, weight: 1 })),
    distance,
    p: p ?? own,
  };
}

/** Floyd (1962), in place. */
function shortestWays(distance: readonly Float64Array[]): void {
  for (const [by, further] of distance.entries())
    for (const row of distance) {
      const there = row[by];
      if (there === Infinity) continue;
      for (let to = 0; to < row.length; to++) row[to] = Math.min(row[to], there + further[to]);
    }
}
