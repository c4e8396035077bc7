import { checklistItem } from '../item.ts';

export const transitHub = checklistItem({
  id: 'transit-hub',
  theme: 'mobility',
  title: { nb: 'Luftlinje til nærmeste kollektivknutepunkt', en: 'Straight line to the nearest transit hub' },
  layer: 'transit-hub',
  measure: { kind: 'distance' },
});
