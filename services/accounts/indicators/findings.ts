import { sum } from '../extent/tallies.ts';
import { loadRules } from '../../conflicts/rule-catalogue.ts';
import type { Sweep } from '../barometer/evidence.ts';
import { unknown, type Indicator, type Measured, type Point } from '../barometer/indicator.ts';

/** What stands against a guideline; plans that are older than it are never in conflict, so their findings are for review. */
const against = new Set(['conflict', 'review']);
const answered = new Set([...against, 'clear']);

const measureIn = ({ date, counts }: Sweep, rule: string, unit: 'count' | 'm2'): Measured => {
  const own = counts.filter((count) => count.rule === rule);
  if (own.length > 0 && !own.some(({ verdict }) => answered.has(verdict))) return unknown('unanswered');
  const found = own.filter(({ verdict }) => against.has(verdict));
  return { value: sum(found.map(({ findings, area_m2 }) => (unit === 'count' ? findings : (area_m2 ?? 0)))), date };
};

const seriesOf = (sweeps: readonly Sweep[], rule: string, unit: 'count' | 'm2'): Point[] =>
  sweeps.flatMap((sweep) => {
    const { value } = measureIn(sweep, rule, unit);
    return value === null ? [] : { date: sweep.date, value };
  });

const rules = await loadRules();

/** «Færre konflikter i arealregnskapet» (§5.1): findings in plans in force, by guideline, their number and their land. */
export const findings: Indicator[] = rules.flatMap(({ id, title }) =>
  (['count', 'm2'] as const).map((unit): Indicator => ({
    id: unit === 'count' ? `findings-${id}` : `findings-area-${id}`,
    title: {
      nb: `${unit === 'count' ? 'Funn' : 'Areal med funn'}: ${title.nb}`,
      en: `${unit === 'count' ? 'Findings' : 'Land with findings'}: ${title.en}`,
    },
    definition: {
      nb: `${unit === 'count' ? 'Antall soner og forekomster' : 'Areal'} i konflikt eller til vurdering i planer som gjelder, etter denne retningslinjen. Planer eldre enn retningslinjen er aldri i konflikt, bare til vurdering.`,
      en: `${unit === 'count' ? 'Zones and resources' : 'Land'} in conflict or for review in plans in force, by this guideline. Plans older than the guideline are never in conflict, only for review.`,
    },
    source: { nb: 'Konfliktsjekk av alle planer som gjelder', en: 'The conflict check of all plans in force' },
    unit,
    direction: 'lower',
    measure: ({ sweeps }) => {
      const last = sweeps?.at(-1);
      return last ? measureIn(last, id, unit) : unknown('conflict-in-force');
    },
    series: ({ sweeps }) => seriesOf(sweeps ?? [], id, unit),
  })),
);
