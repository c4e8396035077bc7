import { integer, number, oneOf, text } from '../declaration/field.ts';
import { byCode, fill } from '../declaration/paint.ts';

/**
 * Steps of the centrality index, least index first: the limits of the national classes (565, 670, 775, 870, 925), and
 * finer ones below, where most of a county lies.
 */
export const centralitySteps = [0, 50, 100, 200, 300, 450, 565, 670, 775, 870, 925] as const;

/** The code of the step that an index lies in. */
export const centralityStep = (index: number): string =>
  `from-${centralitySteps.findLast((least) => index >= least) ?? centralitySteps[0]}`;

const colours = [
  ...['#440154', '#482475', '#414487', '#355f8d', '#2a788e', '#21918c'],
  ...['#22a884', '#44bf70', '#7ad151', '#bddf26', '#fde725'],
];

const codes = Object.fromEntries(
  centralitySteps.map((least, at) => {
    const next = centralitySteps[at + 1];
    const both = next === undefined ? null : `${least}–${next}`;
    return [`from-${least}`, { nb: both ?? `${least} og over`, en: both ?? `${least} and above` }];
  }),
);

/** Fields that cells and municipalities have alike. */
export const centralityFields = {
  residents: integer({ nb: 'bosatte', en: 'residents' }),
  index: number({ nb: 'sentralitet', en: 'centrality' }),
  class: integer({ nb: 'klasse (1 mest sentral)', en: 'class (1 most central)' }),
  jobs: number({ nb: 'av dette arbeidsplasser', en: 'of this jobs' }),
  services: number({ nb: 'av dette tjenester', en: 'of this services' }),
  jobs_reached: number({ nb: 'vektede arbeidsplasser nådd', en: 'weighted jobs reached' }),
  services_reached: number({ nb: 'vektede tjenester nådd', en: 'weighted services reached' }),
  step: oneOf(codes, { title: { nb: 'trinn', en: 'step' } }),
  scale: text({ nb: 'kommune på 1000', en: 'municipality at 1000' }),
};

export const centralityPaint = fill(
  byCode('step', Object.fromEntries(centralitySteps.map((least, at) => [`from-${least}`, colours[at] ?? '']))),
  { opacity: 0.6 },
);
