import type { Search, Source } from '../graph/search.ts';
import type { Opportunities } from './accessibility.ts';
import { weightOf, type Decay } from './decay.ts';

/** A destination and what it adds to a sum. */
export interface Contribution {
  node: number;
  minutes: number;
  count: number;
  adds: number;
}

/**
 * Which destinations make a sum, what adds most first; those that add nothing are left out.
 * @throws BadDecay
 */
export function explain(
  search: Search,
  sources: readonly Source[],
  limit_min: number,
  counts: Opportunities,
  decay: Decay,
): Contribution[] {
  const weight = weightOf(decay);
  const found: Contribution[] = [];
  search.run(sources, limit_min, (node, minutes) => {
    const count = counts[node];
    const adds = count * weight(minutes);
    if (adds !== 0) found.push({ node, minutes, count, adds });
  });
  return found.sort((a, b) => b.adds - a.adds || a.minutes - b.minutes || a.node - b.node);
}
