import { metres, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

/** Water surfaces: lakes, reservoirs, broad rivers and the sea. */
export const water = layer({
  id: 'water',
  title: { nb: 'Vann', en: 'Water' },
  description: {
    nb: 'Innsjøer, magasiner, brede elver og hav.',
    en: 'Lakes, reservoirs, broad rivers and the sea.',
  },
  group: 'resources',
  geometry: 'polygon',
  fields: {
    kind: oneOf(
      {
        lake: { nb: 'innsjø', en: 'lake' },
        reservoir: { nb: 'regulert innsjø', en: 'reservoir' },
        river: { nb: 'elv', en: 'river' },
        sea: { nb: 'hav', en: 'sea' },
      },
      {
        title: { nb: 'type', en: 'kind' },
        sourceValues: { InnsjøRegulert: 'reservoir', ElvBekk: 'river', Havflate: 'sea' },
      },
    ),
    name: text({ nb: 'navn', en: 'name' }),
    height_m: metres({ nb: 'høyde over havet', en: 'height above sea level' }),
  },
  names: {
    kind: ['OBJTYPE', 'objekttype', 'vanntype'],
    name: ['navn', 'NAVN'],
    height_m: ['høyde', 'HØYDE', 'HOYDE'],
  },
  objectTypeField: 'kind',
  objectTypes: ['Innsjø', 'InnsjøRegulert', 'Elv', 'ElvBekk', 'Havflate'],
  tiles: { zooms: [4, 14], keepLargest: true },
  paint: fill(byCode('kind', { lake: '#9ccbea', reservoir: '#7f9fd0', river: '#6fc3dc', sea: '#4f8fc4' }, '#9ccbea'), {
    opacity: 0.8,
  }),
  label: 'name',
});
