import { heritageImportance } from './codes/heritage.ts';
import { oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

/** Heritage environments and landscapes, which the county plan wants as consideration zones in land-use plans. */
export const heritageEnvironment = layer({
  id: 'heritage-environment',
  title: { nb: 'Kulturmiljøer og kulturlandskap', en: 'Heritage environments' },
  description: {
    nb: 'Kulturmiljøer, kulturlandskap av nasjonal interesse (KULA) og utvalgte kulturlandskap (UKL).',
    en: 'Heritage environments, landscapes of national interest (KULA) and selected cultural landscapes (UKL).',
  },
  group: 'heritage',
  geometry: 'polygon',
  fields: {
    kind: oneOf(
      {
        kulturmiljo: { nb: 'kulturmiljø', en: 'heritage environment' },
        kula: { nb: 'kulturlandskap av nasjonal interesse', en: 'landscape of national interest' },
        ukl: { nb: 'utvalgt kulturlandskap', en: 'selected cultural landscape' },
      },
      {
        title: { nb: 'type', en: 'kind' },
        sourceValues: {
          Kulturmiljøer: 'kulturmiljo',
          KulturlandskapUtvalgte: 'ukl',
          UtvalgtKulturlandskap: 'ukl',
          'Kulturlandskap – utvalgte': 'ukl',
          KulturhistoriskLandskap: 'kula',
        },
      },
    ),
    name: text({ nb: 'navn', en: 'name' }),
    importance: heritageImportance,
  },
  names: {
    kind: ['OBJTYPE', 'objekttype', 'type'],
    // namn: regional registers in Nynorsk.
    name: ['navn', 'NAVN', 'namn', 'områdenavn'],
    importance: ['betydning', 'verdi', 'VERDI'],
  },
  objectTypeField: 'kind',
  objectTypes: [
    'Kulturmiljø',
    'Kulturmiljøer',
    'KULA',
    'UKL',
    'KulturlandskapUtvalgte',
    'UtvalgtKulturlandskap',
    'KulturhistoriskLandskap',
  ],
  idNames: ['kulturmiljoId', 'source_id', 'naturbaseId'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: fill(byCode('kind', { kulturmiljo: '#b5651d', kula: '#c28a3a', ukl: '#9a7b2f' }), {
    opacity: 0.35,
    outline: '#6b3f12',
  }),
  label: 'name',
});
