import { z } from 'zod';
import { makeAccounts } from '../../accounts/accounts.ts';
import { AccountsSchema } from '../../accounts/describe.ts';
import { AccountInput } from '../../accounts/inputs.ts';
import { oneAccount } from '../../accounts/one-account.ts';
import { problemOfAccounts } from '../../accounts/problems.ts';
import { accountTables } from '../../accounts/tables/account-tables.ts';
import { tablesCsv } from '../../tables/tables-csv.ts';
import { writeWorkbook } from '../../tables/write-workbook.ts';
import { parameter } from '../parameters/parameter.ts';
import { json, route } from '../route.ts';

const formats = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Answers change with the data, and are made by the defaults of the process `accounts`. */
const headers = { 'Cache-Control': 'no-cache' };

/** The area and nature accounts of a municipality. */
export const municipalityAccounts = route({
  method: 'get',
  path: '/municipalities/{number}/accounts',
  id: 'getMunicipalityAccounts',
  tag: 'Municipalities',
  summary: { nb: 'Areal- og naturregnskap for en kommune', en: 'The area and nature accounts of a municipality' },
  formats,
  variables: { number: { nb: 'kommunenummer', en: 'number of the municipality' } },
  query: {
    from: parameter({
      name: 'from',
      kind: 'number',
      schema: z.int().optional(),
      meaning: { nb: 'inngående år; det nest nyeste', en: 'opening year; the newest but one' },
    }),
    to: parameter({
      name: 'to',
      kind: 'number',
      schema: z.int().optional(),
      meaning: { nb: 'utgående år; det nyeste', en: 'closing year; the newest' },
    }),
  },
  returns: AccountsSchema.extend({
    left_out: z
      .array(z.string())
      .optional()
      .describe('coverages that do not have the years asked for, and which they have'),
  }),
  async handle({ database, catalogue, format, language, path, query, signal }) {
    const number = path.number ?? '';
    const inputs = AccountInput.parse({ municipalities: [number], from: query.from, to: query.to });
    const answer = await makeAccounts(database, catalogue, inputs, { signal }).catch((error: unknown) => {
      throw problemOfAccounts(error, 404);
    });
    if (format === 'json') return json(oneAccount(answer, language), formats.json, headers);
    const { accounts } = answer;
    const tables = accountTables(accounts, language);
    if (format === 'csv') return { type: `${formats.csv}; charset=utf-8`, body: tablesCsv(tables), headers };
    const disposition = `attachment; filename="accounts-${accounts[0]?.municipality}.xlsx"`;
    return {
      type: formats.xlsx,
      body: await writeWorkbook(tables),
      headers: { ...headers, 'Content-Disposition': disposition },
    };
  },
});
