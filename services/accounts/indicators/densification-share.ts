import { sum } from '../extent/tallies.ts';
import { builtOver, dateOfPlans, overPlans, reserveIn } from '../barometer/reserve.ts';
import type { Evidence } from '../barometer/evidence.ts';
import { unknown, type Indicator, type Measured } from '../barometer/indicator.ts';
import type { PlanAccount } from '../plans/plan-account.ts';

const shareIn = (plans: PlanAccount | null, evidence: Evidence): Measured => {
  if (!plans) return unknown('zoning');
  const inside = sum(builtOver(plans).map(({ densification_m2 }) => densification_m2));
  const room = inside + reserveIn(plans);
  return room > 0 ? { value: inside / room, date: dateOfPlans(evidence) } : unknown('room-for-building');
};

/** How much of the room for building lies inside what is built already. */
export const densificationShare: Indicator = {
  id: 'densification-share',
  title: { nb: 'Andel fortetting', en: 'Densification share' },
  definition: {
    nb: 'Ubebygd areal inne i nåværende byggeområder, delt på alt ubebygd og byggbart areal i planer som gjelder.',
    en: 'Unbuilt land inside present building areas, by all unbuilt and buildable land of plans in force.',
  },
  source: { nb: 'Planregnskapet', en: 'The plan account' },
  unit: 'share',
  direction: 'higher',
  measure: (evidence) => shareIn(evidence.plans, evidence),
  series: (evidence) => overPlans(evidence, (plans) => shareIn(plans, evidence)),
};
