import { checklistItem } from '../item.ts';

export const minerals = checklistItem({
  id: 'minerals',
  theme: 'minerals',
  title: {
    nb: 'Mineralressurser av internasjonal, nasjonal eller regional betydning',
    en: 'Mineral resources of international, national or regional importance',
  },
  layer: 'mineral-resource',
  where: { field: 'importance', codes: ['international', 'national', 'regional'] },
  unless: { field: 'registration', codes: ['province'] },
  measure: { kind: 'area' },
});
