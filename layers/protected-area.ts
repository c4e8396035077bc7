import { natureNames, natureValue } from './codes/nature-value.ts';
import { protectionForms, protectionFormValues } from './codes/protected-forms.ts';
import { date, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Areas protected by the nature law, with the form of protection. */
export const protectedArea = layer({
  id: 'protected-area',
  title: { nb: 'Verneområder', en: 'Protected areas' },
  description: {
    nb: 'Naturvernområder med verneform.',
    en: 'Protected areas with their form of protection.',
  },
  group: 'nature',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    value: natureValue,
    source: text({ nb: 'kilde', en: 'source' }),
    protection: oneOf(protectionForms, {
      title: { nb: 'verneform', en: 'form of protection' },
      sourceValues: protectionFormValues,
    }),
    protected_since: date({ nb: 'vernedato', en: 'protected since' }),
  },
  names: { ...natureNames, protection: ['verneform', 'VERNEFORM'], protected_since: ['vernedato', 'VERNEDATO'] },
  objectTypes: ['Naturvernområde', 'Naturvernområder'],
  idNames: ['naturbaseId', 'naturbase_id', 'NATURBASEID'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: fill('#3f7f3f', { opacity: 0.4, outline: '#1f4f1f' }),
  label: 'name',
});
