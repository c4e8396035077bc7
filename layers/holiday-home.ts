import { holidayHomeTypes } from './codes/building-types.ts';
import { codeNumber, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Holiday homes: building types 161, 162 and 163 of the cadastre. */
export const holidayHome = layer({
  id: 'holiday-home',
  title: { nb: 'Fritidsboliger', en: 'Holiday homes' },
  description: {
    nb: 'Hytter og hus som brukes som fritidsbolig.',
    en: 'Cabins and houses used as holiday homes.',
  },
  group: 'settlement',
  geometry: 'any',
  fields: {
    building_type: codeNumber({ nb: 'bygningstype', en: 'building type' }, holidayHomeTypes),
    built_year: year({ nb: 'byggeår', en: 'built' }),
  },
  names: {
    building_type: ['bygningstype', 'BYGGTYP_NBR', 'BYGGTYP', 'buildtype'],
    built_year: ['byggeår', 'BYGGEAR', 'byggår', 'ferdigstilt'],
  },
  objectTypes: ['Fritidsbolig', 'hardanger_cabins_private', 'sample_area_cabins'],
  idNames: ['bygningsnummer', 'BYGGNR', 'gid'],
  tiles: { zooms: [9, 14] },
  paint: circle('#b5651d', { size: 2.5 }),
});
