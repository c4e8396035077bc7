import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import type { Table } from '../../tables/table.ts';
import type { Accounts } from '../account.ts';

/** A table of the accounts: one file of `all/`. */
export interface AccountTable {
  name: Bilingual;
  columns: readonly Bilingual[];
  /** Its rows are of all accounts together: each is told once, without a number and a name before it. */
  shared?: true;
  /** Rows of one municipality, region or county; its number and name are put before them. */
  rows: (account: Accounts, language: Language) => Table['rows'];
}

/** The number and name of what an account is of. */
export const subjectColumns: readonly Bilingual[] = [
  { nb: 'Nummer', en: 'Number' },
  { nb: 'Navn', en: 'Name' },
];
