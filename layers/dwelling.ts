import { dwellingTypes } from './codes/building-types.ts';
import { codeNumber, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Dwelling houses, as points or outlines. */
export const dwelling = layer({
  id: 'dwelling',
  title: { nb: 'Boliger', en: 'Dwellings' },
  description: {
    nb: 'Boligbygg med bygningstype fra matrikkelen.',
    en: 'Dwelling houses with their type in the cadastre.',
  },
  group: 'settlement',
  geometry: 'any',
  fields: {
    building_type: codeNumber({ nb: 'bygningstype', en: 'building type' }, dwellingTypes),
    built_year: year({ nb: 'byggeår', en: 'built' }),
  },
  names: {
    building_type: ['bygningstype', 'BYGGTYP_NBR', 'BYGGTYP', 'buildtype'],
    built_year: ['byggeår', 'BYGGEAR', 'byggår', 'ferdigstilt'],
  },
  objectTypes: ['Bolig', 'Boligbygg'],
  idNames: ['bygningsnummer', 'BYGGNR', 'gid'],
  tiles: { zooms: [11, 14] },
  paint: circle('#8a6d00', { size: 2 }),
});
