import { roadDirections, roadDirectionValues } from './codes/roads.ts';
import { boolean, integer, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Filling stations, with what a truck driver finds there. */
export const fuelStation = layer({
  id: 'fuel-station',
  title: { nb: 'Drivstoffstasjoner', en: 'Filling stations' },
  description: {
    nb: 'Drivstoffstasjoner, med plass og tilbud for tunge kjøretøy.',
    en: 'Filling stations, with space and services for heavy vehicles.',
  },
  group: 'mobility',
  geometry: 'any',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    operator: text({ nb: 'driver', en: 'operator' }),
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
    operator: ['driver', 'kjede', 'brand'],
    road_number: ['vegnummer', 'VEGNUMMER', 'vegref'],
    capacity: ['antallPlasser', 'kapasitet'],
    truck_bays: ['antallPlasserVogntog'],
    truck_access: ['hgv'],
    services: ['tilbud', 'fasiliteter'],
    directions: ['retning', 'vegside'],
  },
  objectTypes: ['Drivstoffstasjon', 'Bensinstasjon'],
  tiles: { zooms: [7, 14] },
  paint: circle('#8a4f1f', { size: 4 }),
  label: 'name',
});
