import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { carryOut, onFirmGround, type Check, type CheckRequest } from '../check.ts';
import type { FindingSubject } from '../judgement/finding.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import { isHit, type Verdict } from '../judgement/verdict.ts';
import { landToLeave } from './land-to-leave.ts';
import { trimZones } from './trim-zones.ts';

/** The verdicts for which zones are trimmed: taking land for a review is the planner's own judgement. */
export const trimFor = ['conflict', 'review'] as const;
export type TrimFor = (typeof trimFor)[number];

/** What would have to be changed in a plan, each zone and each piece of ground once. */
export interface PlanRemedies {
  check: Check;
  /** Zones as they could be drawn instead; without geometry: nothing of the zone could stay. */
  zones: { zone: FindingSubject; geom: Buffer | null; left_m2: number; findings: number[] }[];
  /** Consideration zones that are missing, named to follow those that the plan has. */
  considerations: { code: number; name: string; geom: Buffer; findings: number[] }[];
}

/**
 * Check a plan and draw what would solve what was found. A zone with several findings is trimmed for all of them at once.
 * @throws NoZones, UnknownRule, BadParameter, UnknownCrs, OverlayFailed, and the signal's reason
 */
export const remediesOfPlan = (
  database: Database,
  request: CheckRequest,
  { trim, signal }: { trim: TrimFor; signal?: AbortSignal | undefined },
): Promise<PlanRemedies> =>
  onFirmGround(database, request, async (prepared) => {
    const check = await carryOut(database, prepared, signal);
    return {
      check,
      zones: await trimmed(database, check, trim),
      considerations: await missing(database, check),
    };
  });

async function trimmed(database: Database, check: Check, trim: TrimFor): Promise<PlanRemedies['zones']> {
  const wanted: readonly Verdict[] = trim === 'conflict' ? ['conflict'] : ['conflict', 'review'];
  // What is trimmed for reviews is to be clear in one go; what is trimmed for conflicts gives up no more than it must.
  const alsoNear = () => trim === 'review';
  const { touching_m } = check.parameters.get('') as CommonParameters;
  const byZone = new Map<number, { zone: FindingSubject; leaves: Buffer[]; findings: number[] }>();
  for (const [number, lands] of await landToLeave(database, check, alsoNear)) {
    const { zone, verdict } = check.findings[number] ?? {};
    if (!zone || !verdict || !wanted.includes(verdict)) continue;
    const own = byZone.get(zone.index) ?? { zone, leaves: [], findings: [] };
    own.leaves.push(...lands);
    own.findings.push(number);
    byZone.set(zone.index, own);
  }
  const toTrim = [...byZone.values()];
  const found = await trimZones(
    database,
    toTrim.map(({ zone, leaves }) => ({ number: zone.index, geom: zone.geom, leaves })),
    touching_m,
  );
  return toTrim.map(({ zone, findings }) => {
    const { geom = null, left_m2 = 0 } = found.get(zone.index) ?? {};
    return { zone, findings, geom, left_m2 };
  });
}

async function missing(database: Database, { findings, plan }: Check): Promise<PlanRemedies['considerations']> {
  const wanted = findings.flatMap(({ verdict, measured }, number) =>
    isHit(verdict) && measured?.missing ? [{ number, ...measured.missing }] : [],
  );
  const rows = await database.rows<{ code: number; geom: Buffer; of: number[] }>(
    statement('conflicts/joined-considerations'),
    {
      numbers: wanted.map(({ number }) => number),
      codes: wanted.map(({ code }) => code),
      geoms: wanted.map(({ geom }) => geom),
    },
  );
  const last = new Map<number, number>();
  for (const { properties } of plan.considerations) {
    const [, code, number] = /^H(\d{3})_(\d+)/.exec(String(properties['name'])) ?? [];
    last.set(Number(code), Math.max(last.get(Number(code)) ?? 0, Number(number ?? 0)));
  }
  return rows.map(({ code, geom, of }) => {
    const number = (last.get(code) ?? 0) + 1;
    last.set(code, number);
    return { code, geom, findings: of, name: `H${code}_${number}` };
  });
}
