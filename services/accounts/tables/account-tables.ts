import type { Language } from '../../../layers/declaration/bilingual.ts';
import type { Table } from '../../tables/table.ts';
import type { Accounts } from '../account.ts';
import { subjectColumns, type AccountTable } from './account-table.ts';
import { datasetTable } from './all/datasets.ts';
import { extentTable } from './all/extent.ts';
import { indicatorTable } from './all/indicators.ts';
import { matrixTable } from './all/matrix.ts';
import { methodTable } from './all/method.ts';
import { natureTable } from './all/nature.ts';
import { planTable } from './all/plans.ts';
import { proofTable } from './all/proof.ts';
import { sensitivityTable } from './all/sensitivity.ts';
import { takenTable } from './all/taken.ts';

const all: readonly AccountTable[] = [
  ...[extentTable, matrixTable, proofTable, planTable, takenTable, sensitivityTable, natureTable],
  ...[indicatorTable, methodTable, datasetTable],
];

const county = { nb: 'Fylket', en: 'The county' };

/** Accounts as tables, one of each kind with rows for every municipality, region and county. */
export const accountTables = (accounts: readonly (Accounts | null)[], language: Language): Table[] =>
  all.map(({ name, columns, shared, rows }) => {
    const found = accounts.flatMap((account) =>
      account ? rows(account, language).map((row) => (shared ? row : [...subjectOf(account, language), ...row])) : [],
    );
    return {
      name: name[language],
      headings: [...(shared ? [] : subjectColumns), ...columns].map((column) => column[language]),
      rows: shared ? [...new Map(found.map((row) => [JSON.stringify(row), row])).values()] : found,
    };
  });

const subjectOf = ({ municipality, region, name }: Accounts, language: Language): [string | null, string | null] => [
  municipality ?? region ?? null,
  name ?? (municipality === null && region === undefined ? county[language] : null),
];
