import type { Map, PointLike } from 'maplibre-gl';
import type { FeatureRef } from '../address.ts';
import type { ShownLayers } from './shown-layers.ts';

/** How near, in pixels, a line or point must be to count as pointed at; an area must be hit. */
const reach = 6;
/** Enough for any place one can point at; a click on a whole town must not ask for a thousand buildings. */
const most = 12;

/** The features at a place of the map (pixels), topmost first, each once. */
export function featuresAt(map: Map, shown: ShownLayers, { x, y }: { x: number; y: number }): FeatureRef[] {
  const layers = shown.visible();
  const near: [PointLike, PointLike] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  const hits = [
    ...map.queryRenderedFeatures(near, { layers }).filter((hit) => !hit.geometry.type.endsWith('Polygon')),
    ...map.queryRenderedFeatures([x, y], { layers }).filter((hit) => hit.geometry.type.endsWith('Polygon')),
  ];
  const found = new globalThis.Map<string, FeatureRef>();
  for (const { source, id } of hits)
    if (typeof id === 'number') found.set(`${source}/${id}`, { layer: source, fid: id });
  return [...found.values()].slice(0, most);
}
