import { roadDirections, roadDirectionValues } from './codes/roads.ts';
import { boolean, number, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, circle } from './declaration/paint.ts';

/** Stations for fossil-free trucks. A station with several kinds of energy is one feature for each. */
export const energyStation = layer({
  id: 'energy-station',
  title: { nb: 'Energistasjoner', en: 'Energy stations' },
  description: {
    nb: 'Lading, hydrogen og biogass, med effekt og tilgang for vogntog.',
    en: 'Charging, hydrogen and biogas, with power and truck access.',
  },
  group: 'mobility',
  geometry: 'point',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    energy: oneOf(
      {
        charging: { nb: 'lading', en: 'charging' },
        hydrogen: { nb: 'hydrogen', en: 'hydrogen' },
        biogas: { nb: 'biogass', en: 'biogas' },
      },
      {
        title: { nb: 'energi', en: 'energy' },
        sourceValues: { elektrisk: 'charging', H2: 'hydrogen', LBG: 'biogas', CBG: 'biogas' },
      },
    ),
    power_kw: number({ nb: 'effekt', en: 'power' }, { unit: 'kW' }),
    truck_access: boolean({ nb: 'tilgjengelig for vogntog', en: 'truck access' }),
    directions: oneOf(roadDirections, {
      title: { nb: 'betjener', en: 'directions served' },
      sourceValues: roadDirectionValues,
    }),
    status: oneOf(
      {
        open: { nb: 'i drift', en: 'open' },
        building: { nb: 'under bygging', en: 'under construction' },
        planned: { nb: 'planlagt', en: 'planned' },
        closed: { nb: 'nedlagt', en: 'closed' },
      },
      { title: { nb: 'status', en: 'status' } },
    ),
    operator: text({ nb: 'driver', en: 'operator' }),
    road_number: text({ nb: 'vegnummer', en: 'road number' }),
  },
  names: {
    name: ['navn', 'NAVN'],
    energy: ['energitype', 'drivstoff'],
    power_kw: ['effekt', 'effekt_kw', 'PowerKW'],
    truck_access: ['hgv', 'tungbil'],
    directions: ['retning', 'vegside'],
    operator: ['driver', 'eier', 'Operator'],
    road_number: ['vegnummer', 'VEGNUMMER', 'vegref'],
  },
  objectTypes: ['Energistasjon', 'Ladestasjon', 'Fyllestasjon'],
  tiles: { zooms: [6, 14] },
  paint: circle(byCode('energy', { charging: '#0b7a75', hydrogen: '#5b3fa0', biogas: '#7a7a0b' }), { size: 5 }),
  label: 'name',
});
