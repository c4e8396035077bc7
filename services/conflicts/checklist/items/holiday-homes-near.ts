import { checklistItem } from '../item.ts';

export const holidayHomesNear = checklistItem({
  id: 'holiday-homes-near',
  theme: 'value-creation',
  title: { nb: 'Fritidsboliger innen 1 km fra før', en: 'Holiday homes within 1 km already' },
  layer: 'holiday-home',
  measure: { kind: 'count', within: 1000 },
});
