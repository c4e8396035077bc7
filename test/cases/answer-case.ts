import type { Catalogue } from '../../layers/catalogue.ts';
import { checkPlan } from '../../services/conflicts/check.ts';
import { loadRules } from '../../services/conflicts/rule-catalogue.ts';
import type { Database } from '../../services/database/database.ts';
import type { PlanFacts } from '../../services/imports/plans/plan-facts.ts';
import type { DraftPlan } from '../../services/imports/plans/plan-file.ts';
import { isAccountsCase } from './accounts-case.ts';
import { differencesInAccounts } from './answer-accounts.ts';
import { differencesIn } from './answer-centrality.ts';
import { differencesInStations } from './answer-stations.ts';
import { isCentralityCase } from './centrality-case.ts';
import { compare, type Comparison } from './compare.ts';
import { loadCase } from './load-case.ts';
import { isStationsCase } from './stations-case.ts';
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
    if (isCentralityCase(given)) return outcomeOf({ differences: differencesIn(given), missing: [], compared: 0 });
    if (isAccountsCase(given)) return accountsOutcome(database, catalogue, given, filled);
    if (isStationsCase(given))
      return outcomeOf({ differences: await differencesInStations(given), missing: [], compared: 0 });
    if (!isConflictCase(given)) return { state: 'no answer yet', missing: [given.topic] };
    const rules = (await loadRules()).map(({ id }) => id);
    const asked = new Set(given.expected.map(({ rule }) => rule));
    if (!rules.some((rule) => asked.has(rule))) return { state: 'no answer yet', missing: [...asked].sort() };
    try {
      await loadCase(database, catalogue, given, filled);
      return outcomeOf(await answer(database, given, rules));
    } catch (error) {
      return { state: 'differs', differences: [`no answer: ${(error as Error).message}`] };
    }
  };
}

async function accountsOutcome(...[database, catalogue, given, filled]: Parameters<typeof differencesInAccounts>) {
  try {
    const differences = await differencesInAccounts(database, catalogue, given, filled);
    return outcomeOf({ differences, missing: [], compared: 0 });
  } catch (error) {
    return { state: 'differs' as const, differences: [`no answer: ${(error as Error).message}`] };
  }
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

/** The draft of a case as imports read plans. */
export function draftOf({ crs, draft }: Pick<ConflictCase, 'crs' | 'draft'>): DraftPlan {
  const { geometry, ...facts } = draft.plan;
  return {
    crs: Number(crs.replace('EPSG:', '')),
    facts: facts as unknown as PlanFacts,
    plan: { index: 0, properties: facts, geometry },
    zoning: draft.zoning.map((feature, index) => ({ index, ...feature })),
    considerations: draft['zoning-consideration'].map((feature, index) => ({ index, ...feature })),
    problems: [],
    leftOut: [],
  };
}
