import { centralityFields, centralityPaint } from './codes/centrality.ts';
import { integer, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';

/** Mean of the centrality of the population cells in it, weighted by residents. */
export const centralityUrbanArea = layer({
  id: 'centrality-urban-area',
  title: { nb: 'Sentralitet per tettsted', en: 'Centrality by urban area' },
  description: {
    nb: 'Snittet av sentraliteten til rutene i tettstedet, vektet med bosatte',
    en: 'Mean of the centrality of the population cells in it, weighted by residents',
  },
  group: 'results',
  geometry: 'polygon',
  fields: {
    number: text({ nb: 'tettstedsnummer', en: 'number' }),
    name: text({ nb: 'navn', en: 'name' }),
    ...centralityFields,
    residents_without_road: integer({ nb: 'bosatte uten veg', en: 'residents without a road' }),
  },
  tiles: { zooms: [4, 14], keepLargest: true },
  paint: centralityPaint,
  label: 'name',
  producedBy: 'centrality',
});
