import { inOrder, type Must, type Sites } from '../places.ts';
import type { MedianQuestion } from '../question.ts';

/** Demand and what it costs to serve it from each site. */
export interface MedianModel {
  kind: 'median';
  ids: string[];
  weights: Float64Array;
  /** `distance[demand · sites + site]`, Infinity where there is no way. */
  distance: Float64Array;
  /** Demand must be in reach of an open site, where not every site reaches it or may be full. */
  musts: Must[];
  /** Demand that no site that may be open can reach: it is set aside, and named. */
  unreached: string[];
}

/** p-median (Hakimi 1964): the least sum of weight · distance to the nearest open site. */
export function pMedian({ demand, distance }: MedianQuestion, { ids, rows, allowed, capacity }: Sites): MedianModel {
  const columns = inOrder(demand);
  const reached = columns.filter((column) => rows.some((row, site) => allowed[site] && way(distance[row]?.[column])));
  const model: MedianModel = {
    kind: 'median',
    ids: reached.map((column) => demand[column]?.id ?? ''),
    weights: Float64Array.from(reached, (column) => demand[column]?.weight ?? 0),
    distance: new Float64Array(reached.length * ids.length),
    musts: [],
    unreached: columns.filter((column) => !reached.includes(column)).map((column) => demand[column]?.id ?? ''),
  };
  for (const [at, column] of reached.entries()) {
    const reaching: number[] = [];
    for (const [site, row] of rows.entries()) {
      const apart = distance[row]?.[column] ?? Infinity;
      model.distance[at * ids.length + site] = apart;
      if (way(apart)) reaching.push(site);
    }
    if ((reaching.length < ids.length || capacity) && (model.weights[at] ?? 0) > 0)
      model.musts.push({ sites: reaching, demanded: { kind: 'demand', id: model.ids[at] ?? '' } });
  }
  return model;
}

const way = (distance: number | null | undefined): boolean => Number.isFinite(distance ?? Infinity);
