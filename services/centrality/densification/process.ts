import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { OnMapSchema } from '../centrality/process.ts';
import { measured } from '../problems.ts';
import { targets } from '../within-minutes/minutes-to.ts';
import { densificationVersion, findDensificationRoom } from './densification-room.ts';
import { DensificationInput, type DensificationInputs } from './inputs.ts';
import { densificationTables } from './tables.ts';

const room = {
  zoned_m2: z
    .number()
    .nullable()
    .describe('land for building in plans in force, ellipsoidal; null where nobody knows of plans'),
  unbuilt_m2: z.number().nullable().describe('null where nobody knows of plans or buildings'),
  built_share: z.number().nullable().describe('0–1 of the zoned land; null where there is none'),
};

const Output = z.object({
  ...{ near_m: z.number(), step_m: z.number(), built_m: z.number() },
  groups: z.array(z.string()).describe('purposes that count as land for building'),
  missing: z.array(z.string()).describe('layers that nobody loaded'),
  buildings_from: z.array(z.string()).describe('layers that buildings were counted from; none: nobody loaded any'),
  lacks: z
    .object({ plans: z.array(z.string()), buildings: z.array(z.string()) })
    .describe('municipalities without rows and coverage: figures of what reaches into them are null'),
  places: z.array(
    z.object({
      ...{ kind: z.enum(targets), id: z.string(), name: z.string().nullable(), municipality: z.string() },
      area_m2: z.number().describe('all land in and near it, water too'),
      buildings: z.number().int().nullable(),
      buildings_per_ha: z.number().nullable().describe('of all the land'),
      ...room,
    }),
  ),
  municipalities: z.array(
    z.object({
      ...{ number: z.string(), name: z.string().nullable(), near: z.object(room), beyond: z.object(room) },
      near_share: z.number().nullable().describe('part of the unbuilt land that lies near; null where there is none'),
    }),
  ),
  ...OnMapSchema,
});

/** Room for densification (regional plan §6.2.1). The work is in densification-room.ts. */
export const densificationProcess: Process<DensificationInputs, z.infer<typeof Output>> = {
  id: 'densification-room',
  title: { nb: 'Fortettingsrom', en: 'Room for densification' },
  description: {
    nb: 'Bebygd andel av areal avsatt til utbygging, bygninger per hektar og ubebygd areal i og nær hver sentrumssone og hvert kollektivknutepunkt, og per kommune hvor mye som ligger nær og hvor mye lenger unna.',
    en: 'Built share of the land set aside for building, buildings per hectare and unbuilt land in and near each centre zone and transit hub, and by municipality how much lies near and how much farther out.',
  },
  version: densificationVersion,
  inputs: DensificationInput,
  outputs: Output,
  changesData: true,
  tables: densificationTables,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    measured(() => findDensificationRoom(database, catalogue, inputs, { signal, onProgress })),
};
