import { roadDirections, roadDirectionValues } from './codes/roads.ts';
import { boolean, integer, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Industrial and business areas that stand there today; planned ones are zones of a plan. */
export const industrialArea = layer({
  id: 'industrial-area',
  title: { nb: 'Næringsområder', en: 'Industrial areas' },
  description: {
    nb: 'Industri- og næringsområder som finnes i dag.',
    en: 'Industrial and business areas that exist today.',
  },
  group: 'mobility',
  geometry: 'any',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    kind: text({ nb: 'type', en: 'kind' }),
    road_number: text({ nb: 'vegnummer', en: 'road number' }),
    capacity: integer({ nb: 'plasser', en: 'parking spaces' }),
    truck_bays: integer({ nb: 'plasser for vogntog', en: 'truck bays' }),
    truck_access: boolean({ nb: 'tilgjengelig for vogntog', en: 'truck access' }),
    services: text({ nb: 'tilbud', en: 'services' }),
    directions: oneOf(roadDirections, {
      title: { nb: 'betjener', en: 'directions served' },
      sourceValues: roadDirectionValues,
    }),
  },
  names: {
    name: ['navn', 'NAVN'],
    kind: ['type', 'næringstype'],
    road_number: ['vegnummer', 'VEGNUMMER', 'vegref'],
    capacity: ['antallPlasser', 'kapasitet'],
    truck_bays: ['antallPlasserVogntog'],
    truck_access: ['hgv'],
    services: ['tilbud', 'fasiliteter'],
    directions: ['retning', 'vegside'],
  },
  objectTypes: ['Næringsområde', 'Industriområde'],
  tiles: { zooms: [8, 14], keepLargest: true },
  paint: fill('#a678b4', { opacity: 0.45, outline: '#6b4178' }),
  label: 'name',
});
