import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { PressureKind } from '../pressure/pressure.ts';

/** Words that the tables of the zones and of their change share. */
export const zoneWords = {
  kind: { nb: 'For', en: 'For' },
  cells: { nb: 'Ruter', en: 'Cells' },
  residents: { nb: 'Bosatte', en: 'Residents' },
  unknown: { nb: 'ikke kjent', en: 'not known' },
} satisfies Record<string, Bilingual>;

/** What the zones are of. */
export const kindTexts: Record<PressureKind, Bilingual> = {
  housing: { nb: 'bolig', en: 'housing' },
  'holiday-homes': { nb: 'fritidsboliger', en: 'holiday homes' },
};

/** The heading over residents of a year. */
export const residentsOfYear = (year: number | null, language: Language): string =>
  `${zoneWords.residents[language]} ${year ?? ''}`.trimEnd();
