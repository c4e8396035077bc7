import { roadCategories, roadCategoryValues } from './codes/roads.ts';
import { fold } from './declaration/fold.ts';
import { metres, number, oneOf, text, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { line } from './declaration/paint.ts';

/** What a column's name says of the direction: one direction of the road, or the road as a whole. */
const directionOf: Record<string, 'per-direction' | 'both'> = {
  [fold('aadt_dir')]: 'per-direction',
  [fold('ÅDT, total')]: 'both',
};
/** Columns that hold per cent, where the field is a share. */
const percentNames = ['ÅDT, andel lange kjøretøy', 'andelLangeKjøretøy', 'andelTunge'];
const inPercent = new Set(percentNames.map(fold));

/**
 * Traffic on road links (ÅDT), per direction or for both, said which. A link without a figure is unknown, not empty.
 * The share of long vehicles goes with the length from which a vehicle was counted as long, where the source states it.
 */
export const traffic = layer({
  id: 'traffic',
  title: { nb: 'Trafikkmengde', en: 'Traffic' },
  description: {
    nb: 'Årsdøgntrafikk (ÅDT) og andel lange kjøretøy på veglenker.',
    en: 'Annual average daily traffic and share of long vehicles on road links.',
  },
  group: 'mobility',
  geometry: 'line',
  geometryOptional: true,
  fields: {
    link_id: text({ nb: 'veglenke', en: 'road link' }),
    road_number: text({ nb: 'vegnummer', en: 'road number' }),
    category: oneOf(roadCategories, {
      title: { nb: 'vegkategori', en: 'category' },
      sourceValues: roadCategoryValues,
    }),
    aadt: number({ nb: 'årsdøgntrafikk', en: 'annual average daily traffic' }, { unit: 'kjøretøy/døgn' }),
    aadt_direction: oneOf(
      {
        'per-direction': { nb: 'én retning', en: 'one direction' },
        both: { nb: 'begge retninger', en: 'both directions' },
      },
      { title: { nb: 'ÅDT gjelder', en: 'traffic counted' } },
    ),
    long_share: number({ nb: 'andel lange kjøretøy', en: 'share of long vehicles' }),
    long_threshold_m: metres({ nb: 'lang fra', en: 'long from' }),
    length_m: metres({ nb: 'lengde', en: 'length' }),
    year: year({ nb: 'år', en: 'year' }),
    origin: oneOf(
      {
        measured: { nb: 'målt', en: 'measured' },
        derived: { nb: 'beregnet', en: 'derived' },
        unknown: { nb: 'ukjent', en: 'unknown' },
      },
      { title: { nb: 'opphav', en: 'origin' } },
    ),
  },
  names: {
    link_id: ['parentTrafficLinkId', 'veglenkesekvensid', 'lenkeId'],
    road_number: ['roadSystem', 'vegnummer', 'VEGNUMMER', 'vegref'],
    category: ['roadCategory', 'vegkategori', 'VEGKATEGORI'],
    aadt: ['aadt_dir', 'ÅDT, total', 'ÅDT', 'ådtTotal'],
    long_share: ['heavy_ratio', ...percentNames],
    long_threshold_m: ['lengdegrense'],
    length_m: ['lengde', 'LENGDE', 'length'],
    year: ['aadt_year', 'År, gjelder for'],
    origin: ['aadt_trafficVolumeType', 'aadt_sourceType'],
  },
  derived: {
    aadt_direction: ({ values, nameOf }) => values['aadt_direction'] ?? directionOf[nameOf('aadt') ?? ''] ?? null,
    long_share: ({ values, nameOf }) => {
      const share = values['long_share'] ?? null;
      return typeof share === 'number' && inPercent.has(nameOf('long_share') ?? '') ? share / 100 : share;
    },
    origin: ({ values }) => values['origin'] ?? 'unknown',
  },
  objectTypes: ['Trafikkmengde'],
  tiles: { zooms: [6, 14], keepLargest: true },
  paint: line('#a0307a', { size: 2.5, opacity: 0.8 }),
  label: 'aadt',
});
