import { oneOf, text } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { byCode, fill } from './declaration/paint.ts';

/** Land exposed to natural and man-made danger, from the hazard maps (a plan's own danger zones are consideration zones). */
export const hazard = layer({
  id: 'hazard',
  title: { nb: 'Fareområder', en: 'Hazards' },
  description: {
    nb: 'Flom, skred, kvikkleire, skytefelt og andre farer, fra farekart.',
    en: 'Floods, slides, quick clay, firing ranges and other dangers, from hazard maps.',
  },
  group: 'resources',
  geometry: 'polygon',
  fields: {
    kind: oneOf(
      {
        flood: { nb: 'flom', en: 'flood' },
        slide: { nb: 'skred', en: 'slide' },
        'quick-clay': { nb: 'kvikkleire', en: 'quick clay' },
        'firing-range': { nb: 'skytefelt', en: 'firing range' },
        radon: { nb: 'radon', en: 'radon' },
        other: { nb: 'annen fare', en: 'other danger' },
      },
      {
        title: { nb: 'type', en: 'kind' },
        sourceValues: {
          FlomAreal: 'flood',
          Flomsone: 'flood',
          SkyteOgØvingsfelt: 'firing-range',
          SkredFaresone: 'slide',
          Snøskred: 'slide',
          Steinsprang: 'slide',
          KvikkleireFaresone: 'quick-clay',
          KvikkleireRisiko: 'quick-clay',
        },
      },
    ),
    name: text({ nb: 'navn', en: 'name' }),
    return_period: text({ nb: 'gjentaksintervall', en: 'return period' }, { unit: 'år' }),
  },
  names: {
    kind: ['OBJTYPE', 'objekttype', 'faretype', 'skredtype'],
    name: ['navn', 'NAVN', 'områdenavn', 'skredOmrNavn'],
    return_period: ['gjentaksintervall', 'sannsynlighet'],
  },
  objectTypeField: 'kind',
  objectTypes: [
    'FlomAreal',
    'Flomsone',
    'SkredFaresone',
    'KvikkleireFaresone',
    'KvikkleireRisiko',
    'Skytefelt',
    'SkyteOgØvingsfelt',
  ],
  tiles: { zooms: [7, 14], keepLargest: true },
  paint: fill(
    byCode('kind', {
      flood: '#2f6fb0',
      slide: '#b5302a',
      'quick-clay': '#b07a2a',
      'firing-range': '#6b4f8a',
      radon: '#b8b03a',
      other: '#7d4b4b',
    }),
    { opacity: 0.35, outline: '#5a2a2a' },
  ),
  label: 'name',
});
