import { fold } from './declaration/fold.ts';
import { number, text, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { circle } from './declaration/paint.ts';

/** Columns of tables with a column per figure, and the indicator that their figures are of. */
const columns: Record<string, string> = {
  holiday_homes: 'holiday-homes',
  fritidsboliger: 'holiday-homes',
  fritidsbygg: 'holiday-homes',
  befolkning: 'residents',
  folkemengde: 'residents',
  innbyggere: 'residents',
  population: 'residents',
};

const indicatorOf = Object.fromEntries(Object.entries(columns).map(([name, id]) => [fold(name), id]));

/**
 * Figures of municipalities that others have counted (Statistics Norway, the cadastre): a row for each municipality, year
 * and indicator, without geometry. A table with a column per figure is loaded once for each column that is wanted: the
 * indicator is read from the column's name, or set.
 */
export const municipalFigure = layer({
  id: 'municipal-figure',
  title: { nb: 'Kommunetall', en: 'Municipal figures' },
  description: {
    nb: 'Tall per kommune og år fra statistikken, med enhet og kilde: til barometeret.',
    en: 'Figures by municipality and year from statistics, with unit and source: for the barometer.',
  },
  group: 'limits',
  geometry: 'point',
  geometryOptional: true,
  fields: {
    municipality: text({ nb: 'kommunenummer', en: 'municipality number' }, { required: true }),
    indicator: text({ nb: 'indikator', en: 'indicator' }, { required: true }),
    value: number({ nb: 'verdi', en: 'value' }),
    unit: text({ nb: 'enhet', en: 'unit' }),
    year: year({ nb: 'år', en: 'year' }),
    source: text({ nb: 'kilde', en: 'source' }),
  },
  names: {
    municipality: ['kommunenummer', 'kommunenr', 'knr'],
    value: ['verdi', ...Object.keys(columns)],
    unit: ['enhet', 'måleenhet'],
    year: ['aar', 'årgang'],
    source: ['kilde'],
  },
  derived: {
    indicator: ({ values, nameOf }) => {
      const column = nameOf('value');
      return values['indicator'] ?? (column === null ? null : (indicatorOf[column] ?? column));
    },
  },
  tiles: { zooms: [8, 14] },
  paint: circle('#3d5a80', { size: 3 }),
});
