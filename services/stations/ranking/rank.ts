import { dominators } from './dominated.ts';
import type { Criterion, Part, RankedSite, Ranking, Site } from './ranking.ts';
import { tableOf } from './table.ts';
import { closeness } from './topsis.ts';
import { weightsOf } from './weights.ts';

/** Scores that differ by less are the same score, added up in another order. */
const tie = 1e-12;

/**
 * Rank sites by the weighted sum of their min-max normalised values, with TOPSIS beside it.
 * @throws CannotRank
 */
export function rank(sites: readonly Site[], criteria: readonly Criterion[]): Ranking {
  const weights = weightsOf(criteria);
  const { ids, values, normalised, constant, apart } = tableOf(sites, criteria);
  const width = criteria.length;
  const parts = ids.map((_, site) =>
    criteria.map(({ id }, column): [string, Part] => {
      const at = site * width + column;
      const weight = weights[column];
      return [id, { value: values[at], normalised: normalised[at], weight, adds: normalised[at] * weight }];
    }),
  );
  const scores = parts.map((ofSite) => ofSite.reduce((sum, [, { adds }]) => sum + adds, 0));
  const close = closeness(values, criteria, weights);
  const ranks = ranksOf(scores);
  const closeRanks = close && ranksOf([...close]);
  const beaten = dominators(values, criteria);
  const ranked = ids.map((id, site): RankedSite => {
    const topsis = close && closeRanks && { closeness: close[site], rank: closeRanks[site] ?? 0 };
    const dominatedBy = beaten[site]?.map((other) => ids[other] ?? '') ?? [];
    return {
      id,
      rank: ranks[site] ?? 0,
      score: scores[site] ?? 0,
      parts: Object.fromEntries(parts[site] ?? []),
      topsis,
      dominatedBy,
    };
  });
  return {
    sites: ranked.sort((one, other) => one.rank - other.rank),
    apart,
    constant: criteria.flatMap(({ id }, column) => (constant[column] && ids.length > 0 ? [id] : [])),
  };
}

/** 1 for the largest; figures that tie share the better rank. */
function ranksOf(figures: readonly number[]): number[] {
  const order = figures.map((_, at) => at).sort((one, other) => (figures[other] ?? 0) - (figures[one] ?? 0));
  const ranks = new Array<number>(figures.length);
  let [last, lastRank] = [Infinity, 0];
  for (const [place, at] of order.entries()) {
    const figure = figures[at] ?? 0;
    if (last - figure > tie) lastRank = place + 1;
    [last, ranks[at]] = [figure, lastRank];
  }
  return ranks;
}
