import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { analysisVersion } from '../answer/describe-run.ts';
import { verdicts } from '../judgement/verdict.ts';
import { sweepPlans, type SweepResult } from './sweep.ts';

const VerdictCode = z.enum(verdicts);
const NoInput = z.strictObject({});

const Count = z.object({
  rule: z.string(),
  municipality: z.string().describe("number; '' outside all, and for resources and what has no place"),
  verdict: VerdictCode,
  findings: z.number().int().describe('zones and resources, each counted where most of it lies'),
});

const Result = z.object({
  plans: z.array(
    z.object({
      plan_id: z.string(),
      name: z.string().nullable(),
      law: z.number().int().nullable(),
      in_force: z.string().nullable(),
      verdict: VerdictCode.describe('the worst over all rules and zones'),
      zones: z.number().int(),
      findings: z.partialRecord(VerdictCode, z.number().int()),
      counts: z.array(Count),
      key: z.string().describe('SHA-256 of what the findings rest on'),
    }),
  ),
  checked: z.number().int().describe('plans that were checked now; the findings of the others still held'),
  counts: z.array(
    Count.extend({
      area_m2: z
        .number()
        .nullable()
        .describe('land in conflict or for review within the municipality, shared land counted once'),
    }),
  ),
  dataset: z.number().int().describe('of layer conflict-in-force'),
  run: z.object({ key: z.string(), version: z.string(), editions: z.record(z.string(), z.number().int().nullable()) }),
});

/** The conflict check over all plans in force (planvask, regional plan §6.2.4 tiltak 5). The work is in sweep.ts. */
export const conflictSweep: Process<z.infer<typeof NoInput>, SweepResult> = {
  id: 'conflict-sweep',
  title: { nb: 'Konfliktsjekk av alle planer som gjelder', en: 'Conflict check of all plans in force' },
  description: {
    nb: 'Alle gjeldende planer mot de regionale retningslinjene, lagt på kartet som «Funn i planer som gjelder», med antall og areal per regel og kommune. Bare planer der noe er endret siden sist, sjekkes på nytt.',
    en: 'All plans in force against the regional guidelines, put on the map as "Findings in plans in force", with number and area by rule and municipality. Only plans where something has changed since the last time are checked again.',
  },
  version: analysisVersion,
  inputs: NoInput,
  outputs: Result,
  changesData: true,
  execute: (_, { database, catalogue, signal, onProgress }) => sweepPlans(database, catalogue, { signal, onProgress }),
};
