import type { Shared } from '../describe.ts';
import type { CoverModel } from '../models/goal.ts';
import type { MedianModel } from '../models/p-median.ts';
import { spare, type Sites } from '../places.ts';
import type { Stated } from './cover-programme.ts';
import { programmeOfSites } from './site-columns.ts';

/** A programme with capacities, and how its columns are read. */
export interface SharedStated extends Stated {
  read: (values: Float64Array) => Shared;
}

/** One site that can serve one demand, with the column that says which part of it. */
interface Link {
  demand: number;
  site: number;
  cost: number;
  column: number;
}

/** Stations with capacities: demand may be shared among several, each within its limit. */
export function sharedProgramme(sites: Sites, model: CoverModel | MedianModel): SharedStated {
  const counts = model.kind === 'cover' && model.aim === 'count';
  const stretches = model.musts.filter(({ demanded }) => demanded.kind === 'stretch');
  const programme = programmeOfSites(sites, counts ? 1 : 0, stretches);
  const weights = model.kind === 'median' ? model.weights : Float64Array.from(model.goals, ({ weight }) => weight);
  const links = linksOf(sites, model);
  const costOf = ({ demand, cost }: Link) =>
    counts ? 0 : model.kind === 'median' ? weights[demand] * cost : -weights[demand];
  for (const link of links) {
    link.column = programme.column(costOf(link), 0, 1, false);
    programme.row(0, Infinity, [link.site, link.column], (at) => (at === 0 ? 1 : -1));
  }
  const ofDemand = Array.from(weights, (): number[] => []);
  const ofSite = sites.ids.map((): Link[] => []);
  for (const link of links) {
    ofDemand[link.demand]?.push(link.column);
    ofSite[link.site]?.push(link);
  }
  const ids = model.kind === 'median' ? model.ids : model.goals.map(({ id }) => id);
  const wanted = new Set(model.musts.map(({ demanded }) => demanded.kind === 'demand' && demanded.id));
  for (const [demand, columns] of ofDemand.entries()) programme.row(wanted.has(ids[demand] ?? '') ? 1 : 0, 1, columns);
  for (const [site, own] of ofSite.entries()) {
    const limit = sites.capacity?.[site] ?? Infinity;
    if (limit === Infinity) continue;
    const most = own.reduce((sofar, { demand }) => Math.max(sofar, weights[demand]), 0);
    const unit = Math.max(limit, most) || 1;
    const columns = [site, ...own.map(({ column }) => column)];
    programme.row(0, Infinity, columns, (at) => (at === 0 ? limit : -weights[own[at - 1]?.demand ?? 0]) / unit);
  }
  if (counts && model.least !== null) {
    const least = model.least || 1;
    programme.row(
      1 - spare,
      Infinity,
      links.map(({ column }) => column),
      (at) => weights[links[at]?.demand ?? 0] / least,
    );
  }
  const read = (values: Float64Array): Shared => {
    const parts = new Float64Array(weights.length);
    let sum = 0;
    for (const { demand, column, cost } of links) {
      const part = values[column] < 1e-9 ? 0 : values[column];
      parts[demand] = Math.min(1, parts[demand] + part);
      sum += weights[demand] * part * (model.kind === 'median' ? cost : 1);
    }
    return { objective: sum, parts };
  };
  const sign = counts || model.kind === 'median' ? 1 : -1;
  return { programme, constant: 0, scale: programme.scaleCosts(), sign, read };
}

/** Of sites that may be open: a forbidden one is in reach, but serves nobody. */
function linksOf({ ids, allowed }: Sites, model: CoverModel | MedianModel): Link[] {
  if (model.kind === 'cover')
    return model.goals.flatMap(({ sets: [reach = []] }, demand) =>
      reach.flatMap((site) => (allowed[site] ? [{ demand, site, cost: 0, column: -1 }] : [])),
    );
  return model.ids.flatMap((_, demand) =>
    ids.flatMap((__, site) => {
      const cost = model.distance[demand * ids.length + site];
      return allowed[site] && cost < Infinity ? [{ demand, site, cost, column: -1 }] : [];
    }),
  );
}
