import { landCoverClasses, landCoverColours, landCoverObjectTypes, unclassedObjectTypes } from './codes/land-cover.ts';
import { oneOf, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

/** Land cover: one class everywhere, without gaps or overlaps. A year is a dataset of its own. */
export const landCover = layer({
  id: 'land-cover',
  title: { nb: 'Arealdekke', en: 'Land cover' },
  description: {
    nb: 'Arealtyper etter AR5, eller et kart som er oversatt til dem.',
    en: 'Classes of the national land-resource map AR5, or of a map translated to them.',
  },
  group: 'resources',
  geometry: 'polygon',
  fields: {
    class: oneOf(landCoverClasses, {
      title: { nb: 'arealtype', en: 'class' },
      sourceValues: landCoverObjectTypes,
    }),
    year: year({ nb: 'år', en: 'year' }),
  },
  names: {
    class: ['arealtype', 'ARTYPE', 'AREALTYPE', 'klasse', 'OBJTYPE', 'objekttype'],
    year: ['år', 'AR', 'årgang', 'datafangstår'],
  },
  objectTypeField: 'class',
  objectTypes: [
    'ArealressursFlate',
    'AR5',
    'Arealdekke',
    ...Object.keys(landCoverObjectTypes),
    ...unclassedObjectTypes,
  ],
  tiles: { zooms: [5, 14], keepLargest: true, coverage: true },
  paint: fill(byCode('class', landCoverColours, '#d0d0d0'), { opacity: 0.7 }),
});
