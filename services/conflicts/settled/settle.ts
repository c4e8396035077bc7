import { Explained } from '../../../layers/declaration/explained.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import type { DraftPlan } from '../../imports/plans/plan-file.ts';
import { carryOut, onFirmGround, type Check } from '../check.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import type { Finding } from '../judgement/finding.ts';
import type { CommonParameters } from '../judgement/parameter.ts';
import { constraintsOf, groundOf, holdingMarks, marksOf, purposeOf, type Settled } from './marks.ts';

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
  const { findings } = await checked(database, plan, rule, signal);
  const grounds = await settleable(database, findings);
  const wanted = grounds.filter((each) => each.zone === zone);
  if (wanted.length === 0)
    throw new NothingToSettle(
      rule,
      zone,
      grounds.map((each) => each.zone),
    );
  await database.transaction(async (session) => {
    for (const each of wanted) await session.rows(statement('settled/settle'), { ...each, plan_id, reason, name });
  });
}

const checked = (database: Database, plan: DraftPlan, rule: string, signal?: AbortSignal): Promise<Check> =>
  onFirmGround(database, { plan, rules: [rule] }, (prepared) => carryOut(database, prepared, signal));

/** What is kept of findings that can be settled. @throws OverlayFailed */
async function settleable(database: Database, findings: readonly Finding[]): Promise<Settled[]> {
  const found = findings.flatMap((finding) => {
    const { rule, zone } = finding;
    const ground = groundOf(finding);
    const of = { purpose: purposeOf(finding), constraints: constraintsOf(finding) };
    return ground && zone ? [{ rule: rule.id, zone: zone.id, ground, ...of }] : [];
  });
  const numbers = found.map((_, number) => number);
  const rows = await database.rows<{ number: number; geometry: string }>(statement('settled/fingerprints'), {
    numbers,
    geoms: found.map(({ ground }) => ground),
  });
  const prints = everyAnswer(rows, ({ number }) => number, numbers);
  return found.map((each, number) => ({ ...each, geometry: prints.get(number)?.geometry ?? '' }));
}

/**
 * Take back what was settled about a rule and a zone, under whatever id it was settled.
 * @returns whether there was anything
 * @throws PlanWithoutId, NoZones, UnknownRule, UnknownCrs, GroundGone, and the signal's reason
 */
export async function withdraw(
  database: Database,
  { plan, rule, zone }: Pick<SettleRequest, 'plan' | 'rule' | 'zone'>,
  signal?: AbortSignal,
): Promise<boolean> {
  const { plan_id } = plan.facts;
  if (plan_id === null) throw new PlanWithoutId();
  const { findings, parameters } = await checked(database, plan, rule, signal);
  const { touching_m } = parameters.get('') as CommonParameters;
  const own = findings.filter((finding) => finding.zone?.id === zone);
  const holding = [...(await holdingMarks(database, own, await marksOf(database, plan_id), touching_m)).values()];
  const rows = await database.rows(statement('settled/withdraw'), {
    ...{ plan_id, rule, zone },
    zones: holding.map((mark) => mark.zone),
    geometries: holding.map(({ geometry }) => geometry),
  });
  return rows.length > 0;
}
