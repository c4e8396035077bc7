import { metres, oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/**
 * Land above the treeline (skoggrense).
 * "The" treeline does not exist: a climatic, an empirical and a derived line differ by hundreds of metres on the map,
 * so which one is meant is part of the data and of every answer (domain §4, treeline).
 */
export const treeline = layer({
  id: 'treeline',
  title: { nb: 'Over skoggrensen', en: 'Above the treeline' },
  description: {
    nb: 'Areal over skoggrensen. Klimatisk, empirisk og avledet grense er ulike ting; hvilken det er, følger med.',
    en: 'Land above the treeline. Climatic, empirical and derived lines differ; which one it is goes with the data.',
  },
  group: 'nature',
  geometry: 'polygon',
  fields: {
    definition: oneOf(
      {
        climatic: { nb: 'klimatisk', en: 'climatic' },
        empirical: { nb: 'empirisk', en: 'empirical' },
        derived: { nb: 'avledet', en: 'derived' },
      },
      { title: { nb: 'definisjon', en: 'definition' } },
    ),
    uncertainty_m: metres({ nb: 'usikkerhet', en: 'uncertainty' }),
    uncertainty_axis: oneOf(
      { vertical: { nb: 'i høyden', en: 'in height' }, horizontal: { nb: 'i kartet', en: 'on the map' } },
      { title: { nb: 'usikkerhet gjelder', en: 'uncertainty along' } },
    ),
    source: text({ nb: 'kilde', en: 'source' }),
  },
  names: {
    definition: ['DEFINISJON'],
    // Not SOSI's nøyaktighet: that is how well the line was drawn, in centimetres, and becomes the feature's accuracy.
    uncertainty_m: ['USIKKERHET_M', 'usikkerhet'],
    uncertainty_axis: ['USIKKERHETSAKSE'],
    source: ['KILDE'],
  },
  objectTypes: ['Skoggrense'],
  label: 'source',
  tiles: { zooms: [5, 14], keepLargest: true },
  paint: fill('#8d7b68', { opacity: 0.35 }),
});
