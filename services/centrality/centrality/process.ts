import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { scalings } from '../accessibility/centrality-index.ts';
import { measured } from '../problems.ts';
import type { OnMap } from '../publish/publish-results.ts';
import { areaSchema } from '../settlement/area-schema.ts';
import { urbanOrigins } from '../settlement/urban-areas.ts';
import { mapStates } from '../publish/put-on-map.ts';
import { centralityVersion, findCentrality, type CentralityAnswer } from './centrality.ts';
import { RoadsSchema } from './describe-roads.ts';
import { withoutClasses } from './index-of-cells.ts';
import { CentralityInput } from './inputs.ts';
import { centralityTables } from './tables.ts';

const Decay = z.union([
  z.object({ kind: z.enum(['step', 'linear']), limit_min: z.number() }),
  z.object({ kind: z.literal('exponential'), beta: z.number() }),
  z.object({ kind: z.literal('log-logistic'), a: z.number(), b: z.number() }),
]);
const From = z.array(z.object({ municipality: z.string(), share: z.number() }));
const Reached = z.object({ jobs: z.number(), services: z.number() });

const indexSchema = {
  residents: z.number().int(),
  cells: z.number().int(),
  residents_without_road: z.number().int().describe('they are not in the mean'),
  index: z.number().nullable().describe('mean by residents; null where nobody lives by a road, or there is no scale'),
  class: z
    .number()
    .int()
    .nullable()
    .describe('1–6 by 925, 870, 775, 670, 565; null where scale.without_classes says why'),
  jobs: z.number().nullable().describe('what jobs add to the index'),
  services: z.number().nullable().describe('what services add to the index'),
  reached: Reached.nullable().describe('weighted by travel time'),
};

const Municipality = z.object({
  ...{ number: z.string(), name: z.string().nullable(), ...indexSchema },
  jobs_from: From.describe('where the jobs reached lie, shares'),
  services_from: From,
  index_by_decay: z.array(z.object({ decay: Decay, index: z.number().nullable() })).describe('by other decays, too'),
});

const Used = z.object({
  layer: z.string(),
  residents_stand_in: z.boolean().describe('nobody loaded any: residents stand in for them'),
  years: z.array(z.number().int()).describe('each dataset counts by its newest; services have no year'),
  undated_rows: z.number().int().describe('without a year, though there could be one; they are in'),
  total: z.number(),
  outside: z.number().describe('in none of the municipalities'),
  without_road: z.number(),
  negative_rows: z.number().int().describe('left out'),
});

/** Where the results are, and what they rest on. */
export const OnMapSchema = {
  datasets: z.record(z.string(), z.number().int()).describe('of the result layers'),
  on_map: z
    .enum(mapStates)
    .describe(
      'current: these are what the map shows; own-parameters: only runs by all the defaults are shown, others are read by ?run=; overtaken: what is shown rests on newer data',
    ),
  run: z.object({ key: z.string(), version: z.string(), editions: z.record(z.string(), z.number().int().nullable()) }),
};

const Output = z.object({
  year: z.number().int().nullable().describe('the newest of the residents'),
  years: z.array(z.number().int()).describe('of the residents: each dataset counts by its newest'),
  scale: z.object({
    municipality: z.string().nullable(),
    anchored: z.boolean().describe('false: the anchor is not in the data; the scale is of these municipalities alone'),
    without_classes: z.array(z.enum(withoutClasses)).describe('why there are no classes; none: there are'),
    scaling: z.enum(scalings),
    ...{ jobs: z.number(), services: z.number() },
  }),
  decay: Decay,
  cutoff_min: z.number(),
  municipalities: z.array(Municipality),
  areas: z.array(z.object({ ...areaSchema, ...indexSchema })).describe('the county, its regions and urban areas'),
  urban_areas: z.enum(urbanOrigins),
  cells: z.object({
    undated_rows: z.number().int().describe('without a year; they are in'),
    repeated_rows: z.number().int().describe('of the same cells in other datasets: they do not count again'),
    ...{ count: z.number().int(), without_road: z.number().int() },
    apart: z.number().int().describe('by roads that no road within reach ties to the largest part of the network'),
    ...{ residents: z.number().int(), residents_without_road: z.number().int() },
  }),
  opportunities: z.object({ jobs: Used, services: Used }),
  roads: RoadsSchema,
  ...OnMapSchema,
});

/** Centrality by population cell and municipality (regional plan §6.1). The work is in centrality.ts. */
export const centralityProcess: Process<z.infer<typeof CentralityInput>, CentralityAnswer & OnMap> = {
  id: 'centrality',
  title: { nb: 'Sentralitet', en: 'Centrality' },
  description: {
    nb: 'Arbeidsplasser (to tredeler) og tjenester (en tredel) som nås med bil fra hver befolkningsrute innen 90 minutter, nære mer enn fjerne, med Oslo på 1000. Ligner SSBs sentralitetsindeks, men er ikke den. Med standardverdier lagt på kartet som «Sentralitet» og «Sentralitet per kommune»; ellers leses de med ?run=.',
    en: 'Jobs (two thirds) and services (one third) within 90 minutes by car of each population cell, near ones counting more, with Oslo at 1000. Like the centrality index of Statistics Norway, and not it. By the defaults put on the map as "Centrality" and "Centrality by municipality"; otherwise read by ?run=.',
  },
  version: centralityVersion,
  inputs: CentralityInput,
  outputs: Output,
  changesData: true,
  tables: centralityTables,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    measured(() => findCentrality(database, catalogue, inputs, { signal, onProgress })),
};
