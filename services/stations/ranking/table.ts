import { CannotRank, type Criterion, type Site } from './ranking.ts';

/** Sites that can be compared, with their values by site and criterion; and those that cannot. */
export interface ValueTable {
  ids: string[];
  /** `values[site · criteria + criterion]`. */
  values: Float64Array;
  /** The same, min-max normalised: 1 is the best site, 0 the worst, and 0 for all where they are alike. */
  normalised: Float64Array;
  /** Whether all sites are alike, by criterion. */
  constant: boolean[];
  apart: { id: string; missing: string[] }[];
}

/** Lay out what is known, sites by their id. @throws CannotRank for no sites, a site twice, or a value that is no number */
export function tableOf(sites: readonly Site[], criteria: readonly Criterion[]): ValueTable {
  if (sites.length === 0)
    throw new CannotRank({
      nb: 'Det er ingen steder å rangere. Løsne på filtrene, eller gi egne punkter.',
      en: 'There are no sites to rank. Loosen the filters, or give points of your own.',
    });
  const sorted = [...sites].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  const complete: Site[] = [];
  const apart: ValueTable['apart'] = [];
  for (const [at, site] of sorted.entries()) {
    if (site.id === sorted[at - 1]?.id)
      throw new CannotRank({
        nb: `Stedet ${site.id} er gitt to ganger. Gi det én gang.`,
        en: `The site ${site.id} is given twice. Give it once.`,
      });
    const missing = criteria.flatMap(({ id }) => (known(site, id) === null ? [id] : []));
    if (missing.length > 0) apart.push({ id: site.id, missing });
    else complete.push(site);
  }
  const width = criteria.length;
  const values = new Float64Array(complete.length * width);
  for (const [at, site] of complete.entries())
    for (const [column, { id }] of criteria.entries()) values[at * width + column] = known(site, id) ?? 0;
  return { ids: complete.map(({ id }) => id), values, ...normalise(values, criteria), apart };
}

function known({ id: site, values }: Site, criterion: string): number | null {
  const value = values[criterion] ?? null;
  if (value !== null && !Number.isFinite(value))
    throw new CannotRank({
      nb: `${criterion} for ${site} er ikke et tall (${String(value)}). Gi et tall, eller null der ingen vet.`,
      en: `${criterion} of ${site} is not a number (${String(value)}). Give a number, or null where nobody knows.`,
    });
  return value;
}

function normalise(values: Float64Array, criteria: readonly Criterion[]): Pick<ValueTable, 'normalised' | 'constant'> {
  const width = criteria.length;
  const normalised = new Float64Array(values.length);
  const constant = criteria.map(({ direction }, column) => {
    let [least, most] = [Infinity, -Infinity];
    for (let at = column; at < values.length; at += width) {
      least = Math.min(least, values[at]);
      most = Math.max(most, values[at]);
    }
    // Halves: the span of two numbers near the largest there are would overflow.
    const span = most / 2 - least / 2;
    if (!(span > 0)) return true;
    const [worst, sign] = direction === 'max' ? [least, 1] : [most, -1];
    for (let at = column; at < values.length; at += width)
      normalised[at] = (sign * (values[at] / 2 - worst / 2)) / span;
    return false;
  });
  return { normalised, constant };
}
