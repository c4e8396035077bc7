import { checklistItem } from '../item.ts';

export const mire = checklistItem({
  id: 'mire',
  theme: 'nature',
  title: { nb: 'Myr som bygges ned', en: 'Mire built over' },
  layer: 'land-cover',
  where: { field: 'class', codes: ['60'] },
  newest: 'year',
  measure: { kind: 'area' },
});
