import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import type { Evidence } from './evidence.ts';

/** What an indicator is counted in. */
export type Unit = 'count' | 'm2' | 'm2/resident' | 'share';

/** A value at a time: ISO year or day. */
export interface Point {
  date: string | null;
  value: number;
}

/** What an indicator says: a value, or what there is none for. */
export type Measured =
  | { value: number; date: string | null }
  /** Layers nobody has loaded or worked out here, or a key of {@link lacks}. */
  | { value: null; missing: readonly string[] };

/** One indicator of Buskerudbarometeret: what it is, and how it is worked out. */
export interface Indicator {
  id: string;
  title: Bilingual;
  definition: Bilingual;
  source: Bilingual;
  unit: Unit;
  /** Which way is better by the regional plan; `none`: neither. */
  direction: 'lower' | 'higher' | 'none';
  /** Pure. */
  measure: (evidence: Evidence) => Measured;
  /** How it was before, oldest first, today's value last. Pure. */
  series: (evidence: Evidence) => Point[];
}

/** What else may be missing than a layer. */
export const lacks = {
  'housing-reserve': {
    nb: 'det er ingen planreserve til bolig',
    en: 'there is no plan reserve for housing',
  },
  'holiday-reserve': {
    nb: 'det er ingen planreserve til fritidsbebyggelse',
    en: 'there is no plan reserve for holiday homes',
  },
  'room-for-building': {
    nb: 'planene har ikke plass til mer bygging',
    en: 'the plans have no room for more building',
  },
  unanswered: {
    nb: 'konfliktsjekken mangler data for å svare',
    en: 'the conflict check lacks the data to answer',
  },
} as const satisfies Record<string, Bilingual>;

export const unknown = (...missing: readonly string[]): Measured => ({ value: null, missing });
