import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { measured } from '../problems.ts';
import { centralityVersion } from './centrality.ts';
import { explainCell, type CellExplained } from './explain-cell.ts';
import { measureInputs } from './inputs.ts';

const Input = z.strictObject({
  cell: z.coerce.string().min(1).describe('id of a population cell, as layer centrality has it'),
  most: z.number().int().min(1).max(10_000).default(50).describe('destinations told of each kind'),
  ...measureInputs,
});

const Part = z.object({
  reached: z.number().describe('weighted by travel time'),
  destinations: z.number().int().describe('that add anything'),
  largest: z.array(
    z.object({
      cell: z.string().nullable().describe('null for what lies in no population cell'),
      municipality: z.string(),
      easting: z.number(),
      northing: z.number(),
      minutes: z.number(),
      count: z.number(),
      adds: z.number(),
      share: z.number(),
    }),
  ),
  by_municipality: z.array(z.object({ municipality: z.string(), share: z.number() })),
});

const Output = z.object({
  cell: z.string(),
  municipality: z.string(),
  residents: z.number().int(),
  index: z
    .object({ index: z.number(), jobs: z.number(), services: z.number() })
    .nullable()
    .describe('null where centrality was not worked out by the same parameters on the same data, or there is no road'),
  jobs: Part,
  services: Part,
});

/** Which destinations make the centrality of a cell. The work is in explain-cell.ts. */
export const centralityExplained: Process<z.infer<typeof Input>, CellExplained> = {
  id: 'centrality-explained',
  title: { nb: 'Hva en rutes sentralitet består av', en: 'What makes the centrality of a cell' },
  description: {
    nb: 'Hvilke steder som gir en befolkningsrute sentralitet, med reisetid, antall og hvor mye hvert legger til, de største først.',
    en: 'Which places make the centrality of a population cell, with travel time, count and what each adds, the largest first.',
  },
  version: centralityVersion,
  inputs: Input,
  outputs: Output,
  execute: ({ most, ...inputs }, { database }) => measured(() => explainCell(database, inputs, most)),
};
