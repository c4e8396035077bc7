import { pressureFields, pressurePaint } from './codes/pressure.ts';
import { layer } from './declaration/layer.ts';

/** Where housing presses on: what is built around, what is new, who moves in, what is planned, how central it is. */
export const developmentPressureHousing = layer({
  id: 'development-pressure-housing',
  title: { nb: 'Utbyggingspress, bolig', en: 'Development pressure, housing' },
  description: {
    nb: 'Tyngden av boliger rundt, nye boliger, endring i bosatte, ubebygd planreserve og sentralitet, hver som persentil blant rutene.',
    en: 'Gravity of dwellings around, new dwellings, change of residents, unbuilt plan reserve and centrality, each as a percentile among the cells.',
  },
  group: 'results',
  geometry: 'polygon',
  fields: pressureFields,
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: pressurePaint(['#fff5eb', '#fdd0a2', '#fdae6b', '#f16913', '#d94801', '#7f2704']),
  producedBy: 'development-pressure',
});
