import { z } from 'zod';

const Version = z
  .union([
    z.number().int(),
    z.strictObject({ edition: z.number().int().min(1) }),
    z.strictObject({ dataset: z.number().int().min(1) }),
  ])
  .describe('a year of the current edition, another edition, or a dataset');

export const AccountInput = z.strictObject({
  municipalities: z
    .preprocess(
      (value) => (typeof value === 'string' || typeof value === 'number' ? String(value).split(',') : value),
      z.array(z.coerce.string()).min(1),
    )
    .optional()
    .describe('numbers of the municipalities; all, with the regions and the county, when left out'),
  from: Version.optional().describe('opening version of the coverages; the newest year but one when left out'),
  to: Version.optional().describe('closing version; the newest year when left out'),
  sliver_width_m: z.number().min(0).max(100).default(2).describe('narrower change is mapping noise'),
  built_buffer_m: z.number().min(0).max(500).default(18).describe('land so near a building is built'),
  plan: z
    .strictObject({ href: z.string() })
    .optional()
    .describe('an uploaded draft, {"href": "/plans/{id}"}: the plan account with it, beside the plans in force'),
});

export type AccountInputs = z.infer<typeof AccountInput>;
