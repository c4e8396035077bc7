/** What one place can reach: jobs and services, weighted by travel time. */
export interface Reached {
  jobs: number;
  services: number;
}

/** Shares of jobs and services in the index (domain §5). */
const [jobsShare, servicesShare] = [2 / 3, 1 / 3];

/** How what is reached becomes a part of the index: in proportion, or by its logarithm, which sets small places apart. */
export const scalings = ['linear', 'logarithmic'] as const;

export type Scaling = (typeof scalings)[number];

const scaled: Record<Scaling, (reached: number, anchor: number) => number> = {
  linear: (reached, anchor) => reached / anchor,
  logarithmic: (reached, anchor) => Math.log1p(reached) / Math.log1p(anchor),
};

/** An index and what jobs and services each add to it. */
export interface Index {
  index: number;
  jobs: number;
  services: number;
}

/**
 * The centrality index: 1000 · (2/3 · g(jobs) + 1/3 · g(services)), g(A) = A / A(anchor) by default, not capped. It is like
 * the index of Statistics Norway, and is not it.
 * @param anchor what the place reaches that stands at 1000
 * @returns null where the anchor reaches no jobs or no services: there is no scale without them
 */
export function centralityIndex(reached: Reached, anchor: Reached, scaling: Scaling = 'linear'): Index | null {
  if (!(anchor.jobs > 0) || !(anchor.services > 0)) return null;
  const jobs = 1000 * jobsShare * scaled[scaling](reached.jobs, anchor.jobs);
  const services = 1000 * servicesShare * scaled[scaling](reached.services, anchor.services);
  return { index: jobs + services, jobs, services };
}

/** Least index of each class but the last, from the most central on. */
const classLimits = [925, 870, 775, 670, 565];

/** The class of an index, 1 (most central) to 6. */
export function centralityClass(index: number): number {
  const found = classLimits.findIndex((limit) => index >= limit);
  return found < 0 ? classLimits.length + 1 : found + 1;
}

/** The index of a municipality: the mean of its places by residents; null where nobody lives. */
export function populationMean(places: readonly { index: number; residents: number }[]): number | null {
  const residents = places.reduce((sum, place) => sum + place.residents, 0);
  if (residents === 0) return null;
  return places.reduce((sum, place) => sum + place.index * place.residents, 0) / residents;
}
