import { natureNames, natureValue } from './codes/nature-value.ts';
import { text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Links between areas of nature: green corridors and migration routes. What matters is that they hold together. */
export const natureCorridor = layer({
  id: 'nature-corridor',
  title: { nb: 'Naturforbindelser og trekkruter', en: 'Nature corridors' },
  description: {
    nb: 'Grønne korridorer og trekkruter mellom naturområder.',
    en: 'Green corridors and migration routes between areas of nature.',
  },
  group: 'nature',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    value: natureValue,
    source: text({ nb: 'kilde', en: 'source' }),
  },
  names: natureNames,
  objectTypes: ['Naturkorridor', 'Grønnkorridor', 'Trekkrute', 'Trekkvei', 'TrekkområdeVilt'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: fill('#2f9e8f', { opacity: 0.4, outline: '#13695e' }),
  label: 'name',
});
