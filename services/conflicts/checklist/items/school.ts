import { checklistItem } from '../item.ts';

export const school = checklistItem({
  id: 'school',
  theme: 'services',
  title: { nb: 'Luftlinje til nærmeste skole', en: 'Straight line to the nearest school' },
  layer: 'service',
  where: { field: 'kind', codes: ['school'] },
  measure: { kind: 'distance' },
});
