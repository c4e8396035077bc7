import { z } from 'zod';
import { decayInputs } from '../accessibility/chosen-decay.ts';
import { scalings } from '../accessibility/centrality-index.ts';

/** What says how travel times become a figure; the same for every analysis that uses them. */
export const measureInputs = {
  year: z
    .number()
    .int()
    .optional()
    .describe('year of the population; the newest of each dataset when left out, whatever has no year is always in'),
  ...decayInputs,
  cutoff_min: z.number().min(0).max(10_000).default(90).describe('longest travel time that counts, minutes by car'),
  scaling: z
    .enum(scalings)
    .default('linear')
    .describe('how what is reached becomes a part of the index: in proportion to the anchor, or by logarithms'),
  anchor: z.coerce
    .string()
    .regex(/^\d{4}$/)
    .default('0301')
    .describe('number of the municipality that stands at 1000; Oslo by default, as in the national index'),
  access_m: z.number().min(0).max(20_000).default(2000).describe('farthest that a place may be from a road, metres'),
};

export const CentralityInput = z.strictObject(measureInputs);
