import { sum } from '../extent/tallies.ts';
import { isBuiltOver } from '../plans/built-over.ts';
import type { PlanAccount, PurposeRow } from '../plans/plan-account.ts';
import type { Evidence } from './evidence.ts';
import type { Measured, Point } from './indicator.ts';

/** Rows of the plan account whose reserve would be built over. */
export const builtOver = ({ groups }: PlanAccount): PurposeRow[] => groups.filter(({ group }) => isBuiltOver(group));

/** Unbuilt and buildable land of plans, m². */
export const reserveIn = (plans: PlanAccount): number => sum(builtOver(plans).map(({ reserve_m2 }) => reserve_m2));

/** Day of the plans' data. */
export const dateOfPlans = ({ dateOf }: Evidence): string | null => dateOf('zoning') ?? dateOf('plan');

/** The same figure over the earlier plan accounts; what is not known is left out. */
export const overPlans = ({ earlier }: Evidence, measure: (plans: PlanAccount) => Measured): Point[] =>
  earlier.plans.flatMap(({ date, plans }) => {
    const { value } = measure(plans);
    return value === null ? [] : { date, value };
  });
