import { heritageImportance, heritageNames, heritageProtection, monumentIds } from './codes/heritage.ts';
import { text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Single monuments (enkeltminner). An automatically protected one has a security zone of 5 m around it by law. */
export const heritageMonument = layer({
  id: 'heritage-monument',
  title: { nb: 'Kulturminner, enkeltminner', en: 'Heritage monuments' },
  description: {
    nb: 'Enkeltminner i kulturminneregisteret, med vernetype.',
    en: 'Single monuments of the heritage register, with their protection.',
  },
  group: 'heritage',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    protection: heritageProtection,
    importance: heritageImportance,
  },
  names: heritageNames,
  objectTypes: ['Enkeltminne', 'Enkeltminner', 'KulturminneEnkeltminne', 'KulturminneEnkeltminneFlate'],
  idNames: monumentIds,
  tiles: { zooms: [9, 14], keepLargest: true },
  paint: fill('#7a1f1f', { opacity: 0.5, outline: '#4f0f0f' }),
  label: 'name',
});
