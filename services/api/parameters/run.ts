import { z } from 'zod';
import { parameter } from './parameter.ts';

/** Of result layers: whose results are read, on the map or not. */
export const run = parameter({
  name: 'run',
  kind: 'text',
  schema: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  meaning: {
    nb: 'nøkkelen til en kjøring (run.key i svaret): resultatene av den, også når de ikke er på kartet. Uten den det som er på kartet.',
    en: 'the key of a run (run.key in its answer): its results, also where they are not on the map. Without it, what is on the map.',
  },
});
