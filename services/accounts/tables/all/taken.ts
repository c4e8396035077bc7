import { takes } from '../../plans/takes.ts';
import type { AccountTable } from '../account-table.ts';
import { groupName, planAccountsOf, situations } from '../plan-rows.ts';

/** What the reserve of each purpose group would take. */
export const takenTable: AccountTable = {
  name: { nb: 'Reserven tar', en: 'The reserve takes' },
  columns: [
    { nb: 'Planer', en: 'Plans' },
    { nb: 'Formålsgruppe', en: 'Purpose group' },
    ...takes.map(({ title }) => ({ nb: `${title.nb} m²`, en: `${title.en} m²` })),
  ],
  rows: (account, language) =>
    planAccountsOf(account).flatMap(({ situation, plans }) =>
      plans.groups.map((row) => [
        ...[situations[situation][language], groupName(row.group, language)],
        ...takes.map(({ id }) => row.takes[id] ?? null),
      ]),
    ),
};
