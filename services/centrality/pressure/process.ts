import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { OnMapSchema } from '../centrality/process.ts';
import { measured } from '../problems.ts';
import { findPressure, pressureVersion } from './development-pressure.ts';
import { evidences } from './pressure.ts';
import { pressureTables } from './tables.ts';

const Input = z.strictObject({
  cell_m: z.number().int().multipleOf(50).min(50).max(10_000).default(500).describe('side of a map cell, metres'),
  reach: z.number().min(1).max(50).default(8).describe('farthest cell that counts in the gravity measure, in cells'),
  gamma: z.number().min(0).max(10).default(1.5).describe('how fast gravity falls off with distance in cells'),
  scaling: z.number().positive().max(1e6).default(1).describe('factor of the gravity measure'),
  from_year: z.number().int().optional().describe('growth since then; the year before the last of the population data'),
  to_year: z.number().int().optional().describe('growth until then; the newest year of the population data'),
  weights: z
    .partialRecord(z.enum(evidences), z.number().min(0).max(1000))
    .default({})
    .describe('how much each percentile rank counts in the whole; 1 for those not named'),
});

const KindAnswer = z.object({
  buildings_from: z.string().nullable(),
  cells: z.number().int().describe('built, with something built within reach, or with evidence of their own'),
  evidence: z.array(z.enum(evidences)),
  missing: z.array(z.enum(evidences)).describe('nobody loaded the data; they are not in the whole'),
  outside: z.number().int().describe('buildings on cells whose middles lie in no municipality'),
});

const KindGrowth = z.object({
  buildings: z.number().int(),
  new: z.number().int(),
  undated: z.number().int().describe('without a year: not counted as new'),
  reserve_m2: z.number().nullable().describe('unbuilt land of plans in force, ellipsoidal, from places 50 m apart'),
});

const kindsOf = <Schema extends z.ZodType>(schema: Schema) => z.object({ housing: schema, 'holiday-homes': schema });

const Output = z.object({
  cell_m: z.number(),
  gravity: z.object({ reach: z.number(), gamma: z.number(), scaling: z.number() }),
  from_year: z.number().int(),
  to_year: z.number().int(),
  kinds: kindsOf(KindAnswer),
  municipalities: z.array(
    z.object({
      number: z.string(),
      name: z.string().nullable(),
      residents: z.object({ from: z.number(), to: z.number() }).nullable(),
      kinds: kindsOf(KindGrowth),
    }),
  ),
  ...OnMapSchema,
});

/** Development pressure of housing and of holiday homes (regional plan §6.1). The work is in development-pressure.ts. */
export const developmentPressureProcess: Process<z.infer<typeof Input>, z.infer<typeof Output>> = {
  id: 'development-pressure',
  title: { nb: 'Utbyggingspress', en: 'Development pressure' },
  description: {
    nb: 'To kart, bolig og fritidsboliger hver for seg: tyngden av bebyggelse rundt, nye bygninger, endring i bosatte, ubebygd planreserve og sentralitet, hver som persentil, og helheten ved siden av. Med vekst mellom to år per kommune.',
    en: 'Two maps, housing and holiday homes apart: gravity of what is built around, new buildings, change of residents, unbuilt plan reserve and centrality, each as a percentile, and the whole beside them. With growth between two years by municipality.',
  },
  version: pressureVersion,
  inputs: Input,
  outputs: Output,
  changesData: true,
  tables: pressureTables,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    measured(() => findPressure(database, catalogue, inputs, { signal, onProgress })),
};
