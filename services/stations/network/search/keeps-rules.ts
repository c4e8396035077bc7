import type { Ended } from '../describe.ts';
import type { CoverModel } from '../models/goal.ts';
import type { MedianModel } from '../models/p-median.ts';
import { spare, type Sites } from '../places.ts';
import { BrokenRules } from './broken-rules.ts';
import { Served } from './served.ts';

/** Whether a plan does what is asked of it, told from the plan itself: a solver counts what is nearly met as met. */
export function keepsRules(
  sites: Sites,
  model: CoverModel | MedianModel,
  { open, shared }: Pick<Ended, 'open' | 'shared'>,
): boolean {
  if (!open || (sites.count !== null && open.length !== sites.count)) return false;
  const isOpen = new Set(open);
  if (open.some((site) => !sites.allowed[site]) || sites.standing.some((site) => !isOpen.has(site))) return false;
  const broken = new BrokenRules(sites, [...model.musts, ...sites.stretches]);
  for (const site of open) broken.add(site);
  if (broken.count > 0) return false;
  if (model.kind === 'median' || model.least === null) return true;
  const served = new Served(model.goals, sites.ids.length);
  for (const site of open) served.add(site);
  const part = (goal: number) => shared?.parts[goal] ?? (served.isServed(goal) ? 1 : 0);
  const weight = model.goals.reduce((sum, goal, at) => sum + goal.weight * part(at), 0);
  return weight >= model.least - spare * model.goals.reduce((sum, goal) => sum + goal.weight, 0);
}
