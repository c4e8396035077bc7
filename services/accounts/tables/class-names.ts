import { ecosystemTypes } from '../../../layers/codes/ecosystems.ts';
import { landCoverClasses } from '../../../layers/codes/land-cover.ts';
import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { unclassified } from '../extent/extent-account.ts';

const names: Record<string, Record<string, Bilingual>> = {
  'land-cover': landCoverClasses,
  ecosystem: ecosystemTypes,
};

/** Rows that are of no class of a scheme. */
const others: Record<string, Bilingual> = {
  [unclassified]: { nb: 'ikke dekket av noen flate', en: 'covered by no polygon' },
  unknown: { nb: 'flate uten klasse', en: 'polygon without a class' },
};

/** A class of a coverage in words; null for a code that its list does not know. */
export const classNames = (layer: string, code: string, language: Language): string | null =>
  (others[code] ?? names[layer]?.[code])?.[language] ?? null;
