import type { CoverModel } from '../models/goal.ts';
import type { MedianModel } from '../models/p-median.ts';
import type { Sites } from '../places.ts';
import { coverStart } from './cover-start.ts';
import { MedianPlan } from './median-plan.ts';

/** How long a start may be made better, and who hears of the plan before that. */
export interface StartSettings {
  /** Whether time is up; the greedy choice itself is always made. */
  until: () => boolean;
  onPlan: (open: number[]) => void;
}

/** A good plan by greedy choice and exchange. @returns numbers of the open sites; null when none keeps the rules */
export function startOf(sites: Sites, model: CoverModel | MedianModel, settings: StartSettings): number[] | null {
  if (model.kind === 'cover') return coverStart(sites, model, settings);
  const plan = new MedianPlan(sites, model);
  plan.grow(sites.count ?? 0);
  const whole = () => {
    const keeps = plan.keepsRules && plan.open.length === sites.count && Number.isFinite(plan.cost);
    return keeps ? [...plan.open].sort((one, other) => one - other) : null;
  };
  const grown = whole();
  if (grown) settings.onPlan(grown);
  plan.exchange(settings.until);
  return whole();
}
