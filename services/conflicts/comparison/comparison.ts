import { z } from 'zod';
import { verdicts } from '../judgement/verdict.ts';

export const changes = ['new', 'changed', 'solved', 'unchanged'] as const;

export type Change = (typeof changes)[number];

const Verdict = z.enum(verdicts);
const Area = z.number().min(0).nullable();

const Side = z.object({
  zone: z.string(),
  zone_name: z.string().nullable(),
  verdict: Verdict,
  area_m2: Area,
});

/** What became of the findings between two versions of a plan, checked by the same rules and parameters. */
export const Comparison = z.object({
  against: z.object({ plan_id: z.string().nullable(), name: z.string().nullable(), key: z.string() }),
  same_data: z.boolean().describe('both were checked on the same editions of the data'),
  counts: z.record(z.enum(changes), z.number().int()),
  findings: z.array(
    z.object({
      change: z
        .enum(changes)
        .describe(
          'of what asks something of the planner: conflict, review, failed, not assessed; changed: another verdict, or other land by more than touching',
        ),
      rule: z.string(),
      before: Side.nullable().describe('null when the zone is new'),
      now: Side.nullable().describe('null when the zone is gone'),
    }),
  ),
});

export type Comparison = z.infer<typeof Comparison>;
