import type { Map } from 'maplibre-gl';
import type { Municipality } from '../answers.ts';
import { labelFont } from './paper.ts';

/**
 * The names of the municipalities, one each: drawn from a point inside each, because a name out of tiles would be
 * repeated in every tile that a municipality reaches into.
 */
export function municipalityNames(map: Map, municipalities: Municipality[]): void {
  const data = {
    type: 'FeatureCollection' as const,
    features: municipalities.map(({ name, number, centre }) => ({
      type: 'Feature' as const,
      properties: { name: name ?? number },
      geometry: { type: 'Point' as const, coordinates: centre },
    })),
  };
  map.addSource('municipality-names', { type: 'geojson', data });
  map.addLayer({
    id: 'municipality-names',
    type: 'symbol',
    source: 'municipality-names',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': labelFont,
      'text-size': ['interpolate', ['linear'], ['zoom'], 6, 11, 9, 14, 12, 18],
      'text-letter-spacing': 0.04,
      'text-max-width': 7,
      'text-padding': 4,
    },
    paint: {
      'text-color': '#2f3a3a',
      'text-halo-color': 'rgba(255,255,255,0.9)',
      'text-halo-width': 1.6,
      'text-halo-blur': 0.6,
      // Close up the reader knows where they are, and the plan's own names matter more.
      'text-opacity': ['interpolate', ['linear'], ['zoom'], 12, 1, 13.5, 0],
    },
  });
}
