import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, Map } from 'maplibre-gl';
import { labelFont } from './paper.ts';
import { verdicts } from '../../../../services/conflicts/judgement/verdict.ts';
import { patterned, patternName, verdictLooks } from './verdict-patterns.ts';

const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

const colour = [
  'match',
  ['get', 'verdict'],
  ...verdicts.flatMap((verdict) => [verdict, verdictLooks[verdict].colour]),
  '#4b5a75',
] as unknown as ExpressionSpecification;

interface Drawing {
  plan: FeatureCollection | null;
  findings: Feature[];
  /** Zones as they could be drawn instead. */
  remedies: Feature[];
}

/** Draws the plan that was checked and what was found in it, by pattern and sign as well as by colour. */
export function findingsLayer(map: Map): { draw: (drawing: Drawing) => void } {
  map.addSource('plan', { type: 'geojson', data: empty });
  map.addSource('findings', { type: 'geojson', data: empty });
  map.addSource('remedies', { type: 'geojson', data: empty });
  map.addLayer({
    id: 'plan-line',
    type: 'line',
    source: 'plan',
    paint: { 'line-color': '#101418', 'line-width': 1.5, 'line-dasharray': [3, 2] },
  });
  map.addLayer({
    id: 'finding-fill',
    type: 'fill',
    source: 'findings',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': colour, 'fill-opacity': 0.28 },
  });
  for (const verdict of patterned)
    map.addLayer({
      id: `finding-pattern-${verdict}`,
      type: 'fill',
      source: 'findings',
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], ['==', ['get', 'verdict'], verdict]],
      paint: { 'fill-pattern': patternName(verdict) },
    });
  map.addLayer({
    id: 'finding-line',
    type: 'line',
    source: 'findings',
    paint: { 'line-color': colour, 'line-width': 2 },
  });
  map.addLayer({
    id: 'finding-sign',
    type: 'symbol',
    source: 'findings',
    layout: { 'text-field': ['get', 'sign'], 'text-font': labelFont, 'text-size': 13, 'text-padding': 1 },
    paint: { 'text-color': colour, 'text-halo-color': '#ffffff', 'text-halo-width': 2 },
  });
  map.addLayer({
    id: 'remedy-line',
    type: 'line',
    source: 'remedies',
    paint: { 'line-color': verdictLooks.clear.colour, 'line-width': 3, 'line-dasharray': [2, 1.5] },
  });
  return {
    draw({ plan, findings, remedies }) {
      void map.getSource<GeoJSONSource>('plan')?.setData(plan ?? empty);
      void map.getSource<GeoJSONSource>('findings')?.setData({ type: 'FeatureCollection', features: findings });
      void map.getSource<GeoJSONSource>('remedies')?.setData({ type: 'FeatureCollection', features: remedies });
    },
  };
}
