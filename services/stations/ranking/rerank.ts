import { rank } from './rank.ts';
import type { Criterion, Ranking } from './ranking.ts';
import { counted } from './weights.ts';

/** A site of an answer, with what each criterion found at it. */
interface JudgedSite {
  id: string;
  excluded_by: readonly unknown[];
  criteria: readonly { id: string; value: number | null }[];
}

/** A criterion of an answer; one that found nothing anywhere says why it is left out. */
interface ToldCriterion extends Pick<Criterion, 'id' | 'direction'> {
  left_out: unknown;
}

/**
 * Rank the sites of an answer by other weights. What was found at each stays as it is, so nothing has to be read again.
 * @param weights by criterion, 0 or more; one that is not named counts nothing
 * @throws CannotRank where no criterion has weight, or no site is left
 */
export function rerank(
  sites: readonly JudgedSite[],
  criteria: readonly ToldCriterion[],
  weights: ReadonlyMap<string, number>,
): Ranking {
  const told = criteria.filter(({ left_out }) => left_out === null);
  const used = counted(told.map(({ id, direction }) => ({ id, direction, weight: weights.get(id) ?? 0 })));
  const left = sites.filter(({ excluded_by }) => excluded_by.length === 0);
  return rank(
    left.map(({ id, criteria: found }) => ({
      id,
      values: Object.fromEntries(found.map((one) => [one.id, one.value])),
    })),
    used,
  );
}
