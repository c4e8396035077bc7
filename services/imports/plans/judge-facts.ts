import { zoningObjectTypes } from '../../../layers/codes/purpose.ts';
import { defect, type Defect } from './defect.ts';
import type { PlanFacts } from './plan-facts.ts';

/** Plan statuses of adopted plans: they have a date. */
const adopted = new Set([3, 6, 7]);

/** Municipality number, `_`, plan id. */
const nationalId = /^\d{4}_[\p{L}\d][\p{L}\d_-]*$/u;

/** What is missing about the plan as a whole. */
export function judgeFacts(facts: PlanFacts): Defect[] {
  const found: Defect[] = [];
  if (facts.plan_id === null) found.push(defect('no-plan-id', {}));
  else if (!nationalId.test(facts.plan_id)) found.push(defect('plan-id-form', { plan_id: facts.plan_id }));
  if (facts.name === null) found.push(defect('no-plan-name', {}));
  if (facts.plan_type === null) found.push(defect('no-plan-type', {}));
  else if (facts.name !== null && saysOtherType(facts.name, facts.plan_type))
    found.push(defect('name-against-type', { name: facts.name, plan_type: facts.plan_type }));
  if (facts.plan_status === null) found.push(defect('no-plan-status', {}));
  if (facts.law === null) found.push(defect('no-law', {}));
  if (facts.plan_status !== null && adopted.has(facts.plan_status) && facts.in_force === null)
    found.push(defect('no-in-force', {}));
  return found;
}

/** Kinds of plan that a name may say, and the plan types that it then must have. */
const kindsInNames: readonly [name: RegExp, types: readonly number[]][] = [
  [/områderegulering/i, [34]],
  [/detaljregulering/i, [35]],
  [/kommunedelplan/i, [21, 22]],
  [/kommuneplanens arealdel/i, [20, 22]],
];

/** A name that says two kinds («mindre endring av …») says none. */
function saysOtherType(name: string, type: number): boolean {
  const said = kindsInNames.filter(([kind]) => kind.test(name));
  return said.length === 1 && !said[0]?.[1].includes(type);
}

/** The law that an object type belongs to; null for none of ours. */
export function lawOfObjectType(type: string | null): 1985 | 2008 | null {
  if (type === null || !(type in zoningObjectTypes)) return null;
  return /^(?:KpArealbruk|Rb)/.test(type) ? 1985 : 2008;
}
