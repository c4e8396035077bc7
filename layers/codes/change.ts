import type { Bilingual } from '../declaration/bilingual.ts';

/** What a zone of a draft is against the plans in force; a zone that is taken out is in no draft. */
export const zoneChanges = {
  new: { nb: 'ny', en: 'new' },
  kept: { nb: 'videreført', en: 'kept' },
  changed: { nb: 'endret', en: 'changed' },
} as const satisfies Record<string, Bilingual>;

export type ZoneChange = keyof typeof zoneChanges;
