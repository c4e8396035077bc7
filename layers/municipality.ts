import { date, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { line } from './declaration/paint.ts';

/** Municipalities (kommuner) as they were divided from one day to another: accounts and overlays are cut by them. */
export const municipality = layer({
  id: 'municipality',
  title: { nb: 'Kommuner', en: 'Municipalities' },
  description: {
    nb: 'Kommuner med nummer og gyldighetstid. Inndelingen som gjelder nå, deler opp analysene.',
    en: 'Municipalities with number and time of validity. The present division parts the analyses.',
  },
  group: 'limits',
  geometry: 'polygon',
  fields: {
    number: text({ nb: 'kommunenummer', en: 'municipality number' }, { required: true }),
    name: text({ nb: 'navn', en: 'name' }),
    valid_from: date({ nb: 'gyldig fra', en: 'valid from' }),
    valid_to: date({ nb: 'gyldig til', en: 'valid to' }),
  },
  names: {
    number: ['kommunenummer', 'KOMM', 'kommunenr', 'knr', 'kommunenummer_2024'],
    name: ['kommunenavn', 'navn', 'NAVN', 'kommunenavn_2024'],
    valid_from: ['gyldigFra', 'GYLDIGFRA'],
    valid_to: ['gyldigTil', 'GYLDIGTIL'],
  },
  objectTypes: ['Kommune', 'Kommuner'],
  idNames: ['kommunenummer', 'kommunenummer_2024', 'number'],
  tiles: { zooms: [4, 14], coverage: true },
  paint: line('#4a3b6b', { size: 1.5 }),
  label: 'name',
});
