import { checklistItem } from '../item.ts';

export const farmland = checklistItem({
  id: 'farmland',
  theme: 'value-creation',
  title: { nb: 'Jordbruksareal som bygges ned', en: 'Farmland built over' },
  layer: 'land-cover',
  where: { field: 'class', codes: ['21', '22', '23'] },
  newest: 'year',
  measure: { kind: 'area' },
});
