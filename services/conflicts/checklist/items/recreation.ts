import { checklistItem } from '../item.ts';

export const recreation = checklistItem({
  id: 'recreation',
  theme: 'outdoor-life',
  title: { nb: 'Kartlagte friluftsområder', en: 'Mapped recreation areas' },
  layer: 'recreation-area',
  measure: { kind: 'area' },
});
