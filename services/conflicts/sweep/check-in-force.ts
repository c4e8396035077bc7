import type { Database } from '../../database/database.ts';
import { isGeometryFailure } from '../../database/geometry-failure.ts';
import type { SourceFeature } from '../../imports/source-feature.ts';
import { carryOut, type PreparedCheck, type Yardstick } from '../check.ts';
import { findingFeatures } from '../answer/finding-features.ts';
import { regionalPlan } from '../regional-plan.ts';
import { renderCheck } from '../answer/render.ts';
import { verdicts, type Verdict } from '../judgement/verdict.ts';
import { planAsLoaded } from './plan-as-loaded.ts';
import type { FindingCount } from './count-findings.ts';
import type { SweptPlan } from './register.ts';

/** What a sweep says of one plan. */
export interface PlanAnswer {
  plan_id: string;
  name: string | null;
  law: number | null;
  in_force: string | null;
  /** The worst over all rules and zones; `failed` where the plan could not be checked. */
  verdict: Verdict;
  zones: number;
  /** Findings by verdict, those that do not concern a zone left out. */
  findings: Partial<Record<Verdict, number>>;
  /** The same by rule and municipality. */
  counts: Omit<FindingCount, 'area_m2'>[];
  /** SHA-256 of what its findings rest on. */
  key: string;
}

/**
 * Check one plan in force.
 * @returns the answer, and the findings as features, longitude and latitude, with ids that begin with the plan's
 * @throws GroundGone, and the signal's reason
 */
export async function checkInForce(
  database: Database,
  measure: Yardstick,
  { plan: registered, key }: SweptPlan,
  signal: AbortSignal | undefined,
): Promise<{ answer: PlanAnswer; found: SourceFeature[] }> {
  const { plan_id, name, law, in_force } = registered;
  const plan = await planAsLoaded(database, registered);
  const said = { plan_id, name, law, in_force, zones: plan.zoning.length, key };
  // A plan of consideration zones alone has nothing that can be judged.
  if (plan.zoning.length === 0)
    return { answer: { ...said, verdict: 'not-relevant', findings: {}, counts: [] }, found: [] };
  const standing = { plan: plan.facts, guidelineAdopted: regionalPlan.adopted };
  const prepared: PreparedCheck = { ...measure, plan, standing };
  try {
    const check = await carryOut(database, prepared, signal);
    const result = await renderCheck(database, check, 'nb');
    const found = [...findingFeatures(result, check)].map((feature) => ({
      ...feature,
      id: `${plan_id}/${feature.id}`,
      properties: { ...feature.properties, plan_id },
    }));
    const counts = countOf(
      check.findings.map(({ rule, zone, verdict }) => [rule.id, zone?.municipality ?? '', verdict]),
    );
    return { answer: { ...said, verdict: result.verdict, findings: byVerdict(check.findings), counts }, found };
  } catch (error) {
    // One plan whose land cannot be overlaid costs its own answer, not the county's.
    if (!isGeometryFailure(error)) throw error;
    const counts = countOf(measure.rules.flatMap(({ id }) => plan.zoning.map(() => [id, '', 'failed'] as const)));
    return { answer: { ...said, verdict: 'failed', findings: { failed: plan.zoning.length }, counts }, found: [] };
  }
}

const byVerdict = (findings: readonly { verdict: Verdict }[]): PlanAnswer['findings'] =>
  Object.fromEntries(
    verdicts
      .filter((verdict) => verdict !== 'not-relevant')
      .map((verdict) => [verdict, findings.filter((finding) => finding.verdict === verdict).length] as const)
      .filter(([, count]) => count > 0),
  );

function countOf(findings: readonly (readonly [rule: string, municipality: string, verdict: Verdict])[]) {
  const counts = new Map<string, Omit<FindingCount, 'area_m2'>>();
  for (const [rule, municipality, verdict] of findings) {
    if (verdict === 'not-relevant') continue;
    const key = `${rule} ${municipality} ${verdict}`;
    const count = counts.get(key) ?? { rule, municipality, verdict, findings: 0 };
    counts.set(key, { ...count, findings: count.findings + 1 });
  }
  return [...counts.values()];
}
