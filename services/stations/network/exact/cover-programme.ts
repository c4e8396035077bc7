import type { CoverModel, Goal } from '../models/goal.ts';
import { spare, type Sites } from '../places.ts';
import type { Programme } from './programme.ts';
import { programmeOfSites } from './site-columns.ts';

/** A programme, and how its cost is the objective of the question: `sign · (constant + scale · cost)`. */
export interface Stated {
  programme: Programme;
  constant: number;
  scale: number;
  sign: 1 | -1;
}

/** A goal is served when each of its sets has an open site; goals with the same sets are one. */
export function coverProgramme(sites: Sites, model: CoverModel): Stated {
  const counts = model.aim === 'count';
  const programme = programmeOfSites(sites, counts ? 1 : 0, model.musts);
  if (counts && model.least === null) return { programme, constant: 0, scale: 1, sign: 1 };
  const standing = new Set(sites.standing);
  const goals = model.goals.map(({ weight, sets }) => ({
    weight,
    sets: sets
      .filter((set) => !set.some((site) => standing.has(site)))
      .map((set) => set.filter((site) => sites.allowed[site])),
  }));
  const served = goals.reduce((sum, { weight, sets }) => (sets.length === 0 ? sum + weight : sum), 0);
  const open = merged(
    goals.filter(({ weight, sets }) => weight > 0 && sets.length > 0 && sets.every((set) => set.length > 0)),
  );
  const unit = open.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  const columns = open.map(({ weight, sets }) => {
    const goal = programme.column(counts ? 0 : -weight, 0, 1, false);
    for (const set of sets) programme.row(0, Infinity, [...set, goal], (at) => (at < set.length ? 1 : -1));
    return goal;
  });
  if (model.least !== null)
    programme.row((model.least - served) / unit - spare, Infinity, columns, (at) => (open[at]?.weight ?? 0) / unit);
  const scale = programme.scaleCosts();
  return counts ? { programme, constant: 0, scale, sign: 1 } : { programme, constant: -served, scale, sign: -1 };
}

function merged(goals: readonly Omit<Goal, 'id'>[]): Omit<Goal, 'id'>[] {
  const bySets = new Map<string, Omit<Goal, 'id'>>();
  for (const { weight, sets } of goals) {
    const key = sets.map((set) => set.join()).join(' ');
    const known = bySets.get(key);
    if (known) known.weight += weight;
    else bySets.set(key, { weight, sets });
  }
  return [...bySets.values()];
}
