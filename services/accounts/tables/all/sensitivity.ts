import type { AccountTable } from '../account-table.ts';
import { groupName, planAccountsOf, situations } from '../plan-rows.ts';

/** How built and reserve hang on the buffer around buildings. */
export const sensitivityTable: AccountTable = {
  name: { nb: 'Bufferens virkning', en: 'Effect of the buffer' },
  columns: [
    { nb: 'Planer', en: 'Plans' },
    { nb: 'Formålsgruppe', en: 'Purpose group' },
    { nb: 'Buffer m', en: 'Buffer m' },
    { nb: 'Bebygd m²', en: 'Built m²' },
    { nb: 'Planreserve m²', en: 'Reserve m²' },
    { nb: 'Fortetting m²', en: 'Densification m²' },
  ],
  rows: (account, language) =>
    planAccountsOf(account).flatMap(({ situation, plans }) =>
      plans.groups.flatMap((row) =>
        [{ ...row, buffer_m: plans.method.buffer_m }, ...row.sensitivity]
          .sort((a, b) => a.buffer_m - b.buffer_m)
          .map((at) => [
            ...[situations[situation][language], groupName(row.group, language)],
            ...[at.buffer_m, at.built_m2, at.reserve_m2, at.densification_m2],
          ]),
      ),
    ),
};
