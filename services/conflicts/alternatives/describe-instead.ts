import type { Geometry } from 'geojson';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { everyAnswer } from '../measurement/every-zone.ts';
import { fill, type Message } from '../judgement/message.ts';
import { describeRun } from '../answer/describe-run.ts';
import type { InsteadResult } from './instead-result.ts';
import { insteadTexts, kindTexts } from './texts.ts';
import type { Instead } from './where-instead.ts';

/** Other places in words and on the map. @param words titles: of layers, by id @throws OverlayFailed */
export async function describeInstead(
  session: Session,
  { check, zones, leftOut }: Instead,
  { language, titles }: { language: Language; titles: ReadonlyMap<string, string> },
): Promise<InsteadResult> {
  const places = zones.flatMap(({ found }) => found);
  const numbers = places.map((_, number) => number);
  const rows = await session.rows<{ number: number; geometry: Geometry }>(statement('conflicts/shown'), {
    numbers,
    geoms: places.map(({ geom }) => geom),
  });
  const shown = everyAnswer(rows, ({ number }) => number, numbers);
  const words = ({ code, values }: Message): string => {
    const text = fill(insteadTexts[code]?.[language] ?? code, titled(values, titles), language);
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

/** Layers by their titles, as a reader knows them. */
function titled(values: Message['values'], titles: ReadonlyMap<string, string>): Message['values'] {
  const named = (ids: string) =>
    ids
      .split(', ')
      .map((id) => `«${titles.get(id) ?? id}»`)
      .join(', ');
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      (name === 'layer' || name === 'layers') && typeof value === 'string' ? named(value) : value,
    ]),
  );
}
