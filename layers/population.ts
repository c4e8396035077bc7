import { integer, text, year } from './declaration/field.ts';
import { layer } from './declaration/layer.ts';
import { fill } from './declaration/paint.ts';

/** Columns of Statistics Norway's grids that hold a cell's id, by the size of the cells. */
const gridIds = ['SSBID0250M', 'SSBID1000M', 'SSBID5000M'];

/**
 * Residents by grid cell or point, one year at a time.
 * Grid files of Statistics Norway have a column per year (`pop_2019`): the year is read from the column that was used.
 * From 2020 on their cells with 1–9 residents all say 5, so 2019 is the latest that is exact cell by cell.
 */
export const population = layer({
  id: 'population',
  title: { nb: 'Befolkning', en: 'Population' },
  description: {
    nb: 'Bosatte i rutenett eller punkter, per år.',
    en: 'Residents by grid cell or point, by year.',
  },
  group: 'settlement',
  geometry: 'any',
  fields: {
    residents: integer({ nb: 'bosatte', en: 'residents' }, { required: true }),
    year: year({ nb: 'år', en: 'year' }),
    cell: text({ nb: 'rute', en: 'cell' }),
  },
  names: {
    residents: ['bosatte', 'befolkning', 'folketall', 'innbyggere', 'pop', 'pop_tot', 'population', 'pop_2019'],
    year: ['aar', 'år', 'årgang'],
    cell: ['ssbid', ...gridIds, 'ruteid'],
  },
  derived: {
    year: ({ values, nameOf }) => values['year'] ?? yearIn(nameOf('residents')),
  },
  objectTypes: ['BefolkningPåRuter250m', 'BefolkningPåRuter1km', 'BefolkningPåRuter5km'],
  idNames: ['ssbid', ...gridIds],
  tiles: { zooms: [7, 14], keepLargest: true },
  paint: fill('#c0504d', { opacity: 0.45 }),
});

function yearIn(name: string | null): number | null {
  const digits = /(?:19|20)\d\d$/.exec(name ?? '')?.[0];
  return digits ? Number(digits) : null;
}
