import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { PlanFacts } from '../../imports/plans/plan-facts.ts';
import type { Box } from './box.ts';
import { datasetIds, type Constraints } from '../measurement/constraints.ts';

/** A plan in force, with its place in the order of dates. */
interface PlanInForce extends PlanFacts {
  plan_id: string;
  rank: number;
}

/** Plan statuses of SOSI Plan: 0, 1, 2 are drafts; 3, 6, 7 in force; others have ended. */
const inForce = new Set([3, 6, 7]);
const drafts = new Set([0, 1, 2]);

export const isInForce = ({ plan_status: status }: Pick<PlanFacts, 'plan_status'>): boolean =>
  status !== null && inForce.has(status);

/** A plan that says nothing about its status is taken for a draft: that is what is sent in to be checked. */
export const isDraft = ({ plan_status: status }: Pick<PlanFacts, 'plan_status'>): boolean =>
  status === null || drafts.has(status);

/** The plans in force around the one that is checked, in the order of their dates. */
export interface PlansInForce {
  /** Oldest first; plans of the same day have the same rank, plans without a date the lowest. */
  plans: PlanInForce[];
  /** Rank of the plan that is checked among them: a draft rules over all. */
  rank: number;
  /** What the checked plan replaces: the plan in force with its own id, or named as its predecessor. */
  replaced: PlanInForce | null;
}

/** The plans in force whose outline meets the plan that is checked, from the current edition. */
export async function plansInForce(
  session: Session,
  constraints: Constraints,
  checked: PlanFacts,
  box: Box,
): Promise<PlansInForce> {
  const plans = datasetIds(constraints, 'plan');
  if (plans.length === 0) return orderPlans(checked, []);
  return orderPlans(
    checked,
    await session.rows<PlanFacts & { plan_id: string }>(statement('conflicts/plans-near'), { plans, ...box }),
  );
}

/**
 * Put plans in force in order, without the checked plan itself: when it is in force, the row with its id and its date
 * is itself and gives it nothing.
 */
export function orderPlans(checked: PlanFacts, found: readonly (PlanFacts & { plan_id: string })[]): PlansInForce {
  const itself = (plan: PlanFacts) =>
    isInForce(checked) && plan.plan_id === checked.plan_id && plan.in_force === checked.in_force;
  const others = found.filter((plan) => isInForce(plan) && !itself(plan));
  const days = [...new Set([checked, ...others].map((plan) => plan.in_force ?? ''))].sort();
  const plans = others
    .map((plan) => ({ ...plan, rank: days.indexOf(plan.in_force ?? '') }))
    .sort((a, b) => a.rank - b.rank || a.plan_id.localeCompare(b.plan_id));
  return {
    plans,
    rank: isInForce(checked) ? days.indexOf(checked.in_force ?? '') : days.length,
    replaced: plans.find(({ plan_id: id }) => id === checked.plan_id || id === checked.predecessor) ?? null,
  };
}
