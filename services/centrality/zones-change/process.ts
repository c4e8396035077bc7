import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { runKeySchema } from '../pressure/inputs.ts';
import { pressureKinds } from '../pressure/pressure.ts';
import { measured } from '../problems.ts';
import { changeTables } from './tables.ts';
import { findZonesChange, type ZonesChange } from './zones-change.ts';

const Input = z.strictObject({
  before: runKeySchema.describe('key of a run of coordination-zones of the earlier year'),
  after: runKeySchema.describe('key of one of the later year'),
});

const box = z.string().nullable().describe('centrality-pressure; null where it is not known in that year');
const residents = { residents_before: z.number(), residents_after: z.number() };
const moves = {
  stayed: z.number().int().describe('cells whose box is known in both years and the same'),
  moved: z.number().int(),
  moves: z.array(z.object({ before: box, after: box, cells: z.number().int(), ...residents })),
};
const Year = z.object({ year: z.number().int().nullable() });

const Output = z.object({
  ...{ before: Year, after: Year },
  kinds: z.array(
    z.object({
      ...{ kind: z.enum(pressureKinds), ...moves },
      municipalities: z.array(z.object({ number: z.string(), ...moves })),
      cells: z.array(
        z.object({
          ...{ cell: z.string(), municipality: z.string(), before: box, after: box },
          ...{ residents_before: z.number().nullable(), residents_after: z.number().nullable() },
        }),
      ),
    }),
  ),
});

/** Change of the coordination zones between two years. The work is in zones-change.ts. */
export const zonesChangeProcess: Process<z.infer<typeof Input>, ZonesChange> = {
  id: 'coordination-zones-change',
  title: { nb: 'Endring i samordningssonene', en: 'Change of the coordination zones' },
  description: {
    nb: 'Hvilke ruter som har flyttet fra en boks i figuren til en annen mellom to kjøringer av coordination-zones, i alt og per kommune. For et tidligere år: kjør centrality med year, development-pressure med to_year og centrality_run, og coordination-zones med pressure_run.',
    en: 'Which cells moved from one box of the figure to another between two runs of coordination-zones, in all and by municipality. For an earlier year: run centrality with year, development-pressure with to_year and centrality_run, and coordination-zones with pressure_run.',
  },
  version: '1',
  inputs: Input,
  outputs: Output,
  tables: changeTables,
  execute: (inputs, { database, catalogue }) => measured(() => findZonesChange(database, catalogue, inputs)),
};
