import { say, type Message } from '../judgement/message.ts';
import type { Parameter } from '../judgement/parameter.ts';

/** How the zones are ranked. The plan names what counts, not how much: the numbers are ours. */
export const rankingParameters = {
  unbuilt_share: {
    default: 0.5,
    unit: '',
    min: 0.01,
    max: 1,
    why: { nb: 'en sone er ubebygd når minst halve sonen er det', en: 'a zone is unbuilt when at least half of it is' },
  },
  points_conflict: {
    default: 3,
    unit: '',
    min: 0,
    max: 100,
    why: { nb: 'per retningslinje sonen ville vært i konflikt med', en: 'per guideline that the zone would break' },
  },
  points_review: {
    default: 1,
    unit: '',
    min: 0,
    max: 100,
    why: { nb: 'per retningslinje som er til vurdering', en: 'per guideline that is for review' },
  },
  points_age: {
    default: 1,
    unit: '',
    min: 0,
    max: 100,
    why: { nb: 'per hele ti år planen har vært i kraft', en: 'per full ten years that the plan has been in force' },
  },
  points_law: {
    default: 1,
    unit: '',
    min: 0,
    max: 100,
    why: { nb: 'for planer etter eldre lov', en: 'for plans of the older law' },
  },
  points_far: {
    default: 1,
    unit: '',
    min: 0,
    max: 100,
    why: {
      nb: 'når både sentrum og knutepunkt er lenger unna enn far_m',
      en: 'when both centre and hub are farther off than far_m',
    },
  },
  far_m: {
    default: 5000,
    unit: 'm',
    min: 0,
    max: 100_000,
    why: {
      nb: 'i luftlinje: lenger enn folk går og sykler',
      en: 'in a straight line: farther than people walk or cycle',
    },
  },
} satisfies Record<string, Parameter>;

export type RankingParameters = Record<keyof typeof rankingParameters, number>;

/** What is known of an unbuilt zone. */
export interface ZoneFacts {
  /** Titles of the guidelines that it would break if they bound the plan, and of those it is for review under. */
  conflicts: readonly { nb: string; en: string }[];
  reviews: readonly { nb: string; en: string }[];
  /** Full years in force; null without a date. */
  age_years: number | null;
  law: number | null;
  /** Metres in a straight line; null where there are no data. */
  centre_m: number | null;
  hub_m: number | null;
}

/** A reason with what it counts; what is not known counts nothing, and is said. */
export interface Reason {
  points: number;
  message: Message;
}

/** Why a zone should be looked at again, and how much each reason counts. Pure. */
export function reasonsFor(zone: ZoneFacts, weights: RankingParameters): Reason[] {
  const { age_years: age, law, centre_m, hub_m } = zone;
  const nearest = Math.min(centre_m ?? Infinity, hub_m ?? Infinity);
  const known = Number.isFinite(nearest);
  const isFar = centre_m !== null && hub_m !== null && nearest > weights.far_m;
  return [
    ...zone.conflicts.map((rule) => ({ points: weights.points_conflict, message: say('breaks', { rule }) })),
    ...zone.reviews.map((rule) => ({ points: weights.points_review, message: say('for-review', { rule }) })),
    age === null
      ? { points: 0, message: say('age-unknown') }
      : { points: weights.points_age * Math.floor(age / 10), message: say('age', { age }) },
    ...(law === 1985 ? [{ points: weights.points_law, message: say('old-law') }] : []),
    {
      points: isFar ? weights.points_far : 0,
      message: known ? say('distance', { centre: centre_m, hub: hub_m }) : say('distance-unknown'),
    },
  ];
}

/** Full years from one ISO day to another. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(4) < from.slice(4) ? years - 1 : years;
}

export const reasonTexts = {
  breaks: { nb: 'Ville vært i konflikt: {rule}.', en: 'Would be a conflict: {rule}.' },
  'for-review': { nb: 'Til vurdering: {rule}.', en: 'For review: {rule}.' },
  age: { nb: 'Planen har vært i kraft i {age} år.', en: 'The plan has been in force for {age} years.' },
  'age-unknown': {
    nb: 'Når planen trådte i kraft, er ikke kjent.',
    en: 'When the plan came into force is not known.',
  },
  'old-law': {
    nb: 'Planen er etter plan- og bygningsloven av 1985.',
    en: 'The plan is of the Planning and Building Act of 1985.',
  },
  distance: {
    nb: '{centre:m} til nærmeste sentrumssone, {hub:m} til nærmeste knutepunkt (luftlinje).',
    en: '{centre:m} to the nearest centre zone, {hub:m} to the nearest hub (straight line).',
  },
  'distance-unknown': {
    nb: 'Avstand til sentrum og knutepunkt er ikke kjent: data mangler.',
    en: 'The distance to centre and hub is not known: there are no data.',
  },
} as const;
