import { metres } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { line } from './declaration/paint.ts';

/**
 * Height of the ground: contours, spot heights, or bands between two heights.
 * A contour and a spot have one height; a band has its lower bound there and the upper beside it.
 */
export const elevation = layer({
  id: 'elevation',
  title: { nb: 'Høyder', en: 'Elevation' },
  description: {
    nb: 'Høydekurver, høydepunkter og høydelag, i meter over havet.',
    en: 'Contours, spot heights and height bands, in metres above sea level.',
  },
  group: 'resources',
  geometry: 'any',
  fields: {
    height_m: metres({ nb: 'høyde', en: 'height' }, { required: true }),
    height_max_m: metres({ nb: 'høyde, øvre grense', en: 'height, upper bound' }),
  },
  names: {
    height_m: ['høyde', 'HØYDE', 'HOYDE', 'minhøyde', 'MINHOYDE', 'hoydeverdi', 'elevation', 'elev'],
    height_max_m: ['makshøyde', 'MAKSHOYDE'],
  },
  objectTypes: ['Høydekurve', 'Hjelpekurve', 'Forsenkningskurve', 'Høydelag', 'Terrengpunkt'],
  tiles: { zooms: [8, 14] },
  paint: line('#7a5c3a', { size: 0.7, opacity: 0.7 }),
  label: 'height_m',
});
