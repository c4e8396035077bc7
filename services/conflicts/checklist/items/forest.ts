import { checklistItem } from '../item.ts';

export const forest = checklistItem({
  id: 'forest',
  theme: 'nature',
  title: { nb: 'Skog som bygges ned', en: 'Forest built over' },
  layer: 'land-cover',
  where: { field: 'class', codes: ['30'] },
  newest: 'year',
  measure: { kind: 'area' },
});
