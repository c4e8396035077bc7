import { groupsOfClose } from '../close-sites.ts';
import type { Must, Sites } from '../places.ts';
import { Programme } from './programme.ts';

/** Which sites are settled before the search begins. */
export interface Settled {
  never?: ArrayLike<number>;
  always?: ArrayLike<number>;
}

/**
 * A programme with what every question has: a column per site, 1 when it is open, in the order of the sites; how many are
 * open; which are too close; which demands and stretches must have one.
 */
export function programmeOfSites(sites: Sites, cost: number, musts: readonly Must[], settled: Settled = {}): Programme {
  const programme = new Programme();
  const standing = new Set(sites.standing);
  for (const site of sites.ids.keys()) {
    const must = standing.has(site) || settled.always?.[site] === 1;
    const may = must || (sites.allowed[site] && settled.never?.[site] !== 1);
    programme.column(cost, must ? 1 : 0, may ? 1 : 0, true);
  }
  if (sites.count !== null) programme.row(sites.count, sites.count, [...sites.ids.keys()]);
  for (const group of groupsOfClose(sites.apart)) programme.row(-Infinity, 1, group);
  for (const must of [...musts, ...sites.stretches]) programme.row(1, Infinity, [...new Set(must.sites)]);
  return programme;
}
