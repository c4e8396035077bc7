import { heritageImportance, heritageNames, heritageProtection, siteIds } from './codes/heritage.ts';
import { text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Heritage sites (lokaliteter): bounded areas with one or more monuments; protected as the strongest of these. */
export const heritageSite = layer({
  id: 'heritage-site',
  title: { nb: 'Kulturminner, lokaliteter', en: 'Heritage sites' },
  description: {
    nb: 'Lokaliteter i kulturminneregisteret, med vernetype.',
    en: 'Sites of the heritage register, with their protection.',
  },
  group: 'heritage',
  geometry: 'polygon',
  fields: {
    name: text({ nb: 'navn', en: 'name' }),
    protection: heritageProtection,
    importance: heritageImportance,
  },
  names: heritageNames,
  objectTypes: ['Lokalitet', 'Lokaliteter', 'KulturminneLokalitet', 'KulturminneLokalitetFlate'],
  idNames: siteIds,
  tiles: { zooms: [8, 14], keepLargest: true },
  paint: fill('#a0522d', { opacity: 0.4, outline: '#6b2f12' }),
  label: 'name',
});
