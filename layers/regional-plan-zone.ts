import { natureNames, natureValue } from './codes/nature-value.ts';
import { text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Zones of regional plans, such as the zones of a mountain plan around a national wild-reindeer area. */
export const regionalPlanZone = layer({
  id: 'regional-plan-zone',
  title: { nb: 'Soner i regionale planer', en: 'Zones of regional plans' },
  description: {
    nb: 'Soner i regionale planer, for eksempel fjellplaner.',
    en: 'Zones of regional plans, such as mountain plans.',
  },
  group: 'plans',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    value: natureValue,
    source: text({ nb: 'kilde', en: 'source' }),
  },
  names: natureNames,
  objectTypes: ['RegionalPlanSone', 'Fjellplansone'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: fill('#5b7fa3', { opacity: 0.4, outline: '#2f4f70' }),
  label: 'name',
});
