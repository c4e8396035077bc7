import { checklistItem } from '../item.ts';

export const road = checklistItem({
  id: 'road',
  theme: 'infrastructure',
  title: { nb: 'Luftlinje til nærmeste veg', en: 'Straight line to the nearest road' },
  layer: 'road-link',
  measure: { kind: 'distance' },
});
