import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { decayInputs } from '../accessibility/chosen-decay.ts';
import { scalings } from '../accessibility/centrality-index.ts';
import { measured } from '../problems.ts';
import type { OnMap } from '../publish/publish-results.ts';
import { centralityVersion, findCentrality, type CentralityAnswer } from './centrality.ts';
import { RoadsSchema } from './describe-roads.ts';
import { centralityTables } from './tables.ts';

/** What says how travel times become a figure; the same for every analysis that uses them. */
export const measureInputs = {
  year: z.number().int().optional().describe('year of the population; the newest when left out'),
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

const Input = z.strictObject(measureInputs);

const Decay = z.union([
  z.object({ kind: z.enum(['step', 'linear']), limit_min: z.number() }),
  z.object({ kind: z.literal('exponential'), beta: z.number() }),
  z.object({ kind: z.literal('log-logistic'), a: z.number(), b: z.number() }),
]);
const From = z.array(z.object({ municipality: z.string(), share: z.number() }));
const Reached = z.object({ jobs: z.number(), services: z.number() });

const Municipality = z.object({
  number: z.string(),
  name: z.string().nullable(),
  residents: z.number().int(),
  cells: z.number().int(),
  residents_without_road: z.number().int().describe('they are not in the mean'),
  index: z.number().nullable().describe('mean by residents; null where nobody lives by a road, or there is no scale'),
  class: z
    .number()
    .int()
    .nullable()
    .describe('1–6 by 925, 870, 775, 670, 565; null where the anchor is not in the data'),
  jobs: z.number().nullable().describe('what jobs add to the index'),
  services: z.number().nullable().describe('what services add to the index'),
  reached: Reached.nullable().describe('weighted by travel time'),
  jobs_from: From.describe('where the jobs reached lie, shares'),
  services_from: From,
  index_by_decay: z.array(z.object({ decay: Decay, index: z.number().nullable() })).describe('by other decays, too'),
});

const Used = z.object({
  layer: z.string(),
  residents_stand_in: z.boolean().describe('nobody loaded any: residents stand in for them'),
  total: z.number(),
  outside: z.number().describe('in none of the municipalities'),
  without_road: z.number(),
  negative_rows: z.number().int().describe('left out'),
});

/** Where the results are, and what they rest on. */
export const OnMapSchema = {
  datasets: z.record(z.string(), z.number().int()).describe('of the result layers'),
  run: z.object({ key: z.string(), version: z.string(), editions: z.record(z.string(), z.number().int().nullable()) }),
};

const Output = z.object({
  year: z.number().int().nullable(),
  scale: z.object({
    municipality: z.string().nullable(),
    anchored: z.boolean().describe('false: the anchor is not in the data; the scale is of these municipalities alone'),
    scaling: z.enum(scalings),
    ...{ jobs: z.number(), services: z.number() },
  }),
  decay: Decay,
  cutoff_min: z.number(),
  municipalities: z.array(Municipality),
  cells: z.object({
    ...{ count: z.number().int(), without_road: z.number().int() },
    ...{ residents: z.number().int(), residents_without_road: z.number().int() },
  }),
  opportunities: z.object({ jobs: Used, services: Used }),
  roads: RoadsSchema,
  ...OnMapSchema,
});

/** Centrality by population cell and municipality (regional plan §6.1). The work is in centrality.ts. */
export const centralityProcess: Process<z.infer<typeof Input>, CentralityAnswer & OnMap> = {
  id: 'centrality',
  title: { nb: 'Sentralitet', en: 'Centrality' },
  description: {
    nb: 'Arbeidsplasser (to tredeler) og tjenester (en tredel) som nås med bil fra hver befolkningsrute innen 90 minutter, nære mer enn fjerne, med Oslo på 1000. Ligner SSBs sentralitetsindeks, men er ikke den. Lagt på kartet som «Sentralitet» og «Sentralitet per kommune».',
    en: 'Jobs (two thirds) and services (one third) within 90 minutes by car of each population cell, near ones counting more, with Oslo at 1000. Like the centrality index of Statistics Norway, and not it. Put on the map as "Centrality" and "Centrality by municipality".',
  },
  version: centralityVersion,
  inputs: Input,
  outputs: Output,
  changesData: true,
  tables: centralityTables,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    measured(() => findCentrality(database, catalogue, inputs, { signal, onProgress })),
};
