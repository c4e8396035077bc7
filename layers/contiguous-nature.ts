import { natureNames, natureValue } from './codes/nature-value.ts';
import { text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Large contiguous areas of nature; the register of areas without heavy intervention (INON) is one source of them. */
export const contiguousNature = layer({
  id: 'contiguous-nature',
  title: { nb: 'Sammenhengende naturområder', en: 'Contiguous nature' },
  description: {
    nb: 'Større sammenhengende naturområder.',
    en: 'Large contiguous areas of nature.',
  },
  group: 'nature',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    value: natureValue,
    source: text({ nb: 'kilde', en: 'source' }),
  },
  names: natureNames,
  objectTypes: ['SammenhengendeNaturområde', 'InngrepsfrittNaturområde', 'INON'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: fill('#4f8f6b', { opacity: 0.4, outline: '#2c5f43' }),
  label: 'name',
});
