import type { AccountTable } from '../account-table.ts';
import { classNames } from '../class-names.ts';

/** Opening, additions, reductions and closing by class. */
export const extentTable: AccountTable = {
  name: { nb: 'Arealer', en: 'Extents' },
  columns: [
    { nb: 'Kartlag', en: 'Layer' },
    { nb: 'Fra', en: 'From' },
    { nb: 'Til', en: 'To' },
    { nb: 'Kode', en: 'Code' },
    { nb: 'Klasse', en: 'Class' },
    { nb: 'Inngående m²', en: 'Opening m²' },
    { nb: 'Tilgang m²', en: 'Additions m²' },
    { nb: 'Av dette styrt m²', en: 'Of this managed m²' },
    { nb: 'Avgang m²', en: 'Reductions m²' },
    { nb: 'Av dette styrt m²', en: 'Of this managed m²' },
    { nb: 'Netto m²', en: 'Net m²' },
    { nb: 'Utgående m²', en: 'Closing m²' },
    { nb: 'Utgående som kartlagt m²', en: 'Closing as mapped m²' },
  ],
  rows: ({ extent }, language) =>
    extent.flatMap(({ layer, from, to, classes }) =>
      classes.map((row) => [
        ...[layer, from.year, to.year, row.class, classNames(layer, row.class, language)],
        ...[row.opening_m2, row.additions_m2, row.managed_additions_m2],
        ...[row.reductions_m2, row.managed_reductions_m2, row.net_m2, row.closing_m2, row.mapped_closing_m2],
      ]),
    ),
};
