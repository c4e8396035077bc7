import { roomColours, roomTexts, targetTexts } from './codes/densification.ts';
import { integer, number, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

/** Room for more building in and near centre zones and transit hubs, before new land is taken farther out (§6.2.1). */
export const densificationRoom = layer({
  id: 'densification-room',
  title: { nb: 'Fortettingsrom', en: 'Room for densification' },
  description: {
    nb: 'Ubebygd areal avsatt til utbygging i og nær sentrumssoner og kollektivknutepunkt.',
    en: 'Unbuilt land set aside for building in and near centre zones and transit hubs.',
  },
  group: 'results',
  geometry: 'polygon',
  fields: {
    kind: oneOf(targetTexts, { title: { nb: 'slag', en: 'kind' } }),
    name: text({ nb: 'navn', en: 'name' }),
    municipality: text({ nb: 'kommunenummer', en: 'municipality number' }),
    step: oneOf(roomTexts, { title: { nb: 'ubebygd', en: 'unbuilt' } }),
    area_m2: number({ nb: 'areal i alt', en: 'all land' }, { unit: 'm²' }),
    zoned_m2: number({ nb: 'avsatt til utbygging', en: 'set aside for building' }, { unit: 'm²' }),
    unbuilt_m2: number({ nb: 'av dette ubebygd', en: 'of this unbuilt' }, { unit: 'm²' }),
    built_share: number({ nb: 'bebygd andel', en: 'built share' }),
    buildings: integer({ nb: 'bygninger', en: 'buildings' }),
    buildings_per_ha: number({ nb: 'bygninger per hektar', en: 'buildings per hectare' }),
  },
  tiles: { zooms: [7, 14], keepLargest: true },
  paint: fill(byCode('step', roomColours), { opacity: 0.45, outline: '#3b3b3b' }),
  label: 'name',
  producedBy: 'densification-room',
});
