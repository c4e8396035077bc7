import type { CoverModel } from '../models/goal.ts';
import type { MedianModel } from '../models/p-median.ts';
import type { Sites } from '../places.ts';

/** What no plan can be better than, seen without a search: all that can be reached, every demand at its nearest site. */
export function easyBound(sites: Sites, model: CoverModel | MedianModel): number {
  if (model.kind === 'median') return everyoneAtTheirNearest(sites, model);
  if (model.aim === 'count')
    return Math.max(sites.standing.length, model.goals.some(({ weight }) => weight > 0) ? 1 : 0);
  const within = model.goals.filter(({ sets }) => sets.every((set) => set.some((site) => sites.allowed[site])));
  return within.reduce((sum, { weight }) => sum + weight, 0);
}

function everyoneAtTheirNearest({ ids, allowed }: Sites, { weights, distance }: MedianModel): number {
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    const nearest = distance
      .subarray(at * ids.length, (at + 1) * ids.length)
      .reduce((least, far, site) => (allowed[site] ? Math.min(least, far) : least), Infinity);
    if (weight > 0) sum += weight * nearest;
  }
  return sum;
}
