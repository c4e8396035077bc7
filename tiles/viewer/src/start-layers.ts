import type { Collection } from './answers.ts';

/** What a planner sees first: the ground, the roads, the plans, the treeline, and what was found. */
const first = new Set(['municipality', 'land-cover', 'water', 'road-link', 'zoning', 'treeline', 'conflict']);

/** Ids of the layers that are on: the link's choice as far as it can be drawn, otherwise {@link first}. */
export function startLayers(collections: Collection[], asked: string[] | undefined): ReadonlySet<string> {
  const wanted = asked ? new Set(asked) : first;
  return new Set(collections.filter(({ id, datasets }) => wanted.has(id) && datasets.length > 0).map(({ id }) => id));
}
