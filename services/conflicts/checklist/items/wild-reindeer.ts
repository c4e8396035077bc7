import { checklistItem } from '../item.ts';

export const wildReindeer = checklistItem({
  id: 'wild-reindeer',
  theme: 'nature',
  title: { nb: 'Leveområde for villrein', en: 'Range of wild reindeer' },
  layer: 'wild-reindeer',
  measure: { kind: 'area' },
});
