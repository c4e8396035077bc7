import type { AccountTable } from '../account-table.ts';
import { classNames } from '../class-names.ts';

/** The transition matrix, a row a cell. */
export const matrixTable: AccountTable = {
  name: { nb: 'Overganger', en: 'Transitions' },
  columns: [
    { nb: 'Kartlag', en: 'Layer' },
    { nb: 'Fra', en: 'From' },
    { nb: 'Til', en: 'To' },
    { nb: 'Fra kode', en: 'From code' },
    { nb: 'Fra klasse', en: 'From class' },
    { nb: 'Til kode', en: 'To code' },
    { nb: 'Til klasse', en: 'To class' },
    { nb: 'm²', en: 'm²' },
  ],
  rows: ({ extent }, language) =>
    extent.flatMap(({ layer, from, to, matrix }) =>
      Object.entries(matrix).flatMap(([before, cells]) =>
        Object.entries(cells).map(([after, area]) => [
          ...[layer, from.year, to.year, before, classNames(layer, before, language)],
          ...[after, classNames(layer, after, language), area],
        ]),
      ),
    ),
};
