import { CannotRank, type Criterion } from './ranking.ts';

/** Each criterion's share of all weights, in their order; they sum to 1. @throws CannotRank */
export function weightsOf(criteria: readonly Criterion[]): Float64Array {
  if (criteria.length === 0)
    throw new CannotRank({
      nb: 'Det er ingen kriterier å rangere etter. Gi minst ett.',
      en: 'There are no criteria to rank by. Give at least one.',
    });
  const twice = criteria.find(({ id }, at) => criteria.findIndex((other) => other.id === id) !== at);
  if (twice)
    throw new CannotRank({
      nb: `Kriteriet ${twice.id} er gitt to ganger. Gi det én gang.`,
      en: `The criterion ${twice.id} is given twice. Give it once.`,
    });
  for (const { id, weight } of criteria)
    if (!Number.isFinite(weight) || weight < 0)
      throw new CannotRank({
        nb: `Vekten for ${id} må være et tall som er 0 eller mer; fikk ${String(weight)}.`,
        en: `The weight of ${id} must be a number that is 0 or more; got ${String(weight)}.`,
      });
  const most = Math.max(...criteria.map(({ weight }) => weight));
  if (most === 0)
    throw new CannotRank({
      nb: 'Alle vekter er 0, så ingenting skiller stedene. Gi minst ett kriterium en vekt over 0.',
      en: 'All weights are 0, so nothing tells the sites apart. Give at least one criterion a weight above 0.',
    });
  // Divided by the largest first: the sum of large weights would overflow.
  const shares = Float64Array.from(criteria, ({ weight }) => weight / most);
  const sum = shares.reduce((so, one) => so + one, 0);
  return shares.map((share) => share / sum);
}

/** The criteria that a ranking goes by: a weight of 0 leaves one out. Where none has weight, all: the ranking says so best. */
export function counted<One extends { weight: number }>(criteria: readonly One[]): readonly One[] {
  const used = criteria.filter(({ weight }) => weight > 0);
  return used.length > 0 ? used : criteria;
}
