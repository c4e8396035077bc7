import { z } from 'zod';
import { standardBuffer } from './plans/land-state.ts';

/** Width in m below which change is noise: what borders of a map of 2 m accuracy move (ours). */
export const standardSliver = 2;

const Version = z
  .union([
    z.number().int(),
    z.strictObject({ edition: z.number().int().min(1) }),
    z.strictObject({ dataset: z.number().int().min(1) }),
  ])
  .describe('a year of the current edition, another edition, or a dataset');

export const AccountInput = z.strictObject({
  municipalities: z
    .union([z.string(), z.number().int(), z.array(z.string()).min(1)])
    .transform((given) => (Array.isArray(given) ? given : String(given).split(',')))
    .optional()
    .describe('numbers of the municipalities, a list or with commas; all, with regions and county, when left out'),
  from: Version.optional().describe('opening version of the coverages; the newest year but one when left out'),
  to: Version.optional().describe('closing version; the newest year when left out'),
  sliver_width_m: z.number().min(0).max(100).default(standardSliver).describe('narrower change is mapping noise'),
  built_buffer_m: z.number().min(0).max(500).default(standardBuffer).describe('land so near a building is built'),
  plan: z
    .strictObject({ href: z.string() })
    .optional()
    .describe('an uploaded draft, {"href": "/plans/{id}"}: the plan account with it, beside the plans in force'),
});

export type AccountInputs = z.infer<typeof AccountInput>;
