import type { AccountTable } from '../account-table.ts';
import { groupName, planAccountsOf, situations } from '../plan-rows.ts';

/** Planned land and what of it is built, reserve, unbuildable and densification, by purpose group. */
export const planTable: AccountTable = {
  name: { nb: 'Planregnskap', en: 'Plans' },
  columns: [
    { nb: 'Planer', en: 'Plans' },
    { nb: 'Formålsgruppe', en: 'Purpose group' },
    { nb: 'Planlagt m²', en: 'Planned m²' },
    { nb: 'Bebygd m²', en: 'Built m²' },
    { nb: 'Planreserve m²', en: 'Reserve m²' },
    { nb: 'Ikke byggbart m²', en: 'Unbuildable m²' },
    { nb: 'Av dette vernet m²', en: 'Of this protected m²' },
    { nb: 'Fortetting m²', en: 'Densification m²' },
  ],
  rows: (account, language) =>
    planAccountsOf(account).flatMap(({ situation, plans }) => [
      ...plans.groups.map((row) => [
        ...[situations[situation][language], groupName(row.group, language), row.planned_m2],
        ...[row.built_m2, row.reserve_m2, row.unbuildable_m2, row.protected_m2, row.densification_m2],
      ]),
      ...plans.other.map((row) => [
        ...[
          situations[situation][language],
          groupName(row.group, language),
          row.planned_m2,
          null,
          null,
          null,
          null,
          null,
        ],
      ]),
    ]),
};
