import { z } from 'zod';
import { areaKinds } from './areas.ts';

/** How an answer tells which area a figure is of. */
export const areaSchema = {
  kind: z.enum(areaKinds),
  number: z.string().nullable().describe('null for the county, and for urban areas that were derived'),
  name: z.string().nullable(),
};
