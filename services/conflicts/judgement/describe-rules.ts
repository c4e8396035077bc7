import type { Bilingual } from '../../../layers/declaration/bilingual.ts';
import { commonParameters, type Parameter } from './parameter.ts';
import { regionalPlan } from '../regional-plan.ts';
import type { Basis, Rule } from './rule.ts';

type DescribedParameter = Parameter & { name: string };

interface DescribedRule {
  id: string;
  title: Bilingual;
  basis: Basis;
  /** The plan's own words and where they stand; they are quoted, and so in Norwegian only. */
  guideline: { text: string; section: string };
  /** Which land it asks about. */
  judges: Bilingual;
  /** Layers that it is asked against, and layers that make its answer better. */
  against: readonly string[];
  helped_by: readonly string[];
  parameters: DescribedParameter[];
}

/** The rules of the check as its description lists them: everything that decides an answer, in both languages. */
export const describeRules = (
  rules: readonly Rule[],
): { plan: { name: string; version: Bilingual }; rules: DescribedRule[]; parameters: DescribedParameter[] } => ({
  plan: { name: regionalPlan.name, version: regionalPlan.version },
  rules: rules.map(({ id, title, basis, guideline, judges, against, helpedBy = [], parameters }) => ({
    id,
    title,
    basis,
    guideline: { text: guideline.text, section: guideline.section },
    judges: judges.title,
    against,
    helped_by: helpedBy,
    parameters: listed(parameters),
  })),
  parameters: listed(commonParameters),
});

const listed = (parameters: Record<string, Parameter>): DescribedParameter[] =>
  Object.entries(parameters).map(([name, parameter]) => ({ name, ...parameter }));
