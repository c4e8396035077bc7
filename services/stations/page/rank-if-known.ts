import type { StationsAnswer } from '../answer.ts';
import { rankSpan } from '../ranking/rank-span.ts';

/** Between which ranks a site that lacks values would be, whatever they turn out to be; null for a site that is ranked. */
export function rankIfKnown({ ranking, criteria }: StationsAnswer, id: string): ReturnType<typeof rankSpan> {
  const sites = ranking.features.flatMap(({ properties: site }) =>
    site.excluded_by.length > 0
      ? []
      : [{ id: site.id, values: Object.fromEntries(site.criteria.map((one) => [one.id, one.value])) }],
  );
  const used = criteria.filter(({ share }) => share > 0).map((one) => ({ ...one, weight: one.share }));
  return rankSpan(sites, used, id);
}
