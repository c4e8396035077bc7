import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Database } from '../../database/database.ts';
import { loadPlan, removeDatasets } from './load-plan.ts';
import { planFacts, type PlanFacts } from './plan-facts.ts';
import { readPlanFiles, type PlanFilesOptions } from './plan-files.ts';
import { reportOnPlan, type PlanReport } from './plan-report.ts';
import { namesOf } from './plan-source.ts';

/** Part of the datasets of a plan that is none of the plans in force: no import of a plan meets it. */
export const draftPart = (id: string): string => `draft/${id}`;

/**
 * Look at the files of a plan as a plan register would: they are loaded, judged, and removed again.
 * @throws UnreadableFile, UnknownCrs, SeveralPlans, PlansDiffer, and the signal's reason
 */
export async function examinePlan(
  database: Database,
  catalogue: Catalogue,
  paths: readonly string[],
  options: Omit<PlanFilesOptions, 'planId'> & {
    facts?: Partial<PlanFacts> | undefined;
    signal?: AbortSignal | undefined;
  },
): Promise<PlanReport> {
  const { facts: given = {}, signal } = options;
  const source = await readPlanFiles(paths, catalogue, { ...options, planId: given.plan_id ?? undefined });
  const facts = planFacts(source, catalogue, given, namesOf(source));
  const part = draftPart(randomUUID());
  const loaded = await loadPlan(database, catalogue, source, facts, { part, signal, cutWhenPublished: true });
  try {
    return await reportOnPlan(database, catalogue, source, facts, loaded);
  } finally {
    await removeDatasets(database, catalogue, loaded.datasets, part);
  }
}
