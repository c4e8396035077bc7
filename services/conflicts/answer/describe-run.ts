import { planStatuses } from '../../../layers/codes/plan.ts';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { canonicalHash, runKey, type RunRequest } from '../../runs/request.ts';
import type { PreparedCheck } from '../check.ts';
import { commonParameters, type Parameter } from '../judgement/parameter.ts';
import { regionalPlan, standingOf } from '../regional-plan.ts';
import type { CheckResult } from './result.ts';

/** Raised whenever the same plan and data may get another answer. */
export const analysisVersion = '13';

/** All that decides the answer of a check. */
export function runRequestOf({
  plan,
  standing,
  rules,
  parameters,
  constraints,
  settled = [],
}: PreparedCheck): RunRequest {
  const { crs, facts, plan: outline, zoning, considerations } = plan;
  const features = [...zoning, ...considerations].map(({ id, properties, geometry }) => ({ id, properties, geometry }));
  return {
    kind: 'conflict-check',
    version: analysisVersion,
    parameters: {
      rules: rules.map(({ id }) => id),
      values: Object.fromEntries(parameters),
      guideline_adopted: standing.guidelineAdopted,
      ...(settled.length > 0 && {
        settled: settled.map(({ rule, zone, geometry, reason, name, date }) => ({
          ...{ rule, zone, geometry, reason, name, date },
        })),
      }),
    },
    editions: Object.fromEntries(
      constraints.layers.map((layer) => [layer, constraints.editions.get(layer)?.number ?? null]),
    ),
    // As JSON first: a coordinate that is no number has no canonical form, and the zone it spoils is answered as failed.
    input: canonicalHash(JSON.parse(JSON.stringify({ crs, facts, outline: outline.geometry, features }))),
  };
}

/** Where an answer comes from: the plan's standing, the guidelines' standing, every parameter, every edition read. */
export function describeRun(check: PreparedCheck, language: Language): CheckResult['run'] {
  const { standing, rules } = check;
  const request = runRequestOf(check);
  const { plan_id, name, plan_status: status, in_force } = standing.plan;
  return {
    key: runKey(request),
    kind: 'conflict-check',
    version: analysisVersion,
    stored: false,
    plan: { plan_id, name, plan_status: statusInWords(status, language), in_force },
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
    editions: request.editions,
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
  return (
    (status === null ? undefined : known[status])?.[language] ?? (language === 'nb' ? 'ikke oppgitt' : 'not stated')
  );
}
