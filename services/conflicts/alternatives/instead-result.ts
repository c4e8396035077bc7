import type { Geometry } from 'geojson';
import { z } from 'zod';
import { kinds } from './alternative.ts';

const Place = z.object({
  kind: z.enum(kinds),
  what: z.string().describe('kind, in words'),
  area_m2: z.number(),
  distance_m: z.number().describe('to the zone'),
  plan_id: z.string().nullable(),
  zone: z.string().nullable().describe('of the plan that gives the land'),
  name: z.string().nullable(),
  reasons: z.array(z.string()),
  geometry: z.custom<Geometry>((value) => typeof value === 'object' && value !== null && 'type' in value),
});

/** Answer of `/plans/{id}/conflicts/alternatives`. */
export const InsteadResult = z.object({
  zones: z.array(
    z.object({
      zone: z.string(),
      zone_name: z.string().nullable(),
      zone_index: z.number().int(),
      purpose: z.string().nullable(),
      municipality: z.string().nullable(),
      findings: z.array(z.string()).describe('ids of the findings that it has'),
      size_m2: z.number().describe("the zone's new land: what room is needed for"),
      places: z.array(Place).describe('reserve first, then room in existing areas, then other land; each by distance'),
      looked_at: z.record(z.enum(kinds), z.number().int()),
      none: z.array(z.string()).describe('why there are no places'),
    }),
  ),
  left_out: z.number().int().describe('zones with findings that were not looked at because there are too many'),
  run: z.looseObject({}),
});

export type InsteadResult = z.infer<typeof InsteadResult>;
