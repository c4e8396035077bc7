import { purposeOf } from '../../../layers/codes/purposes.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Check } from '../check.ts';
import { fill } from '../judgement/message.ts';
import type { CheckResult } from './result.ts';
import { frame } from '../judgement/words.ts';

/** Every zone of the plan that could be judged, whatever was asked about it. */
export const describeZones = ({ zones }: Check, language: Language): CheckResult['zones'] =>
  zones.map(({ id, index, name, purpose, status, area_m2, land_m2, change }) => ({
    ...{ zone: id, zone_name: name, zone_index: index, purpose: purpose.name[language], purpose_code: purpose.code },
    ...{ object_type: purpose.objectType, status, area_m2, new_area_m2: land_m2, change },
  }));

/** Zones of the plan in force that the draft takes out. */
export const describeTakenOut = ({ takenOut }: Check, language: Language): CheckResult['taken_out'] =>
  takenOut &&
  takenOut.map(({ id, name, object_type, code, doubt, ...land }) => ({
    ...{ zone: id, zone_name: name, purpose: purposeOf(object_type, code).name[language], purpose_code: code },
    ...{ object_type, ...land, remark: doubt && fill(frame[language]['taken-out-uncertain'], doubt, language) },
  }));
