import { buildingTypes } from './codes/building-types.ts';
import { codeNumber, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Buildings of every type, as points or outlines: what is built already is not plan reserve. */
export const building = layer({
  id: 'building',
  title: { nb: 'Bygninger', en: 'Buildings' },
  description: {
    nb: 'Bygninger med bygningstype fra matrikkelen.',
    en: 'Buildings with their type in the cadastre.',
  },
  group: 'settlement',
  geometry: 'any',
  fields: {
    building_type: codeNumber({ nb: 'bygningstype', en: 'building type' }, buildingTypes),
    built_year: year({ nb: 'byggeår', en: 'built' }),
  },
  names: {
    building_type: ['bygningstype', 'BYGGTYP_NBR', 'BYGGTYP', 'buildtype'],
    built_year: ['byggeår', 'BYGGEAR', 'byggår', 'ferdigstilt'],
  },
  objectTypes: ['Bygning', 'BygningsEnhet', 'Bygg', 'AnnenBygning', 'hardanger_cabins_public'],
  idNames: ['bygningsnummer', 'BYGGNR', 'gid'],
  tiles: { zooms: [11, 14] },
  paint: circle('#5c5c5c', { size: 2 }),
});
