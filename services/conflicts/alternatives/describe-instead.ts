import type { Geometry } from 'geojson';
import { z } from 'zod';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { everyAnswer } from '../every-zone.ts';
import { fill, type Message } from '../message.ts';
import { describeRun } from '../describe-run.ts';
import { kinds } from './alternative.ts';
import { insteadTexts, kindTexts } from './texts.ts';
import type { Instead } from './where-instead.ts';

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

/** Other places in words and on the map. @throws OverlayFailed */
export async function describeInstead(
  session: Session,
  { check, zones, leftOut }: Instead,
  language: Language,
): Promise<z.infer<typeof InsteadResult>> {
  const places = zones.flatMap(({ found }) => found);
  const numbers = places.map((_, number) => number);
  const rows = await session.rows<{ number: number; geometry: Geometry }>(statement('conflicts/shown'), {
    numbers,
    geoms: places.map(({ geom }) => geom),
  });
  const shown = everyAnswer(rows, ({ number }) => number, numbers);
  const words = ({ code, values }: Message): string => {
    const text = fill(insteadTexts[code]?.[language] ?? code, values, language);
    return typeof values['count'] === 'number' ? `${text.replace(/\.$/, '')}: ${values['count']}` : text;
  };
  return {
    zones: zones.map(({ zone, findings, size_m2, municipality, found, looked, why }) => ({
      zone: zone.id,
      zone_name: zone.name,
      zone_index: zone.index,
      purpose: zone.purpose?.name[language] ?? null,
      municipality,
      findings: findings.map((number) => `${check.findings[number]?.rule.id}/${zone.index}`),
      size_m2,
      places: found.map((place) => ({
        kind: place.kind,
        what: kindTexts[place.kind][language],
        area_m2: place.area_m2,
        distance_m: place.distance_m,
        plan_id: place.plan_id,
        zone: place.id,
        name: place.name,
        reasons: place.reasons.map(words),
        geometry: shown.get(places.indexOf(place))?.geometry as Geometry,
      })),
      looked_at: looked,
      none: why.map(words),
    })),
    left_out: leftOut,
    run: describeRun(check, language),
  };
}
