import { z } from 'zod';
import { commonParameters } from '../../conflicts/judgement/parameter.ts';
import { evidences } from './pressure.ts';

/** The key of a run, as answers tell it. */
export const runKeySchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Land so near a building counts as built, as the conflict check has it. */
const { default: built, min: leastBuilt, max: mostBuilt } = commonParameters.built_m;

export const PressureInput = z.strictObject({
  cell_m: z.number().int().multipleOf(50).min(50).max(10_000).default(500).describe('side of a map cell, metres'),
  reach: z.number().min(1).max(50).default(8).describe('farthest cell that counts in the gravity measure, in cells'),
  gamma: z.number().min(0).max(10).default(1.5).describe('how fast gravity falls off with distance in cells'),
  scaling: z.number().positive().max(1e6).default(1).describe('factor of the gravity measure'),
  from_year: z.number().int().optional().describe('growth since then; the first year of the population data'),
  to_year: z
    .number()
    .int()
    .optional()
    .describe(
      'growth until then; the newest year of the population data; where it is given, later houses are left out',
    ),
  centrality_run: runKeySchema
    .optional()
    .describe('key of a run of centrality, for that of another year; the one on the map when left out'),
  weights: z
    .partialRecord(z.enum(evidences), z.number().min(0).max(1000))
    .default({})
    .describe('how much each percentile rank counts in the whole; 1 for those not named'),
  built_m: z
    .number()
    .min(leastBuilt)
    .max(mostBuilt)
    .default(built)
    .describe('land so near a building counts as built and is no plan reserve, metres; as in the conflict check'),
  reserve_step_m: z
    .number()
    .int()
    .min(5)
    .max(10_000)
    .default(50)
    .describe('metres between the places at which plan reserve is looked for; a cell is a whole number of them wide'),
  accessibility_m: z
    .number()
    .min(0)
    .max(100_000)
    .default(10_000)
    .describe('farthest that the population cell lies whose centrality a cell takes, metres'),
});
