import { ecosystemColours, ecosystemTypes } from './codes/ecosystems.ts';
import { oneOf, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

/** Ecosystem types: one everywhere, the twelve of EU level 1, from the national base map. A year is a dataset of its own. */
export const ecosystem = layer({
  id: 'ecosystem',
  title: { nb: 'Økosystemer', en: 'Ecosystems' },
  description: {
    nb: 'Økosystemtyper på nivå 1 i EUs regnskap, fra nasjonalt grunnkart.',
    en: 'Ecosystem types of level 1 in the EU accounts, from the national base map.',
  },
  group: 'nature',
  geometry: 'polygon',
  fields: {
    class: oneOf(ecosystemTypes, { title: { nb: 'økosystemtype', en: 'ecosystem type' } }),
    year: year({ nb: 'år', en: 'year' }),
  },
  names: {
    class: ['økosystemtype', 'okosystemtypeNiva1Kode', 'okosystemtypeNiva1', 'ecosystem_type'],
    year: ['år', 'AR', 'årgang', 'årsversjon'],
  },
  objectTypes: ['GrunnkartFlate', 'Økosystem'],
  tiles: { zooms: [5, 14], keepLargest: true, coverage: true },
  paint: fill(byCode('class', ecosystemColours, '#d0d0d0'), { opacity: 0.7 }),
});
