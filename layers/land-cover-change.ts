import { landCoverClasses } from './codes/land-cover.ts';
import { integer, number, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

const classes = {
  ...landCoverClasses,
  unclassified: { nb: 'ikke dekket av noen flate', en: 'covered by no polygon' },
  unknown: { nb: 'flate uten klasse', en: 'polygon without a class' },
};

/** Land that changed class between the two versions of the land cover that the area account is of. */
export const landCoverChange = layer({
  id: 'land-cover-change',
  title: { nb: 'Endret arealdekke', en: 'Changed land cover' },
  description: {
    nb: 'Arealregnskapets flater: land som skiftet klasse mellom to år, og for seg det som bare er kartleggingsstøy.',
    en: 'The polygons of the area account: land that changed class between two years, and apart from it what is only mapping noise.',
  },
  group: 'results',
  geometry: 'polygon',
  fields: {
    kind: oneOf(
      { change: { nb: 'endring', en: 'change' }, noise: { nb: 'kartleggingsstøy', en: 'mapping noise' } },
      { title: { nb: 'type', en: 'kind' } },
    ),
    from_class: oneOf(classes, { title: { nb: 'fra', en: 'from' } }),
    to_class: oneOf(classes, { title: { nb: 'til', en: 'to' } }),
    from_year: integer({ nb: 'fra år', en: 'from year' }),
    to_year: integer({ nb: 'til år', en: 'to year' }),
    area_m2: number({ nb: 'areal', en: 'area' }, { unit: 'm²' }),
    municipality: text({ nb: 'kommunenummer', en: 'municipality number' }),
  },
  tiles: { zooms: [7, 14], keepLargest: true },
  paint: fill(byCode('kind', { change: '#c2410c', noise: '#57606a' }), { opacity: 0.7 }),
  producedBy: 'accounts',
});
