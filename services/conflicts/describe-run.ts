import { planStatuses } from '../../layers/codes/plan.ts';
import type { Language } from '../../layers/declaration/bilingual.ts';
import { canonicalHash, runKey } from '../runs/request.ts';
import type { Check } from './check.ts';
import { commonParameters, type Parameter } from './parameter.ts';
import { regionalPlan, standingOf } from './regional-plan.ts';
import type { CheckResult } from './result.ts';

/** Raised whenever the same plan and data may get another answer. */
export const analysisVersion = '1';

/** Where an answer comes from: the plan's standing, the guidelines' standing, every parameter, every edition read. */
export function describeRun(check: Check, language: Language): CheckResult['run'] {
  const { request, standing, rules, constraints } = check;
  const editions = Object.fromEntries(
    constraints.layers.map((layer) => [layer, constraints.editions.get(layer)?.number ?? null]),
  );
  const key = runKey({
    kind: 'conflict-check',
    version: analysisVersion,
    parameters: {
      rules: rules.map(({ id }) => id),
      values: Object.fromEntries(check.parameters),
      guideline_adopted: standing.guidelineAdopted,
    },
    editions,
    input: canonicalHash(request.plan),
  });
  const { plan } = standing;
  return {
    key,
    kind: 'conflict-check',
    version: analysisVersion,
    stored: false,
    plan: { plan_id: plan.plan_id, name: plan.name, plan_status: statusInWords(plan.plan_status, language), in_force: plan.in_force },
    guidelines: {
      plan: regionalPlan.name,
      version: regionalPlan.version[language],
      standing: standingOf(regionalPlan, standing.guidelineAdopted)[language],
      adopted: standing.guidelineAdopted,
    },
    rules: rules.map(({ id }) => id),
    parameters: [
      ...describeParameters(null, commonParameters, check.parameters.get(''), language),
      ...rules.flatMap(({ id, parameters }) => describeParameters(id, parameters, check.parameters.get(id), language)),
    ],
    editions,
  };
}

const describeParameters = (
  rule: string | null,
  declared: Record<string, Parameter>,
  used: Record<string, number> | undefined,
  language: Language,
): CheckResult['run']['parameters'] =>
  Object.entries(declared).map(([name, { default: standard, unit, why }]) => {
    const value = used?.[name] ?? standard;
    return { rule, name, value, unit, default: standard, changed: value !== standard, why: why[language] };
  });

function statusInWords(status: number | null, language: Language): string {
  const known: Record<number, Record<Language, string>> = planStatuses;
  return (status === null ? undefined : known[status])?.[language] ?? (language === 'nb' ? 'ikke oppgitt' : 'not stated');
}
