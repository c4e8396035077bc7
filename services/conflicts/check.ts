import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Database } from '../database/database.ts';
import { readConstraints, type Constraints } from './constraints.ts';
import type { PlanToCheck } from './draft-plan.ts';
import { askRule } from './ask-rule.ts';
import type { Finding } from './finding.ts';
import type { Standing } from './judge.ts';
import { judgedLand } from './judged-land.ts';
import { chooseParameters, commonParameters, type CommonParameters } from './parameter.ts';
import { placeZones } from './placed-zones.ts';
import { municipalitiesNear, plansInForce } from './plans-in-force.ts';
import { regionalPlan } from './regional-plan.ts';
import { renderCheck } from './render.ts';
import type { CheckResult } from './result.ts';
import { chooseRules, loadRules } from './rule-catalogue.ts';
import type { Rule } from './rule.ts';

/** What is asked of a check, beside the plan. */
export interface CheckRequest {
  plan: PlanToCheck;
  /** Ids of rules; all where it is left out. */
  rules?: readonly string[] | undefined;
  /** Values for parameters, by name; a name that several rules have counts for all of them. */
  parameters?: Readonly<Record<string, unknown>> | undefined;
  settings?: {
    /** Day the guidelines were adopted, ISO; null while they are a draft. By default what the regional plan says. */
    guidelineAdopted: string | null;
  };
}

/** A finished check: codes and numbers, to be put into words by {@link renderCheck}. */
export interface Check {
  request: CheckRequest;
  standing: Standing;
  rules: readonly Rule[];
  /** Values used, under each rule's id; those of the frame under ''. */
  parameters: ReadonlyMap<string, Record<string, number>>;
  constraints: Constraints;
  findings: Finding[];
}

/** The plan has no zones at all: there is nothing to check. */
export class NoZones extends Error {}

/** Layers that decide which land is judged, whatever the rule. */
const groundLayers = [
  'plan',
  'zoning',
  'zoning-consideration',
  'building',
  'holiday-home',
  'dwelling',
  'municipality',
];

/** Farthest that a rule looks around a zone when it looks for pieces, metres. */
const surroundings = 20_000;

/**
 * Check a plan against the guidelines: every rule asked, for every zone.
 * Editions are resolved once, at the start; nothing is written.
 * @throws NoZones, UnknownRule, BadParameter, UnknownCrs, and the signal's reason
 */
export async function checkZones(
  database: Database,
  request: CheckRequest,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Check> {
  const { plan } = request;
  if (plan.zones.length === 0) throw new NoZones('The plan has no zones.');
  const rules = chooseRules(await loadRules(), request.rules);
  const [common, ...own] = chooseParameters(
    [commonParameters, ...rules.map(({ parameters }) => parameters)],
    request.parameters ?? {},
  ) as [CommonParameters, ...Record<string, number>[]];
  const layers = new Set([...groundLayers, ...rules.flatMap(({ against, helpedBy = [] }) => [...against, ...helpedBy])]);
  const constraints = await readConstraints(database, [...layers]);

  const { placed, failed } = await placeZones(database, constraints, plan);
  const geoms = placed.map(({ geom }) => geom);
  const around = await plansInForce(database, constraints, plan.plan, geoms);
  const municipalities = await municipalitiesNear(database, constraints, geoms, surroundings);
  const ground = { session: database, constraints, municipalities, signal: options.signal };
  const zones = await judgedLand(placed, { ...ground, parameters: common, around });

  const standing: Standing = {
    plan: plan.plan,
    guidelineAdopted: request.settings ? request.settings.guidelineAdopted : regionalPlan.adopted,
  };
  const findings: Finding[] = [];
  for (const [index, rule] of rules.entries()) {
    options.signal?.throwIfAborted();
    const parameters = { ...common, ...own[index] };
    findings.push(...(await askRule(rule, { zones, failed, standing, measuring: { ...ground, parameters } })));
  }
  const parameters = new Map([['', common as Record<string, number>], ...rules.map(({ id }, at) => [id, own[at] ?? {}] as const)]);
  return { request, standing, rules, parameters, constraints, findings };
}

/** Check a plan and put the answer into words. */
export async function checkPlan(
  database: Database,
  request: CheckRequest,
  options: { signal?: AbortSignal | undefined; language?: Language } = {},
): Promise<CheckResult> {
  return renderCheck(database, await checkZones(database, request, options), options.language ?? 'nb');
}
