import { natureNames, natureValue } from './codes/nature-value.ts';
import { oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Nature types mapped in the field, with what they are worth. Land that is not mapped is not land without nature types. */
export const natureType = layer({
  id: 'nature-type',
  title: { nb: 'Naturtyper', en: 'Nature types' },
  description: {
    nb: 'Kartlagte naturtyper med verdi.',
    en: 'Mapped nature types with their value.',
  },
  group: 'nature',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    value: natureValue,
    source: text({ nb: 'kilde', en: 'source' }),
    kind: text({ nb: 'naturtype', en: 'nature type' }),
    ku_value: oneOf(
      {
        'very-large': { nb: 'svært stor verdi', en: 'very large value' },
        large: { nb: 'stor verdi', en: 'large value' },
        middle: { nb: 'middels verdi', en: 'middle value' },
        some: { nb: 'noe verdi', en: 'some value' },
      },
      { title: { nb: 'KU-verdi', en: 'value in impact assessment' } },
    ),
  },
  names: { ...natureNames, kind: ['naturtype', 'NATURTYPE'], ku_value: ['KUverdi', 'verdikategori', 'VERDIKATEGORI'] },
  objectTypes: ['Naturtype', 'NaturtypeKUVerdi', 'naturtyper_kuverdi', 'NaturtypeHB13', 'NaturtypeNiN'],
  idNames: ['naturbaseId', 'lokalitetId', 'IID'],
  tiles: { zooms: [8, 14], keepLargest: true },
  paint: fill('#9bb53c', { opacity: 0.4, outline: '#5f7317' }),
  label: 'name',
});
