import type { Catalogue } from '../../layers/catalogue.ts';
import { checkPlan } from '../../services/conflicts/check.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import type { DraftZone, PlanToCheck } from '../../services/conflicts/draft-plan.ts';
import type { PlanStanding } from '../../services/conflicts/plans-in-force.ts';
import type { Database } from '../../services/database/database.ts';
import { compare, type Comparison } from './compare.ts';
import { loadCase } from './load-case.ts';
import { isConflictCase, type ConflictCase, type TruthCase } from './truth-case.ts';

/** What became of a case. */
export type Outcome =
  | { state: 'ok'; leftOut: string[] }
  | { state: 'differs'; differences: string[] }
  | { state: 'no answer yet'; missing: string[] };

/** Puts cases to the program, one after the other, on one database that holds nothing else. */
export function caseRunner(database: Database, catalogue: Catalogue): (given: TruthCase) => Promise<Outcome> {
  const filled = new Set<string>();
  return async (given) => {
    if (!isConflictCase(given)) return { state: 'no answer yet', missing: [given.topic] };
    const rules = (await loadRules()).map(({ id }) => id);
    const asked = new Set(given.expected.map(({ rule }) => rule));
    if (!rules.some((rule) => asked.has(rule))) return { state: 'no answer yet', missing: [...asked].sort() };
    await loadCase(database, catalogue, given, filled);
    return outcomeOf(await answer(database, given, rules));
  };
}

async function answer(database: Database, given: ConflictCase, rules: readonly string[]): Promise<Comparison> {
  const { guideline_adopted: guidelineAdopted, parameters } = given.settings;
  const result = await checkPlan(database, { plan: draftOf(given), parameters, settings: { guidelineAdopted } });
  return compare(
    given,
    result.findings.features.map(({ properties }) => properties),
    rules,
  );
}

function outcomeOf({ differences, missing }: Comparison): Outcome {
  return differences.length > 0 ? { state: 'differs', differences } : { state: 'ok', leftOut: missing };
}

function draftOf({ crs, draft }: ConflictCase): PlanToCheck {
  const { geometry: _, ...plan } = draft.plan;
  return {
    crs: Number(crs.replace('EPSG:', '')),
    plan: plan as unknown as PlanStanding,
    zones: draft.zoning.map(({ id, properties, geometry }) => ({
      id,
      ...(properties as unknown as Omit<DraftZone, 'id' | 'geometry'>),
      geometry,
    })),
  };
}
