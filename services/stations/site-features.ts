import type { SourceFeature } from '../imports/source-feature.ts';
import type { StationsAnswer } from './answer.ts';
import type { Site } from './situation.ts';

/**
 * Sites for the map.
 * @param places where they are, in the analysis CRS
 */
export function* siteFeatures(
  { ranking, network, stability }: StationsAnswer,
  places: readonly Pick<Site, 'id' | 'x' | 'y'>[],
): Generator<SourceFeature> {
  const placeOf = new Map(places.map(({ id, x, y }) => [id, [x, y]]));
  const idle = new Set(network.order.flatMap((step) => (step.idle ? [step.id] : [])));
  const open = new Map(network.order.map(({ id }, at) => [id, at + 1]));
  const chosen = new Set(network.sites.flatMap(({ id }) => (idle.has(id) ? [] : [id])));
  const sure = new Map((stability?.sites ?? []).map((site) => [site.id, site]));
  for (const [index, { properties }] of ranking.features.entries()) {
    const { id, name, kind, road, municipality, rank, score, missing, excluded_by, charging, criteria } = properties;
    const value = (criterion: string) => criteria.find((one) => one.id === criterion)?.value ?? null;
    yield {
      ...{ index, id, geometry: { type: 'Point', coordinates: placeOf.get(id) ?? [] } },
      properties: {
        ...{ site: id, name, kind, road, municipality, rank, score },
        status: excluded_by.length > 0 ? 'excluded' : chosen.has(id) ? 'chosen' : rank === null ? 'apart' : 'ranked',
        build_order: idle.has(id) ? null : (open.get(id) ?? null),
        long_vehicles_day: value('long_vehicles_day'),
        ...{ grid_mw: value('grid_mw'), power_kw: charging?.power_kw ?? null },
        top_five: sure.get(id)?.topFive ?? null,
        missing: missing.join(', ') || null,
        excluded_by:
          excluded_by.map(({ filter, layer }) => (layer ? `${filter}: ${layer}` : filter)).join(', ') || null,
      },
    };
  }
}
