import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Evidence } from '../barometer/evidence.ts';
import { unknown, type Indicator, type Measured } from '../barometer/indicator.ts';

const shareNear = ({ nearness, dateOf }: Evidence, target: 'centre' | 'hub'): Measured => {
  if (!nearness) return unknown('accessibility');
  const found = nearness[target];
  if (!found) return unknown('zoning', target === 'centre' ? 'centre-zone' : 'transit-hub');
  if (found.total === 0) return unknown('housing-reserve');
  return { value: found.near / found.total, date: dateOf('accessibility') };
};

const near = (target: 'centre' | 'hub', to: Bilingual): Indicator => ({
  id: `housing-reserve-near-${target}`,
  title: { nb: `Boligreserve nær ${to.nb}`, en: `Housing reserve near a ${to.en}` },
  definition: {
    nb: `Andelen av ubebygd planreserve til bolig som ligger innen ti minutter til fots fra ${to.nb}.`,
    en: `Share of the unbuilt plan reserve for housing within ten minutes on foot of a ${to.en}.`,
  },
  source: { nb: 'Analysen Nærhet til sentrum og knutepunkt', en: 'The analysis of nearness to centres and hubs' },
  unit: 'share',
  direction: 'higher',
  measure: (evidence) => shareNear(evidence, target),
  series: (evidence) => {
    const { value, ...known } = shareNear(evidence, target);
    return value === null || !('date' in known) ? [] : [{ value, date: known.date }];
  },
});

/** How much of the housing to come lies where people can walk. */
export const housingReserveNear = [
  near('centre', { nb: 'sentrum', en: 'centre' }),
  near('hub', { nb: 'kollektivknutepunkt', en: 'transit hub' }),
];
