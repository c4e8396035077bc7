import { Explained } from '../../../layers/declaration/explained.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import { carryOut, onFirmGround } from '../check.ts';
import { fingerprints } from './marks.ts';

/** Which finding, and what is said about it. */
export interface SettleRequest {
  plan: DraftPlan;
  rule: string;
  /** The zone's own id in the plan. */
  zone: string;
  reason: string;
  name: string;
}

/** A settlement is kept under the plan's id, and this plan has none. */
export class PlanWithoutId extends Explained {
  constructor() {
    super({
      nb: 'Planen har ingen arealplan-id, så det som avklares, kan ikke følge den. Oppgi id-en i planen.',
      en: 'The plan has no plan id, so what is settled cannot follow it. State the id in the plan.',
    });
  }
}

/** There is nothing to settle about that rule and zone. */
export class NothingToSettle extends Explained {
  constructor(rule: string, zone: string, zones: readonly string[]) {
    const known = zones.slice(0, 20).join(', ') || '–';
    super({
      nb: `Regelen «${rule}» har ikke noe funn å avklare i sone «${zone}». Soner med funn: ${known}.`,
      en: `Rule '${rule}' has no finding to settle in zone '${zone}'. Zones with findings: ${known}.`,
    });
  }
}

/**
 * Settle a finding of a plan (avklart): it keeps its verdict and is marked, in every revision of the plan in which it lies
 * on the same ground.
 * @throws PlanWithoutId, NothingToSettle, NoZones, UnknownRule, UnknownCrs, GroundGone, and the signal's reason
 */
export async function settle(
  database: Database,
  { plan, rule, zone, reason, name }: SettleRequest,
  signal?: AbortSignal,
): Promise<void> {
  const { plan_id } = plan.facts;
  if (plan_id === null) throw new PlanWithoutId();
  const { findings } = await onFirmGround(database, { plan, rules: [rule] }, (prepared) =>
    carryOut(database, prepared, signal),
  );
  const prints = await fingerprints(database, findings);
  const grounds = findings.flatMap((finding, number) => {
    const geometry = prints.get(number);
    return geometry === undefined || !finding.zone ? [] : [{ zone: finding.zone.id, geometry }];
  });
  const wanted = grounds.filter((each) => each.zone === zone);
  if (wanted.length === 0)
    throw new NothingToSettle(
      rule,
      zone,
      grounds.map((each) => each.zone),
    );
  await database.transaction(async (session) => {
    for (const { geometry } of wanted)
      await session.rows(statement('settled/settle'), { plan_id, rule, zone, geometry, reason, name });
  });
}

/**
 * Take back what was settled about a rule and a zone.
 * @returns whether there was anything
 * @throws PlanWithoutId
 */
export async function withdraw(
  database: Database,
  { plan, rule, zone }: Pick<SettleRequest, 'plan' | 'rule' | 'zone'>,
): Promise<boolean> {
  const { plan_id } = plan.facts;
  if (plan_id === null) throw new PlanWithoutId();
  return (await database.rows(statement('settled/withdraw'), { plan_id, rule, zone })).length > 0;
}
