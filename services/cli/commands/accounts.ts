import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { makeAccounts } from '../../accounts/accounts.ts';
import { AccountInput } from '../../accounts/inputs.ts';
import { accountTables } from '../../accounts/tables/account-tables.ts';
import { tablesCsv } from '../../tables/tables-csv.ts';
import { writeWorkbook } from '../../tables/write-workbook.ts';
import { WrongUse } from '../failure.ts';
import { languageOption, type Say } from '../language.ts';
import { wholeNumber } from '../values.ts';
import { withDatabase } from '../with-database.ts';

interface Options {
  from?: number;
  to?: number;
  format: 'json' | 'csv' | 'xlsx';
  output?: string;
  lang: Language;
}

/** `grunnriss accounts MUNICIPALITY`: the area and nature accounts of a municipality. */
export function add(program: Command, say: Say): void {
  program
    .command('accounts')
    .argument('<municipality>', say({ nb: 'kommunenummer', en: 'number of the municipality' }))
    .description(
      say({
        nb: 'areal- og naturregnskap for en kommune; svaret er JSON. Flere valg: grunnriss run accounts',
        en: 'the area and nature accounts of a municipality; the answer is JSON. More choices: grunnriss run accounts',
      }),
    )
    .option(
      '--from <year>',
      say({ nb: 'inngående år; ellers det nest nyeste', en: 'opening year; else the newest but one' }),
      wholeNumber,
    )
    .option(
      '--to <year>',
      say({ nb: 'utgående år; ellers det nyeste', en: 'closing year; else the newest' }),
      wholeNumber,
    )
    .addOption(
      new Option('--format <id>', say({ nb: 'json, csv eller xlsx', en: 'json, csv or xlsx' }))
        .choices(['json', 'csv', 'xlsx'])
        .default('json'),
    )
    .option('--output <file>', say({ nb: 'hvor; ellers til standard ut', en: 'where to; else to standard output' }))
    .addOption(languageOption(say))
    .action((municipality: string, options: Options) => accountsCommand(municipality, options));
}

async function accountsCommand(municipality: string, { from, to, format, output, lang }: Options): Promise<void> {
  if (format === 'xlsx' && output === undefined)
    throw new WrongUse({
      nb: 'XLSX skrives til en fil: bruk --output FIL.xlsx.',
      en: 'XLSX is written to a file: use --output FILE.xlsx.',
    });
  const inputs = AccountInput.parse({ municipalities: [municipality], from, to });
  const { accounts } = await withDatabase(({ database, catalogue, signal }) =>
    makeAccounts(database, catalogue, inputs, { signal }),
  );
  const tables = accountTables(accounts, lang);
  const text = format === 'csv' ? tablesCsv(tables) : `${JSON.stringify(accounts[0], null, 2)}\n`;
  if (output === undefined) process.stdout.write(text);
  else await writeFile(output, format === 'xlsx' ? await writeWorkbook(tables) : text);
}
