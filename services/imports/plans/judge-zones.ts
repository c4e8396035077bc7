import { considerationCodes } from '../../../layers/codes/consideration.ts';
import { purposeOf } from '../../../layers/codes/purposes.ts';
import { defect, type Defect, type Place, type ZoneRef } from './defect.ts';
import { lawOfObjectType } from './judge-facts.ts';
import type { PlanFacts } from './plan-facts.ts';

/** A purpose as it was loaded. */
export interface ZoneRow {
  fid: number;
  source_id: string | null;
  stable: boolean;
  name: string | null;
  object_type: string | null;
  purpose: number | null;
  status: number | null;
  place: Place | null;
}

/** A consideration zone as it was loaded. */
export interface ConsiderationRow {
  fid: number;
  source_id: string | null;
  stable: boolean;
  name: string | null;
  type: string | null;
  code: number | null;
  place: Place | null;
}

const masterPlans = new Set([20, 21, 22]);
const regulations = new Set([30, 31, 32, 33, 34, 35]);

export const refOfZone = ({ source_id, stable, name, object_type, purpose }: ZoneRow): ZoneRef => ({
  id: stable ? source_id : null,
  name,
  object_type,
  code: purpose,
});

export const refOfConsideration = ({ source_id, stable, name, type, code }: ConsiderationRow): ZoneRef => ({
  id: stable ? source_id : null,
  name,
  object_type: type,
  code,
});

/** What the purposes of a plan lack, or say that its law or type of plan does not know. */
export function judgeZones(zones: readonly ZoneRow[], facts: PlanFacts): Defect[] {
  const found = [...mixedLaws(zones), ...zones.flatMap((zone) => judgeZone(zone, facts))];
  const unnamed = zones.filter(({ name }) => name === null).length;
  if (unnamed > 0) found.push(defect('no-zone-name', { count: unnamed, of: zones.length }, { layer: 'zoning' }));
  return found;
}

function mixedLaws(zones: readonly ZoneRow[]): Defect[] {
  const laws = zones.map(({ object_type }) => lawOfObjectType(object_type));
  const [old, now] = [1985, 2008].map((law) => laws.filter((one) => one === law).length);
  return old && now ? [defect('mixed-laws', { old, new: now }, { layer: 'zoning' })] : [];
}

function judgeZone(zone: ZoneRow, { law, plan_type }: PlanFacts): Defect[] {
  const { object_type, purpose, status, place } = zone;
  const about = { layer: 'zoning' as const, zone: refOfZone(zone), place };
  const found: Defect[] = [];
  if (object_type === null) found.push(defect('no-object-type', {}, about));
  else {
    const own = lawOfObjectType(object_type);
    if (law !== null && own !== null && own !== law) found.push(defect('wrong-law', { object_type, law }, about));
    const isMaster = object_type.startsWith('Kp');
    if (plan_type !== null && (isMaster ? regulations : masterPlans).has(plan_type))
      found.push(defect('wrong-kind', { object_type, plan_type }, about));
    // Under the Act of 1985 present and future land had codes of their own.
    if (object_type === 'KpArealformålOmråde' && status === null) found.push(defect('no-zone-status', {}, about));
  }
  if (purpose === null) found.push(defect('no-purpose', {}, about));
  else if (object_type !== null) {
    const known = purposeOf(object_type, purpose);
    if (known.source === '') found.push(defect('unknown-purpose', { object_type, code: purpose }, about));
    else if (known.expired && lawOfObjectType(object_type) === 2008)
      found.push(defect('expired-purpose', { code: purpose }, about));
  }
  return found;
}

/** What consideration zones lack. */
export function judgeConsiderations(zones: readonly ConsiderationRow[]): Defect[] {
  return zones.flatMap((zone): Defect[] => {
    const about = { layer: 'zoning-consideration' as const, zone: refOfConsideration(zone), place: zone.place };
    if (zone.code === null) return [defect('no-consideration-code', {}, about)];
    return zone.code in considerationCodes ? [] : [defect('unknown-consideration', { code: zone.code }, about)];
  });
}
