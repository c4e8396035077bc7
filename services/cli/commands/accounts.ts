import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { makeAccounts } from '../../accounts/accounts.ts';
import { AccountInput } from '../../accounts/inputs.ts';
import { oneAccount } from '../../accounts/one-account.ts';
import { accountTables } from '../../accounts/tables/account-tables.ts';
import { tablesCsv } from '../../tables/tables-csv.ts';
import { writeWorkbook } from '../../tables/write-workbook.ts';
import { refuseWorkbookOnScreen, withAnswerOptions, writeAnswer, type AnswerOptions } from '../answer-options.ts';
import { languageOption, type Say } from '../language.ts';
import { wholeNumber } from '../values.ts';
import { withDatabase } from '../with-database.ts';

interface Options extends AnswerOptions<'json' | 'csv' | 'xlsx'> {
  from?: number;
  to?: number;
  lang: Language;
}

/** `grunnriss accounts MUNICIPALITY`: the area and nature accounts of a municipality. */
export function add(program: Command, say: Say): void {
  const command = program
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
    .addOption(languageOption(say));
  withAnswerOptions(command, say, ['json', 'csv', 'xlsx']).action((municipality: string, options: Options) =>
    accountsCommand(municipality, options),
  );
}

async function accountsCommand(municipality: string, { from, to, lang, ...options }: Options): Promise<void> {
  refuseWorkbookOnScreen(options);
  const inputs = AccountInput.parse({ municipalities: [municipality], from, to });
  const answer = await withDatabase(({ database, catalogue, signal }) =>
    makeAccounts(database, catalogue, inputs, { signal }),
  );
  const tables = () => accountTables(answer.accounts, lang);
  await writeAnswer(
    {
      json: () => `${JSON.stringify(oneAccount(answer, lang), null, 2)}\n`,
      csv: () => tablesCsv(tables()),
      xlsx: () => writeWorkbook(tables()),
    },
    options,
  );
}
