import { basename } from 'node:path';
import { Explained } from '../../../layers/declaration/explained.ts';
import type { Catalogue } from '../../../layers/catalogue.ts';
import type { Database } from '../../database/database.ts';
import { isUnchanged, settingsOf, type ImportOptions, type ImportResult } from '../import-options.ts';
import { publish, type Change } from '../publish.ts';
import { examinePlan } from './examine-plan.ts';
import { loadPlan } from './load-plan.ts';
import { planFacts, type PlanFacts } from './plan-facts.ts';
import { readPlanFiles } from './plan-files.ts';
import { reportOnPlan } from './plan-report.ts';
import { namesOf, planLayers } from './plan-source.ts';

/** Plan statuses of a plan that is in force. */
const inForce = new Set([3, 6, 7]);

/** Plan statuses of a proposal: nobody has adopted it. */
const proposed = new Set([0, 1, 2]);

/** A draft may not take the place of a plan in force. */
export class PlanIsDraft extends Explained {
  constructor(plan: string) {
    super({
      nb: `Planen ${plan} er et forslag og kan ikke ta plassen til en plan i kraft. Sjekk den: grunnriss check FIL --report rapport.html.`,
      en: `Plan ${plan} is a draft and cannot take the place of a plan in force. Check it: grunnriss check FILE --report report.html.`,
    });
  }
}

/** A plan cannot be imported under no name. */
export class NoPlanId extends Explained {
  constructor() {
    super({
      nb: 'Filen sier ikke hvilken plan den er. Oppgi kommunenummer og plan-id: --part 3330_2021005.',
      en: 'The file does not say which plan it is. Name it by municipality number and plan id: --part 3330_2021005.',
    });
  }
}

/**
 * Import a plan: one dataset in each of `plan`, `zoning` and `zoning-consideration`, part = plan id, published together.
 * A plan in force takes the place of the one it names as predecessor.
 * @throws NoPlanId, PlanIsDraft, SeveralPlans, PlansDiffer, UnreadableFile, UnknownCrs
 */
export async function importPlan(
  database: Database,
  catalogue: Catalogue,
  options: ImportOptions,
): Promise<ImportResult> {
  const paths = [options.path, ...(options.alongside ?? [])];
  const given = { ...options.plan, ...(options.part !== undefined && { plan_id: options.part }) };
  const source = await readPlanFiles(paths, catalogue, { ...options, planId: given.plan_id ?? undefined });
  const facts = planFacts(source, catalogue, given, namesOf(source));
  const part = facts.plan_id;
  if (part === null) throw new NoPlanId();
  if (facts.plan_status !== null && proposed.has(facts.plan_status)) {
    const { crs, format, signal, onRefused } = options;
    if (onRefused)
      await onRefused(await examinePlan(database, catalogue, paths, { crs, format, facts: given, signal }));
    throw new PlanIsDraft(part);
  }
  const sha256 = source.sha256 ?? '';
  const { leftOut } = source;
  if (!options.again && (await isUnchanged(database, { layer: 'plan', part, sha256 }, options)))
    return { outcome: 'unchanged', reports: [], datasets: [], editions: new Map(), leftOut };

  const { map, set, onProgress, signal } = options;
  const sourceFile = paths.map((path) => basename(path)).join(', ');
  const loaded = await loadPlan(database, catalogue, source, facts, {
    ...{ part, map, set, onProgress, signal },
    provenance: { ...options.provenance, sourceFile, sha256 },
    settings: settingsOf(options),
  });
  const plan = await reportOnPlan(database, catalogue, source, facts, loaded);
  const reports = planLayers.map((layer) => loaded.reports[layer]);
  const datasets = planLayers.map((layer) => loaded.datasets[layer]);
  const nothing = { reports, datasets, editions: new Map<string, number>(), leftOut, plan };
  // An outline without any of its zones would empty the plan that is there.
  const zones = [loaded.reports.zoning, loaded.reports['zoning-consideration']];
  const lost = loaded.reports.plan.loaded === 0 || zones.some((report) => report.read > 0 && report.loaded === 0);
  if (lost) return { outcome: 'nothing-loaded', ...nothing };
  const note = `import ${sourceFile}`;
  const remove = { parts: replacedBy(part, facts) };
  const changes = planLayers.map((layer): Change => ({ layer, add: [loaded.datasets[layer]], remove, note }));
  return { outcome: 'published', ...nothing, editions: await publish(database, catalogue, changes) };
}

/** Plans that a plan takes the place of: its own earlier version, and its predecessor once it is in force. */
function replacedBy(part: string, { predecessor, plan_status: status }: PlanFacts): string[] {
  const replaces = predecessor !== null && status !== null && inForce.has(status);
  return replaces ? [part, predecessor] : [part];
}
