import { z } from 'zod';
import type { Process } from '../../runs/process.ts';
import { OnMapSchema } from '../centrality/process.ts';
import { pressureKinds } from '../pressure/pressure.ts';
import { measured } from '../problems.ts';
import { areaSchema } from '../settlement/area-schema.ts';
import { urbanOrigins } from '../settlement/urban-areas.ts';
import { findZones, zonesVersion } from './coordination-zones.ts';
import { ZoneInput } from './inputs.ts';
import { zoneDrawings, zoneTables } from './tables.ts';
import { agreements, centralityBands, pressureBands } from './zones.ts';

const content = {
  cells: z.number().int(),
  residents: z.number(),
  residents_before: z.number().nullable().describe('in the earlier year'),
  buildings: z.number().nullable().describe('null where it is not known'),
  new_buildings: z.number().nullable().describe('known to be built between the years'),
  reserve_m2: z.number().nullable().describe('unbuilt plan reserve'),
};

const Figure = z.object({
  kind: z.enum(pressureKinds),
  area: z.object(areaSchema),
  boxes: z
    .array(z.object({ centrality: z.enum(centralityBands), pressure: z.enum(pressureBands), ...content }))
    .length(9),
  thirds: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('centrality at which thirds of the residents part: limits that would use all of the figure'),
  unplaced: z.object(content).describe('centrality or pressure is not known'),
  agreement: z.record(z.enum(agreements), z.number().int()).describe('cells by pressure against settlement kind'),
});

const Output = z.object({
  limits: z.object({ centrality: z.array(z.number()), pressure: z.array(z.number()), large: z.number() }),
  from_year: z.number().int().nullable(),
  to_year: z.number().int().nullable(),
  urban_areas: z.enum(urbanOrigins),
  figures: z.array(Figure),
  ...OnMapSchema,
});

/** The coordination zones of the regional plan, §6.1. The work is in coordination-zones.ts. */
export const coordinationZonesProcess: Process<z.infer<typeof ZoneInput>, z.infer<typeof Output>> = {
  id: 'coordination-zones',
  title: { nb: 'Samordningssoner', en: 'Coordination zones' },
  description: {
    nb: 'Figuren i regional plan § 6.1 som kart og utfylt for fylket, hver region, hver kommune og hvert tettsted: sentralitet mot utbyggingspress, med bosatte, bygninger, planreserve og nybygging, og hvor press og bosetting ikke sier det samme. Bygger på centrality og development-pressure.',
    en: 'The figure of the regional plan, § 6.1, as a map and filled in for the county, each region, municipality and urban area: centrality by development pressure, with residents, buildings, plan reserve and new building, and where pressure and settlement disagree. Rests on centrality and development-pressure.',
  },
  version: zonesVersion,
  inputs: ZoneInput,
  outputs: Output,
  changesData: true,
  tables: zoneTables,
  drawings: zoneDrawings,
  execute: (inputs, { database, catalogue, signal, onProgress }) =>
    measured(async () => {
      const { limits, ...answer } = await findZones(database, catalogue, inputs, { signal, onProgress });
      return { ...answer, limits: { ...limits, centrality: [...limits.centrality], pressure: [...limits.pressure] } };
    }),
};
