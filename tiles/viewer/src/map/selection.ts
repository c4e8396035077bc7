import type { Feature } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';

const empty = { type: 'FeatureCollection' as const, features: [] };

/** Marks one feature: a dark line in a light one, so that it shows on every ground. */
export function selection(map: Map): { mark: (feature: Feature | null) => void } {
  map.addSource('selection', { type: 'geojson', data: empty });
  for (const [id, colour, width] of [
    ['selection-casing', '#ffffff', 4.5],
    ['selection-line', '#101418', 2],
  ] as const) {
    map.addLayer({
      id,
      type: 'line',
      source: 'selection',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': width },
    });
  }
  map.addLayer({
    id: 'selection-point',
    type: 'circle',
    source: 'selection',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': 9,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': '#101418',
      'circle-stroke-width': 2.5,
    },
  });
  return {
    mark(feature) {
      void map.getSource<GeoJSONSource>('selection')?.setData(feature ?? empty);
    },
  };
}
