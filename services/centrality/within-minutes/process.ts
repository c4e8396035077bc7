import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { OnMapSchema } from '../centrality/process.ts';
import { modes } from '../graph/mode.ts';
import { measured } from '../problems.ts';
import { areaSchema } from '../settlement/area-schema.ts';
import { urbanOrigins } from '../settlement/urban-areas.ts';
import { WithinMinutesInput, type WithinMinutesInputs } from './inputs.ts';
import { targets } from './minutes-to.ts';
import { withinMinutesTables } from './tables.ts';
import { findWithinMinutes, withinMinutesVersion } from './within-minutes.ts';

const Shares = z
  .object({
    total: z.number().describe('in the municipalities of the area that there are data about'),
    ways: z.array(
      z.object({
        to: z.enum(targets),
        mode: z.enum(modes),
        of: z.number().describe('what the shares are of: those in municipalities whose targets are known, too'),
        without_way: z
          .number()
          .describe('no road within reach, or none that leads there; they are among those that the shares are of'),
        within: z.array(
          z.object({
            minutes: z.number(),
            count: z.number(),
            share: z.number().nullable().describe('null where the shares are of nobody'),
          }),
        ),
      }),
    ),
  })
  .nullable()
  .describe('null where there are no data about any municipality of the area');

const Numbers = z.array(z.string());

const Output = z.object({
  minutes: z.array(z.number()),
  speeds: z.object({ foot_kmh: z.number(), bicycle_kmh: z.number() }),
  missing: z.array(z.string()).describe('layers that nobody loaded: what hangs on them is not told'),
  urban_areas: z.enum(urbanOrigins),
  dwellings_per_daa: z.number(),
  reserve_m2: z.number().nullable().describe('unbuilt plan reserve for housing, ellipsoidal'),
  areas: z.array(
    z.object({
      ...{ ...areaSchema, residents: Shares, planned_dwellings: Shares, jobs: Shares },
      lacks: z
        .object({ residents: Numbers, planned_dwellings: Numbers, jobs: Numbers, centre: Numbers, hub: Numbers })
        .describe('municipalities of the area without rows and coverage: they are in no figure that hangs on them'),
    }),
  ),
  ...OnMapSchema,
});

/** Accessibility for planning (regional plan §6.2.1). The work is in within-minutes.ts. */
export const accessibilityProcess: Process<WithinMinutesInputs, z.infer<typeof Output>> = {
  id: 'accessibility',
  title: { nb: 'Nærhet til sentrum og knutepunkt', en: 'Nearness to centres and hubs' },
  description: {
    nb: 'Andelen av bosatte, planlagte boliger og arbeidsplasser som er innen 5, 10, 15 og 30 minutter fra en sentrumssone og fra et kollektivknutepunkt, til fots, med sykkel og med bil, per tettsted, kommune, region og fylke. Med minutter for hver befolkningsrute på kartet.',
    en: 'The share of residents, planned dwellings and jobs within 5, 10, 15 and 30 minutes of a centre zone and of a transit hub, on foot, by bicycle and by car, by urban area, municipality, region and county. With the minutes of each population cell on the map.',
  },
  version: withinMinutesVersion,
  inputs: WithinMinutesInput,
  outputs: Output,
  changesData: true,
  tables: withinMinutesTables,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    measured(() => findWithinMinutes(database, catalogue, inputs, { signal, onProgress })),
};
