import type { CoverModel } from '../models/goal.ts';
import type { MedianModel } from '../models/p-median.ts';
import type { Sites } from '../places.ts';
import { coverStart } from './cover-start.ts';
import { MedianPlan } from './median-plan.ts';

/** A good plan by greedy choice and exchange. @returns numbers of the open sites; null when none keeps the rules */
export function startOf(sites: Sites, model: CoverModel | MedianModel): number[] | null {
  if (model.kind === 'cover') return coverStart(sites, model);
  const plan = new MedianPlan(sites, model);
  plan.grow(sites.count ?? 0);
  plan.exchange();
  const whole = plan.keepsRules && plan.open.length === sites.count && Number.isFinite(plan.cost);
  return whole ? [...plan.open].sort((one, other) => one - other) : null;
}
