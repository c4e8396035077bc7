import { z } from 'zod';
import { PressureInput } from '../pressure/inputs.ts';

export const DensificationInput = z.strictObject({
  near_m: z
    .number()
    .min(0)
    .max(5000)
    .default(600)
    .describe('how far from a centre zone or a transit hub land is near it, metres as the crow flies; 600 is ours'),
  step_m: z
    .number()
    .int()
    .min(5)
    .max(500)
    .default(25)
    .describe('metres between the places by which zoned land is measured; small zones come out roughly'),
  built_m: PressureInput.shape.built_m,
});

export type DensificationInputs = z.infer<typeof DensificationInput>;
