import type { Session } from '../../database/database.ts';
import type { Check } from '../check.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import { isHit } from '../judgement/verdict.ts';
import { landToLeave } from './land-to-leave.ts';
import type { Remedy } from './remedy.ts';
import { trimZones, type ToTrim } from './trim-zones.ts';

/**
 * What would solve each finding, as far as it can be drawn: the zone trimmed, or the consideration zone that is missing.
 * @returns by the finding's place in the check
 * @throws OverlayFailed
 */
export async function drawRemedies(session: Session, check: Check): Promise<Map<number, Remedy>> {
  const { touching_m } = check.parameters.get('') as CommonParameters;
  const toTrim = [...(await landToLeave(session, check))].flatMap(([number, leaves]): ToTrim[] => {
    const zone = check.findings[number]?.zone;
    return zone ? [{ number, geom: zone.geom, leaves }] : [];
  });
  const remedies = new Map<number, Remedy>();
  for (const [number, { geom, left_m2 }] of await trimZones(session, toTrim, touching_m))
    remedies.set(number, { kind: 'trimmed-zone', geom, left_m2 });
  for (const [number, { verdict, measured }] of check.findings.entries())
    if (isHit(verdict) && measured?.missing)
      remedies.set(number, { kind: 'consideration-zone', code: measured.missing.code, geom: measured.missing.geom });
  return remedies;
}
