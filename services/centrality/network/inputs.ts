import { z } from 'zod';
import { roadCategories } from '../../../layers/codes/roads.ts';
import type { RoadCategory } from '../graph/road.ts';

const categories = Object.keys(roadCategories) as [RoadCategory, ...RoadCategory[]];

export const NetworkInput = z.strictObject({
  categories: z
    .array(z.enum(categories))
    .min(1)
    .default(['european', 'national', 'county'])
    .describe('roads that make the network: the main roads, unless something else is said'),
  exact_to: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(6000)
    .describe('nodes up to which betweenness is exact; from a sample of sources beyond'),
  sources: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(2000)
    .describe('sources of the sample; the error that is told falls with it'),
  seed: z.number().int().min(0).max(2_147_483_647).default(1).describe('of the sample: the same gives the same'),
});

export type NetworkInputs = z.infer<typeof NetworkInput>;
