import { z } from 'zod';
import { runKeySchema } from '../pressure/inputs.ts';

export const ZoneInput = z.strictObject({
  middle_centrality: z.number().min(0).optional().describe('least index of the middle band; 775, the limit of class 3'),
  high_centrality: z.number().min(0).optional().describe('least index of the highest band; 870, the limit of class 2'),
  middle_pressure: z.number().min(0).max(100).default(50).describe('least percentile of the middle band'),
  high_pressure: z.number().min(0).max(100).default(80).describe('least percentile of the highest band'),
  pressure_run: runKeySchema
    .optional()
    .describe('key of a run of development-pressure, for that of another year; the one on the map when left out'),
  large_urban: z.number().int().min(200).default(5000).describe('residents of a larger urban area'),
});
