import { dateOfPlans, overPlans, reserveIn } from '../barometer/reserve.ts';
import type { Evidence } from '../barometer/evidence.ts';
import { unknown, type Indicator, type Measured } from '../barometer/indicator.ts';
import type { PlanAccount } from '../plans/plan-account.ts';

const perResident = (plans: PlanAccount | null, { residents, ...evidence }: Evidence): Measured => {
  const people = residents?.points.at(-1)?.value;
  if (!plans) return unknown('zoning');
  if (people === undefined || people === 0) return unknown('population', 'municipal-figure');
  return { value: reserveIn(plans) / people, date: dateOfPlans({ residents, ...evidence }) };
};

/** How much land plans still have for building, by those who live there. */
export const planReservePerResident: Indicator = {
  id: 'plan-reserve-per-resident',
  title: { nb: 'Planreserve per innbygger', en: 'Plan reserve per resident' },
  definition: {
    nb: 'Ubebygd og byggbart areal i planer som gjelder, uten spredt bebyggelse og uten fortetting, delt på innbyggere nyeste år.',
    en: 'Unbuilt and buildable land of plans in force, without scattered building and densification, by residents of the newest year.',
  },
  source: { nb: 'Planregnskapet og innbyggere', en: 'The plan account and residents' },
  unit: 'm2/resident',
  direction: 'lower',
  measure: (evidence) => perResident(evidence.plans, evidence),
  series: (evidence) => overPlans(evidence, (plans) => perResident(plans, evidence)),
};
