import { dateOfPlans, overPlans } from '../barometer/reserve.ts';
import type { Evidence } from '../barometer/evidence.ts';
import { unknown, type Indicator, type Measured } from '../barometer/indicator.ts';
import type { PlanAccount } from '../plans/plan-account.ts';

const above = (plans: PlanAccount | null, evidence: Evidence): Measured => {
  if (!plans) return unknown('zoning');
  const row = plans.groups.find(({ group }) => group === 'holiday-homes');
  if (!row || row.reserve_m2 === 0) return { value: 0, date: dateOfPlans(evidence) };
  const area = row.takes['above-treeline'] ?? null;
  // Nothing above a line that nobody drew here is no answer.
  if (area === null || (area === 0 && !evidence.isLookedAt('treeline'))) return unknown('treeline');
  return { value: area, date: dateOfPlans(evidence) };
};

/** Land for holiday homes that the guideline of §6.2.4 does not want. */
export const holidayReserveAboveTreeline: Indicator = {
  id: 'holiday-reserve-above-treeline',
  title: { nb: 'Hyttereserve over skoggrensen', en: 'Holiday-home reserve above the treeline' },
  definition: {
    nb: 'Ubebygd og byggbart areal til fritidsbebyggelse over skoggrensen slik den er tegnet, i planer som gjelder. Hvilken skoggrense, står i planregnskapets metode.',
    en: 'Unbuilt and buildable land for holiday homes above the treeline as it is drawn, in plans in force. Which treeline, the method of the plan account says.',
  },
  source: { nb: 'Planregnskapet og skoggrensen', en: 'The plan account and the treeline' },
  unit: 'm2',
  direction: 'lower',
  measure: (evidence) => above(evidence.plans, evidence),
  series: (evidence) => overPlans(evidence, (plans) => above(plans, evidence)),
};
