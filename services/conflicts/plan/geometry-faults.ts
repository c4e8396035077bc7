import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { faultOf, type Reasons, type Rejection } from '../../imports/reasons.ts';
import { texts as en } from '../../imports/texts/en.ts';
import { texts as nb } from '../../imports/texts/nb.ts';

/** What is wrong with an invalid polygon, in the words that imports use. @param found words of ST_IsValidReason */
export const faultInWords = (found: string | null): Bilingual => {
  const fault = faultOf(found ?? '');
  return { nb: nb.faults[fault], en: en.faults[fault] };
};

/** Why a geometry could not be read at all, in the words that imports use. */
export function rejectionInWords({ reason, values }: Rejection): Bilingual {
  const words = (texts: typeof nb) => (texts.reasons[reason] as (values: Reasons[typeof reason]) => string)(values);
  return { nb: words(nb), en: words(en) };
}
