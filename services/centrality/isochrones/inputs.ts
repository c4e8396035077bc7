import { z } from 'zod';
import { modes } from '../graph/mode.ts';
import { accessInput, speedInputs } from '../within-minutes/inputs.ts';

export const IsochronesInput = z.strictObject({
  origins: z
    .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
    .min(1)
    .max(20)
    .describe('points, [longitude, latitude] in degrees (ETRS89)'),
  minutes: z.array(z.number().min(0).max(240)).min(1).max(10).default([5, 10, 15, 30]).describe('one area for each'),
  mode: z.enum(modes).default('car'),
  ...speedInputs,
  width_m: z
    .number()
    .min(1)
    .max(2000)
    .default(100)
    .describe('land so near a road that is reached is within the area, metres; the way off the road takes no time'),
  access_m: accessInput,
});

export type IsochronesInputs = z.infer<typeof IsochronesInput>;
