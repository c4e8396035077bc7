import { mineralImportances, mineralKinds, mineralRegistrations } from './codes/minerals.ts';
import { oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

/**
 * Mineral resources as areas and points, with how much they matter (NGU).
 * The assessment is a judgement and may change; a resource nobody has assessed is not a resource without importance.
 */
export const mineralResource = layer({
  id: 'mineral-resource',
  title: { nb: 'Mineralressurser', en: 'Mineral resources' },
  description: {
    nb: 'Metaller, industrimineraler, naturstein, pukk og grus, med betydning.',
    en: 'Metals, industrial minerals, dimension stone, crushed rock and gravel, with their importance.',
  },
  group: 'resources',
  geometry: 'any',
  fields: {
    kind: oneOf(mineralKinds, {
      title: { nb: 'råstoff', en: 'kind' },
      sourceValues: {
        metall: 'metal',
        industrimineral: 'industrial',
        natursteinforekomst: 'dimension-stone',
        'knust berg': 'crushed-rock',
        KnustBergForekomst: 'crushed-rock',
        KnustBergRegistrering: 'crushed-rock',
        grus: 'gravel',
        sand: 'gravel',
        GrusForekomst: 'gravel',
        LøsmasseForekomst: 'gravel',
      },
    }),
    registration: oneOf(mineralRegistrations, { title: { nb: 'registrering', en: 'registration' } }),
    importance: oneOf(mineralImportances, {
      title: { nb: 'betydning', en: 'importance' },
      sourceValues: {
        50: 'international',
        40: 'national',
        'liten betydning': 'small',
        'ingen betydning': 'none',
        'internasjonal betydning': 'international',
        'nasjonal betydning': 'national',
        'regional betydning': 'regional',
        'lokal betydning': 'local',
      },
    }),
    name: text({ nb: 'navn', en: 'name' }),
  },
  names: {
    kind: ['råstofftype', 'ressurstype', 'RESSURSTYPE', 'hovedtype', 'OBJTYPE', 'objekttype'],
    registration: ['registreringstype', 'mineralRegistreringType', 'REGTYPE'],
    importance: ['råstoffBetydning', 'RASTOFFBETYDNING', 'betydning'],
    name: ['navn', 'NAVN', 'forekomstnavn', 'FOREKOMSTNAVN', 'objektnavn'],
  },
  objectTypeField: 'kind',
  objectTypes: [
    'MineralRegistrering',
    'KnustBergForekomst',
    'KnustBergRegistrering',
    'GrusForekomst',
    'LøsmasseForekomst',
    'NatursteinForekomst',
    'Mineralressurs',
  ],
  idNames: ['forekomstnummer', 'forekomstId', 'FOREKOMSTNR'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: fill(
    byCode('importance', {
      international: '#5e1f4f',
      national: '#8f2d62',
      regional: '#b8567f',
      local: '#cf8f9f',
      small: '#d9b8b8',
      none: '#ece8e4',
      'not-assessed': '#50565e',
    }),
    { opacity: 0.5, outline: '#4a1f3f' },
  ),
  label: 'name',
});
