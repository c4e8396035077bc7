import { integer, number, oneOf, text } from '../declaration/field.ts';
import { byCode, fill } from '../declaration/paint.ts';

/** Steps of development pressure, least percentile first. */
export const pressureSteps = [0, 20, 40, 60, 80, 90] as const;

/** The code of the step that a percentile lies in. */
export const pressureStep = (percentile: number): string =>
  `from-${pressureSteps.findLast((least) => percentile >= least) ?? pressureSteps[0]}`;

const codes = Object.fromEntries(
  pressureSteps.map((least, at) => {
    const range = `${least}–${pressureSteps[at + 1] ?? 100}`;
    return [`from-${least}`, { nb: range, en: range }];
  }),
);

const rank = (nb: string, en: string) => number({ nb: `${nb}, persentil`, en: `${en}, percentile` });

/** Fields of both maps of development pressure: the whole, and every part with its figure and its rank. */
export const pressureFields = {
  municipality: text({ nb: 'kommunenummer', en: 'municipality number' }),
  pressure: number({ nb: 'utbyggingspress, persentil', en: 'development pressure, percentile' }),
  step: oneOf(codes, { title: { nb: 'trinn', en: 'step' } }),
  buildings: integer({ nb: 'bygninger', en: 'buildings' }),
  gravity: number({ nb: 'tyngde av bebyggelse rundt', en: 'gravity of what is built around' }),
  gravity_rank: rank('tyngde', 'gravity'),
  new_buildings: integer({ nb: 'nye bygninger', en: 'new buildings' }),
  new_buildings_rank: rank('nye bygninger', 'new buildings'),
  residents_change: integer({ nb: 'endring i bosatte', en: 'change of residents' }),
  residents_change_rank: rank('endring i bosatte', 'change of residents'),
  reserve_m2: number({ nb: 'ubebygd planreserve', en: 'unbuilt plan reserve' }, { unit: 'm²' }),
  reserve_m2_rank: rank('planreserve', 'plan reserve'),
  accessibility: number({ nb: 'sentralitet', en: 'centrality' }),
  accessibility_rank: rank('sentralitet', 'centrality'),
  from_year: integer({ nb: 'fra år', en: 'from year' }),
  to_year: integer({ nb: 'til år', en: 'to year' }),
};

const ofKind = (key: string, nb: string, en: string) => ({
  [`${key}_pressure`]: number({ nb: `press, ${nb}`, en: `pressure, ${en}` }),
  [`${key}_buildings`]: integer({ nb, en }),
  [`${key}_new`]: integer({ nb: `nye ${nb}`, en: `new ${en}` }),
  [`${key}_undated`]: integer({ nb: `${nb} uten byggeår`, en: `${en} without a year` }),
  [`${key}_reserve_m2`]: number({ nb: `planreserve, ${nb}`, en: `plan reserve, ${en}` }, { unit: 'm²' }),
});

/** Fields of regions and urban areas: growth, plan reserve and the mean pressure of their ranked cells, by kind. */
export const areaPressureFields = {
  residents_from: integer({ nb: 'bosatte før', en: 'residents before' }),
  residents_to: integer({ nb: 'bosatte', en: 'residents' }),
  step: oneOf(codes, { title: { nb: 'trinn, bolig', en: 'step, housing' } }),
  ...ofKind('housing', 'boligbygg', 'dwelling houses'),
  ...ofKind('holiday_homes', 'fritidsboliger', 'holiday homes'),
  from_year: integer({ nb: 'fra år', en: 'from year' }),
  to_year: integer({ nb: 'til år', en: 'to year' }),
};

export const pressurePaint = (colours: readonly string[]) =>
  fill(byCode('step', Object.fromEntries(pressureSteps.map((least, at) => [`from-${least}`, colours[at] ?? '']))), {
    opacity: 0.6,
  });
