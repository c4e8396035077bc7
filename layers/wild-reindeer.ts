import { natureNames, natureValue } from './codes/nature-value.ts';
import { text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Range of wild reindeer: national areas, their fringes and seasonal areas. */
export const wildReindeer = layer({
  id: 'wild-reindeer',
  title: { nb: 'Villreinområder', en: 'Wild reindeer range' },
  description: {
    nb: 'Leveområder for villrein.',
    en: 'Range of wild reindeer.',
  },
  group: 'nature',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    value: natureValue,
    source: text({ nb: 'kilde', en: 'source' }),
  },
  names: natureNames,
  objectTypes: ['Villreinområde', 'Villreinområder', 'VillreinLeveområde', 'hardanger_polygon'],
  idNames: ['reindeer_areas_id'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: fill('#8c6bb1', { opacity: 0.4, outline: '#54397a' }),
  label: 'name',
});
