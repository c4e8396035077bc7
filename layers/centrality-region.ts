import { centralityFields, centralityPaint } from './codes/centrality.ts';
import { integer, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';

/** Mean of the centrality of its population cells, weighted by residents. */
export const centralityRegion = layer({
  id: 'centrality-region',
  title: { nb: 'Sentralitet per region', en: 'Centrality by region' },
  description: {
    nb: 'Snittet av rutenes sentralitet, vektet med bosatte',
    en: 'Mean of the centrality of its population cells, weighted by residents',
  },
  group: 'results',
  geometry: 'polygon',
  fields: {
    number: text({ nb: 'regionnummer', en: 'number' }),
    name: text({ nb: 'navn', en: 'name' }),
    ...centralityFields,
    residents_without_road: integer({ nb: 'bosatte uten veg', en: 'residents without a road' }),
  },
  tiles: { zooms: [4, 14], keepLargest: true },
  paint: centralityPaint,
  label: 'name',
  producedBy: 'centrality',
});
