import { checklistItem } from '../item.ts';

export const contiguousNature = checklistItem({
  id: 'contiguous-nature',
  theme: 'nature',
  title: { nb: 'Sammenhengende naturområder', en: 'Contiguous nature' },
  layer: 'contiguous-nature',
  measure: { kind: 'area' },
});
