import { integer, text, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Urban areas (tettsteder): at least 200 residents, houses at most 50 m apart, as Statistics Norway draws them. */
export const urbanArea = layer({
  id: 'urban-area',
  title: { nb: 'Tettsteder', en: 'Urban areas' },
  description: {
    nb: 'Tettsteder med innbyggertall.',
    en: 'Urban areas with their number of residents.',
  },
  group: 'settlement',
  geometry: 'polygon',
  fields: {
    number: text({ nb: 'tettstedsnummer', en: 'number' }),
    name: text({ nb: 'navn', en: 'name' }),
    residents: integer({ nb: 'bosatte', en: 'residents' }),
    year: year({ nb: 'år', en: 'year' }),
  },
  names: {
    number: ['tettstednummer', 'tettstedsnummer', 'TETTNR'],
    name: ['tettstednavn', 'tettstedsnavn', 'navn', 'NAVN'],
    residents: ['totalbefolkning', 'befolkning', 'antallBosatte', 'bosatte', 'innbyggere'],
    year: ['aar', 'årgang'],
  },
  objectTypes: ['Tettsted', 'Tettsteder', 'Tettbebyggelse'],
  idNames: ['tettstednummer'],
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: fill('#c98f6b', { opacity: 0.45, outline: '#8a5a3a' }),
  label: 'name',
});
