import {
  kindOfMaterial,
  mineralImportances,
  mineralKinds,
  mineralObjectTypes,
  mineralRegistrations,
} from './codes/minerals.ts';
import { oneOf, text } from './declaration/field.ts';
import { fold } from './declaration/fold.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

const registrationOf = new Map(
  Object.entries(mineralObjectTypes).map(([type, { registration }]) => [fold(type), registration]),
);

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
        ...kindOfMaterial,
        ...Object.fromEntries(Object.entries(mineralObjectTypes).map(([type, { kind }]) => [type, kind])),
        metall: 'metal',
        malm: 'metal',
        industrimineral: 'industrial',
        natursteinforekomst: 'dimension-stone',
        'knust berg': 'crushed-rock',
        grus: 'gravel',
        sand: 'gravel',
      },
    }),
    registration: oneOf(mineralRegistrations, { title: { nb: 'registrering', en: 'registration' } }),
    importance: oneOf(mineralImportances, {
      title: { nb: 'betydning', en: 'importance' },
      sourceValues: {
        50: 'international',
        40: 'national',
        'liten betydning': 'small',
        'liten lokal betydning': 'small',
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
    kind: ['råstofftype', 'ressurstype', 'materialType', 'hovedtype', 'OBJTYPE', 'objekttype'],
    registration: ['registreringstype', 'mineralRegistreringType', 'REGTYPE'],
    importance: ['råstoffBetydning', 'RASTOFFBETYDNING', 'betydning'],
    name: ['navn', 'NAVN', 'navnRåstoffobj', 'forekomstnavn', 'FOREKOMSTNAVN', 'objektnavn'],
  },
  derived: {
    registration: ({ values, objectType, source }) => {
      const type = objectType ?? source('OBJTYPE', 'objekttype');
      return values['registration'] ?? registrationOf.get(fold(String(type))) ?? null;
    },
  },
  objectTypeField: 'kind',
  objectTypes: [...Object.keys(mineralObjectTypes), 'MineralRegistrering', 'Mineralressurs', 'Mineralressurser'],
  // The object's own number first: the objects of one deposit share its forekomstNummer.
  idNames: ['identRåstoffobj', 'forekomstId', 'forekomstnummer', 'FOREKOMSTNR'],
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
