import { centralityFields, centralityPaint } from './codes/centrality.ts';
import { integer, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';

/** Centrality by population cell: what its residents reach by car, jobs two thirds and services one third. */
export const centrality = layer({
  id: 'centrality',
  title: { nb: 'Sentralitet', en: 'Centrality' },
  description: {
    nb: 'Arbeidsplasser og tjenester som nås med bil, nære mer enn fjerne. Ligner SSBs indeks, men er ikke den.',
    en: 'Jobs and services within reach by car, near ones counting more. Like the index of Statistics Norway, and not it.',
  },
  group: 'results',
  geometry: 'any',
  fields: {
    cell: text({ nb: 'rute', en: 'cell' }),
    municipality: text({ nb: 'kommunenummer', en: 'municipality number' }),
    ...centralityFields,
    year: integer({ nb: 'år', en: 'year' }),
  },
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: centralityPaint,
  producedBy: 'centrality',
});
