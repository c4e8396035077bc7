import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { PlanFacts } from '../../imports/plans/plan-facts.ts';
import { canonicalHash } from '../../runs/request.ts';
import { datasetIds, type Constraints } from '../measurement/constraints.ts';
import { isInForce } from '../plan/plans-in-force.ts';

/** A plan of the register, and the datasets that hold it. */
export interface RegisteredPlan extends PlanFacts {
  plan_id: string;
  /** West, south, east, north in the analysis CRS. */
  box: [number, number, number, number];
  outlines: number[];
  zoning: number[];
  considerations: number[];
  /** EPSG number of the analysis CRS. */
  srid: number;
}

/**
 * How far from a plan another one may lie and still count for its findings: rules look at plans, holiday areas and
 * municipalities around a zone no farther than this.
 */
const reachM = 30_000;

/** All plans of the current editions, of any status, by their ids. */
export const readRegister = (session: Session, constraints: Constraints): Promise<RegisteredPlan[]> =>
  session.rows<RegisteredPlan>(statement('conflicts/register'), {
    plans: datasetIds(constraints, 'plan'),
    zoning: datasetIds(constraints, 'zoning'),
    considerations: datasetIds(constraints, 'zoning-consideration'),
  });

/** A plan that is in force, and what tells whether its findings still hold. */
export interface SweptPlan {
  plan: RegisteredPlan;
  /** SHA-256 over the datasets of the plan and of the plans around it: they are immutable. */
  key: string;
}

/** The plans in force of a register, each with its key. Pure. @param basis what else decides the findings of every plan */
export function sweptPlans(register: readonly RegisteredPlan[], basis: unknown): SweptPlan[] {
  return register.filter(isInForce).map((plan) => {
    const around = register
      .filter((other) => isNear(plan, other))
      .map(({ plan_id, outlines, zoning, considerations }) => ({ plan_id, outlines, zoning, considerations }));
    return { plan, key: canonicalHash({ basis, plan: plan.plan_id, around }) };
  });
}

const isNear = ({ box: [west, south, east, north] }: RegisteredPlan, { box }: RegisteredPlan): boolean =>
  box[0] <= east + reachM && box[2] >= west - reachM && box[1] <= north + reachM && box[3] >= south - reachM;
