import { pressureFields, pressurePaint } from './codes/pressure.ts';
import { layer } from './declaration/layer.ts';

/** Where holiday homes press on; its own map, never one sum with housing. */
export const developmentPressureHolidayHomes = layer({
  id: 'development-pressure-holiday-homes',
  title: { nb: 'Utbyggingspress, fritidsboliger', en: 'Development pressure, holiday homes' },
  description: {
    nb: 'Tyngden av fritidsboliger rundt, nye fritidsboliger, ubebygd planreserve og sentralitet, hver som persentil blant rutene.',
    en: 'Gravity of holiday homes around, new holiday homes, unbuilt plan reserve and centrality, each as a percentile among the cells.',
  },
  group: 'results',
  geometry: 'polygon',
  fields: pressureFields,
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: pressurePaint(['#f7fcf5', '#c7e9c0', '#a1d99b', '#41ab5d', '#238b45', '#00441b']),
  producedBy: 'development-pressure',
});
