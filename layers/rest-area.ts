import { roadDirections, roadDirectionValues } from './codes/roads.ts';
import { integer, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Rest areas: truck rest areas (døgnhvileplass, NVDB 809) and ordinary ones (rasteplass, NVDB 39). */
export const restArea = layer({
  id: 'rest-area',
  title: { nb: 'Rasteplasser og døgnhvileplasser', en: 'Rest areas' },
  description: {
    nb: 'Rasteplasser og døgnhvileplasser, med plasser for vogntog.',
    en: 'Rest areas and truck rest areas, with bays for trucks.',
  },
  group: 'mobility',
  geometry: 'any',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    kind: oneOf(
      { rest: { nb: 'rasteplass', en: 'rest area' }, 'truck-rest': { nb: 'døgnhvileplass', en: 'truck rest area' } },
      {
        title: { nb: 'type', en: 'kind' },
        sourceValues: { NVDB_Rasteplass: 'rest', NVDB_Døgnhvileplass: 'truck-rest' },
      },
    ),
    road_number: text({ nb: 'vegnummer', en: 'road number' }),
    capacity: integer({ nb: 'plasser', en: 'parking spaces' }),
    truck_bays: integer({ nb: 'plasser for vogntog', en: 'truck bays' }),
    services: text({ nb: 'tilbud', en: 'services' }),
    directions: oneOf(roadDirections, {
      title: { nb: 'betjener', en: 'directions served' },
      sourceValues: roadDirectionValues,
    }),
  },
  names: {
    name: ['navn', 'NAVN'],
    kind: ['OBJTYPE', 'objekttype'],
    road_number: ['vegnummer', 'VEGNUMMER', 'vegref'],
    capacity: ['antallOppstillingsplSmåKjt', 'antallPlasser', 'antallParkeringsplasser', 'kapasitet'],
    truck_bays: ['antallOppstillingsplStoreKjt', 'antallPlasserVogntog', 'oppstillingsplasserVogntog'],
    services: ['tilbud', 'fasiliteter'],
    directions: ['retning', 'sideposisjon', 'vegside'],
  },
  objectTypeField: 'kind',
  objectTypes: ['Rasteplass', 'Døgnhvileplass', 'NVDB_Rasteplass', 'NVDB_Døgnhvileplass'],
  // Tables of Vegkart write OBJ.VEGOBJEKT-ID.
  idNames: ['nvdbId', 'VEGOBJEKT-ID', 'objektId'],
  tiles: { zooms: [6, 14] },
  paint: circle('#2f6f3a', { size: 4.5 }),
  label: 'name',
});
