import { centralityFields, centralityPaint } from './codes/centrality.ts';
import { integer, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';

/** Centrality by municipality: the mean of its cells by residents. */
export const centralityMunicipality = layer({
  id: 'centrality-municipality',
  title: { nb: 'Sentralitet per kommune', en: 'Centrality by municipality' },
  description: {
    nb: 'Snittet av rutenes sentralitet, vektet med bosatte.',
    en: 'The mean of the centrality of its cells, weighted by residents.',
  },
  group: 'results',
  geometry: 'polygon',
  fields: {
    number: text({ nb: 'kommunenummer', en: 'municipality number' }),
    name: text({ nb: 'navn', en: 'name' }),
    ...centralityFields,
    residents_without_road: integer({ nb: 'bosatte uten veg', en: 'residents without a road' }),
    year: integer({ nb: 'år', en: 'year' }),
  },
  tiles: { zooms: [4, 14], coverage: true },
  paint: centralityPaint,
  label: 'name',
  producedBy: 'centrality',
});
