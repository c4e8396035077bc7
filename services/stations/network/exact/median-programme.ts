import type { MedianModel } from '../models/p-median.ts';
import type { Sites } from '../places.ts';
import type { MedianBound } from '../search/lagrangian.ts';
import type { Stated } from './cover-programme.ts';
import { programmeOfSites } from './site-columns.ts';

/**
 * The p-median by distinct distances (Elloumi 2010): for each demand and each of its distances but the last, a column is 1
 * when no site within it is open, and costs what lies between it and the next distance. Only what a plan cheaper than the
 * known one can have is in it; so there may be no solution, and then the known plan is the best.
 */
export function medianProgramme(sites: Sites, model: MedianModel, known: MedianBound): Stated {
  const programme = programmeOfSites(sites, 0, model.musts, known);
  let constant = 0;
  for (const [demand, weight] of model.weights.entries()) {
    if (weight === 0) continue;
    const levels = levelsOf(demand, sites, model, known);
    constant += weight * (levels[0]?.distance ?? 0);
    let before: number | null = null;
    for (const [at, { distance, open }] of levels.entries()) {
      const next = levels[at + 1];
      const none = next ? programme.column(weight * (next.distance - distance), 0, 1, false) : null;
      const columns = [...open, ...(none === null ? [] : [none]), ...(before === null ? [] : [before])];
      const last = columns.length - 1;
      const hasBefore = before !== null;
      programme.row(hasBefore ? 0 : 1, Infinity, columns, (column) => (hasBefore && column === last ? -1 : 1));
      before = none;
    }
    if (levels.length === 0) programme.row(1, Infinity, []);
  }
  return { programme, constant, scale: programme.scaleCosts(), sign: 1 };
}

interface Level {
  distance: number;
  open: number[];
}

/** Distances at which a demand may be served, with the sites at each, up to the first that is sure to be open. */
function levelsOf(demand: number, sites: Sites, { weights, distance }: MedianModel, known: MedianBound): Level[] {
  const width = sites.ids.length;
  const row = distance.subarray(demand * width, (demand + 1) * width);
  const weight = weights[demand];
  const sure = new Set(sites.standing);
  const usable = sites.ids.flatMap((_, site) => {
    const may = sites.allowed[site] && known.never[site] !== 1 && row[site] < Infinity;
    return may && weight * row[site] <= known.within[demand] ? [site] : [];
  });
  usable.sort((one, other) => row[one] - row[other] || one - other);
  const levels: Level[] = [];
  for (const site of usable) {
    const last = levels.at(-1);
    if (last?.distance === row[site]) last.open.push(site);
    else if (last?.open.some((open) => sure.has(open) || known.always[open] === 1)) break;
    else levels.push({ distance: row[site], open: [site] });
  }
  return levels;
}
