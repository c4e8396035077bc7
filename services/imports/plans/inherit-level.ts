import { isObject } from '../readers/geojson-feature.ts';
import type { SourceFeature } from '../source-feature.ts';

/**
 * In Plan 5.0 the level (vertikalnivå) stands on the plan's outline (RpOmråde), and a zone refers to it by an xlink:
 * without following it, land use in a tunnel would be judged as on the ground.
 */
export function inheritLevel(zones: SourceFeature[], outlines: readonly SourceFeature[]): SourceFeature[] {
  const levels = new Map<string, unknown>();
  for (const { id, properties } of outlines)
    for (const key of [id, properties['id'], properties['gml:id'], properties['gml_id']])
      if (typeof key === 'string' && 'vertikalnivå' in properties) levels.set(key, properties['vertikalnivå']);
  if (levels.size === 0) return zones;
  return zones.map((zone) => {
    const reference = zone.properties['planområde'];
    const target = isObject(reference) ? reference['xlink:href'] : reference;
    const level = typeof target === 'string' ? levels.get(target.replace(/^#/, '')) : undefined;
    if (level === undefined || 'vertikalnivå' in zone.properties) return zone;
    return { ...zone, properties: { ...zone.properties, vertikalnivå: level } };
  });
}
