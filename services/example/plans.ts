import type { CabinField } from './cabin-fields.ts';
import { considerationsInForce } from './considerations.ts';
import { draftMasterPlan, draftRegulation } from './drafts.ts';
import type { Heritage } from './heritage.ts';
import type { Land } from './land.ts';
import { masterPlanId, masterPlans, oldSubPlans } from './master-plans.ts';
import type { Mineral } from './minerals.ts';
import type { Plan } from './plan.ts';
import { purposesInForce } from './purposes.ts';
import { regulationsOf } from './regulations.ts';
import type { Stage } from './stage.ts';

export interface Plans {
  /** In force, and some that have expired. */
  register: Plan[];
  drafts: Plan[];
}

const zonesAtScale1 = 8000;

/** Master plans, old sub-plans and as many regulations as it takes for the county to have its number of zones. */
export function plansOf(
  land: Land,
  stage: Stage,
  fields: CabinField[],
  heritage: Heritage,
  minerals: Mineral[],
): Plans {
  const purposes = purposesInForce(land, stage, fields, minerals);
  const considerations = considerationsInForce(land, stage, heritage, minerals);
  const subPlans = oldSubPlans(land, stage, fields);
  const unkept = masterPlans(land, stage, purposes, considerations, []);
  const held = [...unkept, ...subPlans].reduce((sum, { zones }) => sum + zones.length, 0);
  const regulations = regulationsOf(land, stage, fields, Math.max(60, zonesAtScale1 * land.scale - held));
  const masters = masterPlans(land, stage, purposes, considerations, regulations);
  const current = masters.find(({ id }) => id === masterPlanId(land.municipalities[stage.municipality]?.number ?? ''));
  const drafts = [
    current ? draftMasterPlan(land, stage, fields, purposes, current) : null,
    draftRegulation(land, stage),
  ].filter((plan) => plan !== null);
  return { register: [...masters, ...subPlans, ...regulations], drafts };
}
