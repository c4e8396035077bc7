import type { Bilingual } from '../declaration/bilingual.ts';
import type { PurposeGroup } from './purpose-groups.ts';

/** The object types that carry a land-use purpose: two of each law. A code is unique only together with one of them. */
export const zoningObjectTypes = {
  KpArealformålOmråde: { nb: 'kommuneplan, plan- og bygningsloven av 2008', en: 'master plan, Act of 2008' },
  RpArealformålOmråde: { nb: 'reguleringsplan, plan- og bygningsloven av 2008', en: 'regulation, Act of 2008' },
  KpArealbrukOmråde: { nb: 'kommuneplan, plan- og bygningsloven av 1985', en: 'master plan, Act of 1985' },
  RbFormålOmråde: { nb: 'reguleringsplan, plan- og bygningsloven av 1985', en: 'regulation, Act of 1985' },
} as const satisfies Record<string, Bilingual>;

export type ZoningObjectType = keyof typeof zoningObjectTypes;

/**
 * How sure it is that land with a purpose becomes holiday homes: `certain`; `quota` (large zones that allow a number of
 * them); `may` (allows them among other things); `no`; `unknown` for a code nobody can source.
 */
export type HolidayHomes = 'certain' | 'quota' | 'may' | 'no' | 'unknown';

/** A land-use purpose of one object type: what the code means and what it lets happen on the ground. */
export interface Purpose {
  objectType: string;
  code: number;
  name: Bilingual;
  group: PurposeGroup;
  /** Whether building is the purpose; null where nobody knows the code. */
  allowsBuilding: boolean | null;
  holidayHomes: HolidayHomes;
  /** Whether the purpose itself secures a mineral resource for later extraction. */
  securesMineral: boolean;
  /** No longer given to new plans; still found in plans in force. */
  expired: boolean;
  /** Where the code and its name were read; empty for `unknown`. */
  source: string;
}
