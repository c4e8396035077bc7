import { regionalPlanZone } from '../../../layers/regional-plan-zone.ts';
import { wildReindeer } from '../../../layers/wild-reindeer.ts';
import { landOnFeatures, type OnFeatures } from '../measurement/land-on-features.ts';
import { clear, review, rule } from '../judgement/rule.ts';
import { holidayHomes, newOrExtended } from '../judgement/subject.ts';

/** Holiday homes are seen together with wild reindeer and the regional mountain plans. */
export const wildReindeerRule = rule<OnFeatures, never>({
  id: 'wild-reindeer',
  title: { nb: 'Fritidsbolig, villrein og fjellplaner', en: 'Holiday homes, wild reindeer and mountain plans' },
  basis: 'text',
  guideline: {
    section: '6.2.4',
    text: '… må fritidsboligutviklingen ses i sammenheng med gjeldende regionale fjellplaner og med hensyn til villrein, beiteområder og andre sårbare naturverdier',
  },
  judges: newOrExtended(holidayHomes),
  against: ['wild-reindeer', 'regional-plan-zone'],
  parameters: {},
  relation: {
    measure: (given) =>
      landOnFeatures(given, { layers: [wildReindeer, regionalPlanZone], near_m: null, sort: () => ({ red: false }) }),
    texts: {},
  },
  verdict: ({ on }) => (on > 0 ? review('within') : clear('outside')),
  reasons: {
    within: {
      nb: '{area:daa} ligger i villreinens leveområde eller en sone i en regional plan.',
      en: '{area:daa} lies in wild-reindeer range or in a zone of a regional plan.',
    },
    outside: {
      nb: 'Det nye eller utvidede arealet ligger utenfor villreinens leveområder og regionale plansoner.',
      en: 'The new or extended land lies outside wild-reindeer range and zones of regional plans.',
    },
  },
  remedy: {
    nb: 'Vis i planen hvordan villreinen og den regionale planen er hensyntatt, eller ta ut {area:daa}.',
    en: 'Show in the plan how wild reindeer and the regional plan are heeded, or take out {area:daa}.',
  },
});
