import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { RoadsSchema } from '../centrality/describe-roads.ts';
import { OnMapSchema } from '../centrality/process.ts';
import { measured } from '../problems.ts';
import { NetworkInput, type NetworkInputs } from './inputs.ts';
import { findNetworkMeasures, networkVersion } from './network-measures.ts';
import { networkTables } from './tables.ts';

const Node = z.object({
  ...{ x: z.number(), y: z.number(), roads: z.string().describe('numbers of the roads that meet there') },
  betweenness: z.number().describe('ordered pairs of other nodes whose quickest ways lead through it, in shares'),
  betweenness_error: z
    .number()
    .nullable()
    .describe('for this node the true value lies within it in 95 of 100 samples or more; null: it is exact'),
  betweenness_share: z.number().nullable().describe('of all ordered pairs of other nodes'),
  step: z.string(),
  closeness: z
    .number()
    .describe('other nodes reached by the sum of the minutes to them; exact in networks of any size'),
  harmonic: z.number().describe('sum of 1 by the minutes; exact in networks of any size'),
  part: z.number().int().describe('of the network, 1 the largest'),
  part_nodes: z.number().int(),
});

const Output = z.object({
  categories: z.array(z.string()),
  nodes: z.number().int(),
  sample: z
    .object({
      sources: z.number().int(),
      confidence: z
        .number()
        .describe(
          'that the true betweenness of a single node lies within its error, at least; not of all nodes at once',
        ),
      largest_error: z.number(),
    })
    .nullable()
    .describe('null: betweenness is exact'),
  largest: z.array(Node).describe('nodes that most ways lead through, first; all are in the layer'),
  roads: RoadsSchema,
  ...OnMapSchema,
});

/** Measures of the network of main roads. The work is in network-measures.ts. */
export const networkProcess: Process<NetworkInputs, z.infer<typeof Output>> = {
  id: 'network-measures',
  title: { nb: 'Mål på vegnettet', en: 'Measures of the road network' },
  description: {
    nb: 'Nærhet, harmonisk nærhet og mellomliggenhet for knutepunktene på hovedvegene, i kjøretid: nøyaktig i små vegnett, fra et utvalg med oppgitt usikkerhet i store.',
    en: 'Closeness, harmonic closeness and betweenness of the nodes of the main roads, by driving time: exact in small networks, from a sample with its uncertainty told in large ones.',
  },
  version: networkVersion,
  inputs: NetworkInput,
  outputs: Output,
  changesData: true,
  tables: networkTables,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    measured(() => findNetworkMeasures(database, catalogue, inputs, { signal, onProgress })),
};
