import { sum } from '../extent/tallies.ts';
import { dateOfPlans, overPlans } from '../barometer/reserve.ts';
import type { Evidence } from '../barometer/evidence.ts';
import { unknown, type Indicator, type Measured } from '../barometer/indicator.ts';
import { isNature } from '../nature/is-nature.ts';
import type { PlanAccount } from '../plans/plan-account.ts';

const lossIn = (plans: PlanAccount | null, evidence: Evidence): Measured => {
  if (!plans) return unknown('zoning');
  if (!plans.ecosystem_loss) return unknown('ecosystem');
  const lost = plans.ecosystem_loss.filter((row) => isNature(row.class));
  return { value: sum(lost.map(({ area_m2 }) => area_m2)), date: dateOfPlans(evidence) };
};

/** Nature that goes when everything planned is built. */
export const plannedNatureLoss: Indicator = {
  id: 'planned-nature-loss',
  title: {
    nb: 'Natur som går tapt hvis planreserven bygges ut',
    en: 'Nature that is lost if the plan reserve is built',
  },
  definition: {
    nb: 'Planreserve, uten spredt bebyggelse, på natur etter EUs økosystemtyper (alle unntatt bebygd og åkerland).',
    en: 'Plan reserve, without scattered building, on nature by the EU ecosystem types (all but settlements and cropland).',
  },
  source: { nb: 'Planregnskapet og økosystemkartet', en: 'The plan account and the ecosystem map' },
  unit: 'm2',
  direction: 'lower',
  measure: (evidence) => lossIn(evidence.plans, evidence),
  series: (evidence) => overPlans(evidence, (plans) => lossIn(plans, evidence)),
};
