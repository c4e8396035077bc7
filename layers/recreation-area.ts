import { natureNames, natureValue } from './codes/nature-value.ts';
import { oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Recreation areas, mapped by the national method (M98). Its grades A–D are not levels of government: a grade is kept
 * beside the value and never read as national, regional or local. */
export const recreationArea = layer({
  id: 'recreation-area',
  title: { nb: 'Friluftsområder', en: 'Recreation areas' },
  description: {
    nb: 'Kartlagte friluftslivsområder med verdi.',
    en: 'Mapped recreation areas with their value.',
  },
  group: 'nature',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    value: natureValue,
    source: text({ nb: 'kilde', en: 'source' }),
    grade: oneOf(
      {
        A: { nb: 'svært viktig', en: 'very important' },
        B: { nb: 'viktig', en: 'important' },
        C: { nb: 'registrert', en: 'registered' },
        D: { nb: 'ikke klassifisert', en: 'not graded' },
      },
      {
        title: { nb: 'områdeverdi', en: 'grade' },
        // As maps after the national guide (M98-2013) write the four.
        sourceValues: {
          'svært viktig friluftslivsområde': 'A',
          'viktig friluftslivsområde': 'B',
          'registrert friluftslivsområde': 'C',
          'ikke klassifisert friluftslivsområde': 'D',
        },
      },
    ),
  },
  names: { ...natureNames, grade: ['områdeverdi', 'friluftslivsområdeVerdi', 'FRIVERDI'] },
  objectTypes: [
    'KartlagtFriluftslivsområde',
    'SikraFriluftslivsområde',
    'StatligSikraFriluftslivsområde',
    'Friluftsområde',
    'FriluftFriluftsområde',
  ],
  idNames: ['naturbaseId'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: fill('#c9a227', { opacity: 0.4, outline: '#7d6410' }),
  label: 'name',
});
