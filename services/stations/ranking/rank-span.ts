import { rank } from './rank.ts';
import type { Criterion, Site } from './ranking.ts';

/**
 * Where a site that is ranked apart would stand: with the values that it lacks as good as the best that a ranked site has,
 * and as poor as the worst. Whatever is found between the two, its rank is between these.
 * @returns null where no site is ranked, or this one is
 * @throws CannotRank
 */
export function rankSpan(
  sites: readonly Site[],
  criteria: readonly Criterion[],
  id: string,
): { best: number; worst: number; of: number } | null {
  const own = sites.find((site) => site.id === id);
  const isKnown = (site: Site) => criteria.every((one) => (site.values[one.id] ?? null) !== null);
  const ranked = sites.filter(isKnown);
  if (!own || isKnown(own) || ranked.length === 0) return null;
  const filled = (good: boolean): Site => {
    const values = criteria.map(({ id: criterion, direction }): [string, number] => {
      const found = ranked.map((site) => site.values[criterion] ?? 0);
      const instead = good === (direction === 'max') ? Math.max(...found) : Math.min(...found);
      return [criterion, own.values[criterion] ?? instead];
    });
    return { id, values: Object.fromEntries(values) };
  };
  const placeOf = (site: Site) => rank([...ranked, site], criteria).sites.find((one) => one.id === id)?.rank ?? 0;
  return { best: placeOf(filled(true)), worst: placeOf(filled(false)), of: ranked.length + 1 };
}
