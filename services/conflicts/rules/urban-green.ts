import { greenTaken } from '../surroundings/green-taken.ts';
import type { Measured } from '../measurement/measure.ts';
import { clear, review, rule } from '../judgement/rule.ts';
import { buildingLand, newOrExtended } from '../judgement/subject.ts';

/** Green structure in and around urban areas is kept. */
export const urbanGreen = rule<Measured, 'urban_green_m'>({
  id: 'urban-green',
  title: { nb: 'Grønnstruktur i og ved tettsteder', en: 'Green structure in and around urban areas' },
  basis: 'strategy',
  guideline: {
    section: '6.2.1',
    text: 'Ta vare på og videreutvikle natur- og friluftsområder, og grønne verdier i og rundt byene og tettstedene',
  },
  judges: newOrExtended(buildingLand),
  against: ['zoning', 'urban-area'],
  helpedBy: ['plan'],
  parameters: {
    urban_green_m: {
      default: 500,
      unit: 'm',
      min: 0,
      max: 5000,
      why: {
        nb: 'så nær tettstedet er grønnstrukturen nærtur- og lekeareal for dem som bor der',
        en: 'so near the urban area, green structure is where its residents walk and play',
      },
    },
  },
  relation: { measure: (given) => greenTaken(given, given.parameters.urban_green_m), texts: {} },
  verdict: ({ area_m2 }) => (area_m2 > 0 ? review('takes-green') : clear('outside')),
  reasons: {
    'takes-green': {
      nb: '{area:daa} er grønnstruktur i en plan i kraft, i eller ved et tettsted.',
      en: '{area:daa} is green structure of a plan in force, in or near an urban area.',
    },
    outside: {
      nb: 'Det nye eller utvidede arealet tar ikke av grønnstrukturen i eller ved et tettsted.',
      en: 'The new or extended land takes no green structure in or near an urban area.',
    },
  },
  remedy: {
    nb: 'Behold grønnstrukturen, ta ut {area:daa}, eller vis i planen hvordan den erstattes.',
    en: 'Keep the green structure, take out {area:daa}, or show in the plan how it is replaced.',
  },
});
