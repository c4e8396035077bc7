import { checklistItem } from '../item.ts';

export const centre = checklistItem({
  id: 'centre',
  theme: 'mobility',
  title: { nb: 'Luftlinje til nærmeste sentrumssone', en: 'Straight line to the nearest centre zone' },
  layer: 'centre-zone',
  measure: { kind: 'distance' },
});
