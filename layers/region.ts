import { date, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { line } from './declaration/paint.ts';

/** Counties and the regions a county plan works with, such as Hallingdal: groups of municipalities. */
export const region = layer({
  id: 'region',
  title: { nb: 'Fylke og regioner', en: 'County and regions' },
  description: {
    nb: 'Fylket og regionene i det: grupper av kommuner som planlegger sammen.',
    en: 'The county and its regions: groups of municipalities that plan together.',
  },
  group: 'limits',
  geometry: 'polygon',
  fields: {
    number: text({ nb: 'nummer', en: 'number' }, { required: true }),
    name: text({ nb: 'navn', en: 'name' }),
    valid_from: date({ nb: 'gyldig fra', en: 'valid from' }),
    valid_to: date({ nb: 'gyldig til', en: 'valid to' }),
  },
  names: {
    number: ['regionnummer', 'regionNr', 'fylkesnummer', 'FYLKESNR'],
    name: ['regionnavn', 'fylkesnavn', 'FYLKESNAVN', 'navn', 'NAVN'],
    valid_from: ['gyldigFra', 'GYLDIGFRA'],
    valid_to: ['gyldigTil', 'GYLDIGTIL'],
  },
  objectTypes: ['Fylke', 'Fylker', 'Region'],
  idNames: ['regionnummer', 'fylkesnummer', 'number'],
  tiles: { zooms: [3, 14], coverage: true },
  paint: line('#2f2350', { size: 2.5 }),
  label: 'name',
});
