import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { OnMapSchema } from '../centrality/process.ts';
import { measured } from '../problems.ts';
import { areaSchema } from '../settlement/area-schema.ts';
import { urbanOrigins } from '../settlement/urban-areas.ts';
import { findPressure } from './development-pressure.ts';
import { pressureVersion } from './request.ts';
import { PressureInput } from './inputs.ts';
import { evidences } from './pressure.ts';
import { pressureTables } from './tables.ts';

const KindAnswer = z.object({
  buildings_from: z.string().nullable(),
  cells: z.number().int().describe('built, with something built within reach, or with evidence of their own'),
  evidence: z.array(z.enum(evidences)),
  missing: z.array(z.enum(evidences)).describe('not known, for lack of data; they are not in the whole'),
  outside: z.number().int().describe('buildings on cells whose middles lie in no municipality'),
  uncovered: z
    .array(z.string())
    .describe('municipalities without buildings that no source covers: not known whether there are any'),
});

const KindGrowth = z.object({
  buildings: z
    .number()
    .int()
    .nullable()
    .describe('null where nobody loaded any, or no source covers the municipality and there are none'),
  new: z.number().int().nullable().describe('known to be new; null where there are buildings and none has a year'),
  undated: z.number().int().nullable().describe('without a year: not counted as new'),
  reserve_m2: z
    .number()
    .nullable()
    .describe('unbuilt land of plans in force, ellipsoidal, from places reserve_step_m apart'),
  pressure: z.number().nullable().describe('mean percentile of the ranked cells; null where none is'),
});

const kindsOf = <Schema extends z.ZodType>(schema: Schema) => z.object({ housing: schema, 'holiday-homes': schema });

const AreaGrowth = z.object({
  ...areaSchema,
  residents: z
    .object({ from: z.number(), to: z.number() })
    .nullable()
    .describe('null where the data do not hold both years of the area'),
  kinds: kindsOf(KindGrowth),
});

const Output = z.object({
  ...{ cell_m: z.number(), built_m: z.number(), reserve_step_m: z.number(), accessibility_m: z.number() },
  weights: z.record(z.enum(evidences), z.number()),
  gravity: z.object({ reach: z.number(), gamma: z.number(), scaling: z.number() }),
  from_year: z.number().int(),
  to_year: z.number().int(),
  kinds: kindsOf(KindAnswer),
  municipalities: z.array(AreaGrowth),
  areas: z.array(AreaGrowth).describe('the county, its regions and urban areas'),
  urban_areas: z.enum(urbanOrigins),
  ...OnMapSchema,
});

/** Development pressure of housing and of holiday homes (regional plan §6.1). The work is in development-pressure.ts. */
export const developmentPressureProcess: Process<z.infer<typeof PressureInput>, z.infer<typeof Output>> = {
  id: 'development-pressure',
  title: { nb: 'Utbyggingspress', en: 'Development pressure' },
  description: {
    nb: 'To kart, bolig og fritidsboliger hver for seg: tyngden av bebyggelse rundt, nye bygninger, endring i bosatte, ubebygd planreserve og sentralitet, hver som persentil, og helheten ved siden av. Med vekst mellom to år per kommune.',
    en: 'Two maps, housing and holiday homes apart: gravity of what is built around, new buildings, change of residents, unbuilt plan reserve and centrality, each as a percentile, and the whole beside them. With growth between two years by municipality.',
  },
  version: pressureVersion,
  inputs: PressureInput,
  outputs: Output,
  changesData: true,
  tables: pressureTables,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    measured(() => findPressure(database, catalogue, inputs, { signal, onProgress })),
};
