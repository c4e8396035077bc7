import { checklistItem } from '../item.ts';

export const health = checklistItem({
  id: 'health',
  theme: 'services',
  title: { nb: 'Luftlinje til nærmeste helsetilbud', en: 'Straight line to the nearest health service' },
  layer: 'service',
  where: { field: 'kind', codes: ['health'] },
  measure: { kind: 'distance' },
});
