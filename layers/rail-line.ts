import { tunnelOfMedium } from './codes/roads.ts';
import { boolean, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { line } from './declaration/paint.ts';

/** Railway lines (Bane): for finding one's way on the map; no analysis asks for them. Stations are in `transit-hub`. */
export const railLine = layer({
  id: 'rail-line',
  title: { nb: 'Jernbane', en: 'Railways' },
  description: { nb: 'Jernbanespor, med tunneler.', en: 'Railway lines, with their tunnels.' },
  group: 'mobility',
  geometry: 'line',
  fields: {
    name: text({ nb: 'banenavn', en: 'line' }),
    tunnel: boolean({ nb: 'tunnel', en: 'tunnel' }, { sourceValues: tunnelOfMedium }),
  },
  names: { name: ['banenavn', 'banestrekning', 'navn'], tunnel: ['medium', 'MEDIUM'] },
  objectTypes: ['Bane', 'Jernbane', 'Banelenke', 'Spormidt'],
  tiles: { zooms: [6, 14] },
  paint: line('#3d3d3d', { size: 1.2, dash: [6, 2] }),
  label: 'name',
});
