import { checklistItem } from '../item.ts';

export const natureTypes = checklistItem({
  id: 'nature-types',
  theme: 'nature',
  title: { nb: 'Kartlagte naturtyper', en: 'Mapped nature types' },
  layer: 'nature-type',
  measure: { kind: 'area' },
});
