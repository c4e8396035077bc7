import type { Map, SourceSpecification } from 'maplibre-gl';

export const groundLayer = 'ground';

/** The land the map is about, lighter than what lies outside; it stays when the municipalities' borders are off. */
export function ground(map: Map, source: SourceSpecification): void {
  map.addSource('municipality', source);
  map.addLayer(
    {
      id: groundLayer,
      type: 'fill',
      source: 'municipality',
      'source-layer': 'municipality',
      paint: { 'fill-color': '#fbfaf6', 'fill-antialias': false },
    },
    map.getLayersOrder()[1],
  );
}
