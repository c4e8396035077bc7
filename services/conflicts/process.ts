import type { FeatureCollection } from 'geojson';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { planOfDraft } from '../imports/plans/drafts.ts';
import { readPlan, type DraftPlan } from '../imports/plans/plan-file.ts';
import type { Process } from '../runs/process.ts';
import { checkPlan } from './check.ts';
import { describeRules } from './judgement/describe-rules.ts';
import { analysisVersion } from './answer/describe-run.ts';
import { problemOfCheck, refuseWithoutPurpose, unknownDraft } from './problems.ts';
import { CheckResult } from './answer/result.ts';
import { loadRules } from './rule-catalogue.ts';

/** An uploaded plan, by its address or its path. */
const draftAddress = /^(?:https?:\/\/[^/?#]+(?:\/[^?#]*)?)?\/plans\/([\da-f-]{36})$/;

interface Reference {
  href: string;
}

const isReference = (value: object): value is Reference => typeof (value as Partial<Reference>).href === 'string';

const Plan = z
  .custom<FeatureCollection | Reference>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      (isReference(value) || Array.isArray((value as { features?: unknown }).features)),
    {
      params: {
        nb: 'må være en GeoJSON FeatureCollection, eller {"href": "/plans/{id}"}',
        en: 'must be a GeoJSON FeatureCollection, or {"href": "/plans/{id}"}',
      },
    },
  )
  .meta({
    description:
      'A plan as a GeoJSON FeatureCollection, zones with their properties by SOSI or GML name (arealformål, ' +
      'arealbruksstatus, vertikalnivå …); coordinates are longitude and latitude unless a `crs` member says otherwise. ' +
      'Or a plan that was uploaded by POST /plans: `{"href": "/plans/{id}"}`.',
  });

const CheckInput = z.strictObject({
  plan: Plan,
  rules: z.array(z.string()).min(1).optional().describe('ids of the rules to ask; all when left out'),
  parameters: z.record(z.string(), z.number()).optional().describe('values for parameters, by name'),
  settings: z
    .strictObject({ guideline_adopted: z.iso.date().nullable() })
    .optional()
    .describe('the day the guidelines were adopted, where it is another than what the regional plan says'),
});

type CheckInput = z.infer<typeof CheckInput>;

/** OGC API Processes: execute conflict-check (req /req/core/process-execute-op). The work is in check.ts. */
export const conflictCheck: Process<CheckInput, CheckResult> = {
  id: 'conflict-check',
  title: { nb: 'Konfliktsjekk av plan', en: 'Conflict check of a plan' },
  description: {
    nb: 'Hver sone i et planforslag mot de regionale planretningslinjene: dom, areal, retningslinjens egne ord, og hva som løser det.',
    en: "Every zone of a draft plan against the regional guidelines: verdict, area, the guideline's own words, and what would solve it.",
  },
  version: analysisVersion,
  inputs: CheckInput,
  outputs: CheckResult,
  catalogue: async () => ({ ...describeRules(await loadRules()) }),
  async execute({ plan, rules, parameters, settings }, { database, catalogue, language, signal }) {
    try {
      const draft = isReference(plan) ? await uploaded(database, plan) : await readPlan(plan, { catalogue });
      if (!isReference(plan)) refuseWithoutPurpose(draft, plan);
      const guideline = settings && { guidelineAdopted: settings.guideline_adopted };
      return await checkPlan(database, { plan: draft, rules, parameters, settings: guideline }, { language, signal });
    } catch (error) {
      throw problemOfCheck(error);
    }
  },
};

/** @throws Problem when there is none */
async function uploaded(database: Database, { href }: Reference): Promise<DraftPlan> {
  const id = draftAddress.exec(href)?.[1];
  const plan = id === undefined ? null : await planOfDraft(database, id);
  if (!plan) throw unknownDraft(href);
  return plan;
}
