import type { ZoneChange } from '../../../layers/codes/change.ts';
import type { Zone } from './zone.ts';

/** What plans in force say of a zone's land. */
export interface Before {
  /** How much of it they give the same purpose group. */
  before: 'none' | 'part' | 'all';
  /** The purposes given there. */
  earlier: { object_type: string | null; code: number | null }[] | null;
}

/**
 * New: no plan in force gives any of the land the same purpose group. Kept: all of it, with the same code where the codes
 * are of one object type. Changed: a part of it, or another code of the group. A zone whose purpose nobody knows is none
 * of these. Pure.
 */
export function changeOf({ purpose }: Pick<Zone, 'purpose'>, { before, earlier }: Before): ZoneChange | null {
  if (purpose.group === 'unknown') return null;
  if (before === 'none') return 'new';
  const isOther = ({ object_type, code }: { object_type: string | null; code: number | null }) =>
    object_type === purpose.objectType && code !== purpose.code;
  return before === 'part' || (earlier ?? []).some(isOther) ? 'changed' : 'kept';
}
