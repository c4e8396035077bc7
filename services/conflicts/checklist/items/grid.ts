import { checklistItem } from '../item.ts';

export const grid = checklistItem({
  id: 'grid',
  theme: 'infrastructure',
  title: { nb: 'Luftlinje til nærmeste transformatorstasjon', en: 'Straight line to the nearest transformer station' },
  layer: 'grid-point',
  measure: { kind: 'distance' },
});
