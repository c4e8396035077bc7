import { areaPressureFields, pressurePaint } from './codes/pressure.ts';
import { text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';

/** Growth, plan reserve and the mean pressure of its cells, housing and holiday homes apart; coloured by housing. */
export const developmentPressureUrbanArea = layer({
  id: 'development-pressure-urban-area',
  title: { nb: 'Utbyggingspress per tettsted', en: 'Development pressure by urban area' },
  description: {
    nb: 'Vekst, planreserve og snittet av presset i rutene, bolig og fritidsboliger hver for seg; farget etter bolig',
    en: 'Growth, plan reserve and the mean pressure of its cells, housing and holiday homes apart; coloured by housing',
  },
  group: 'results',
  geometry: 'polygon',
  fields: {
    number: text({ nb: 'tettstedsnummer', en: 'number' }),
    name: text({ nb: 'navn', en: 'name' }),
    ...areaPressureFields,
  },
  tiles: { zooms: [4, 14], keepLargest: true },
  paint: pressurePaint(['#fff5eb', '#fdd0a2', '#fdae6b', '#f16913', '#d94801', '#7f2704']),
  label: 'name',
  producedBy: 'development-pressure',
});
