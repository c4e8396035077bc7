import type { Feature } from 'geojson';
import type { DataDrivenPropertyValueSpecification, GeoJSONSource, Map } from 'maplibre-gl';
import { labelFont } from './paper.ts';

const [dark, light] = ['#12485c', '#ffffff'];

/** The first five are dark with a light figure, the others light with a dark one: not told by colour alone. */
const first = (yes: string, no: string): DataDrivenPropertyValueSpecification<string> => [
  'case',
  ['<=', ['get', 'rank'], 5],
  yes,
  no,
];

/** Draws sites as discs with their rank, the best on top. */
export function ranksLayer(map: Map): { draw: (sites: Feature[]) => void } {
  map.addSource('ranks', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  map.addLayer({
    id: 'rank-disc',
    type: 'circle',
    source: 'ranks',
    layout: { 'circle-sort-key': ['-', ['get', 'rank']] },
    paint: {
      'circle-radius': ['case', ['<=', ['get', 'rank'], 5], 11, 9],
      'circle-color': first(dark, light),
      'circle-stroke-color': first(light, dark),
      'circle-stroke-width': 1.5,
    },
  });
  map.addLayer({
    id: 'rank-figure',
    type: 'symbol',
    source: 'ranks',
    layout: {
      'text-field': ['to-string', ['get', 'rank']],
      'text-font': labelFont,
      'text-size': 11,
      // Where two lie on each other, the better one's figure is seen.
      'symbol-sort-key': ['get', 'rank'],
      'text-padding': 0,
    },
    paint: { 'text-color': first(light, dark) },
  });
  return {
    draw(features) {
      void map.getSource<GeoJSONSource>('ranks')?.setData({ type: 'FeatureCollection', features });
    },
  };
}
