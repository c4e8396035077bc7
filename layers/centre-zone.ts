import { integer, text, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Centre zones (sentrumssoner): the core of an urban area with shops and services, as Statistics Norway draws them. */
export const centreZone = layer({
  id: 'centre-zone',
  title: { nb: 'Sentrumssoner', en: 'Centre zones' },
  description: {
    nb: 'Sentrumssoner i tettstedene, med innbyggertall.',
    en: 'Centre zones of urban areas, with their number of residents.',
  },
  group: 'settlement',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    residents: integer({ nb: 'bosatte', en: 'residents' }),
    year: year({ nb: 'år', en: 'year' }),
  },
  names: {
    name: ['sentrumssonenavn', 'navn', 'NAVN'],
    residents: ['antallBosatte', 'bosatte', 'befolkning'],
    year: ['aar', 'årgang'],
  },
  objectTypes: ['Sentrumssone'],
  idNames: ['sentrumssonenummer'],
  tiles: { zooms: [7, 14], keepLargest: true },
  paint: fill('#a9714b', { opacity: 0.5, outline: '#6b3f20' }),
  label: 'name',
});
