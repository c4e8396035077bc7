import { areaPressureFields, pressurePaint } from './codes/pressure.ts';
import { text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';

/** Growth, plan reserve and the mean pressure of its cells, housing and holiday homes apart; coloured by housing. */
export const developmentPressureRegion = layer({
  id: 'development-pressure-region',
  title: { nb: 'Utbyggingspress per region', en: 'Development pressure by region' },
  description: {
    nb: 'Vekst, planreserve og snittet av presset i rutene, bolig og fritidsboliger hver for seg; farget etter bolig',
    en: 'Growth, plan reserve and the mean pressure of its cells, housing and holiday homes apart; coloured by housing',
  },
  group: 'results',
  geometry: 'polygon',
  fields: {
    number: text({ nb: 'regionnummer', en: 'number' }),
    name: text({ nb: 'navn', en: 'name' }),
    ...areaPressureFields,
  },
  tiles: { zooms: [4, 14], keepLargest: true },
  paint: pressurePaint(['#fff5eb', '#fdd0a2', '#fdae6b', '#f16913', '#d94801', '#7f2704']),
  label: 'name',
  producedBy: 'development-pressure',
});
