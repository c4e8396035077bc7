import { z } from 'zod';
import { areaKinds } from './areas.ts';

/** How an answer tells which area a figure is of. */
export const areaSchema = {
  kind: z.enum(areaKinds),
  number: z.string().nullable().describe('null for the county, and for urban areas that have none'),
  name: z.string().nullable().describe('of an urban area without one: in which municipality it lies'),
};
