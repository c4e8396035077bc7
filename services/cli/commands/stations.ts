import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { issueInWords } from '../../issue-in-words.ts';
import { loadCriteria } from '../../stations/criterion-catalogue.ts';
import { StationInput } from '../../stations/inputs.ts';
import { energyStationsProcess } from '../../stations/process.ts';
import { overview } from '../../stations/overview.ts';
import { stationTables } from '../../stations/tables.ts';
import { tablesCsv } from '../../tables/tables-csv.ts';
import { writeWorkbook } from '../../tables/write-workbook.ts';
import { refuseWorkbookOnScreen, withAnswerOptions, writeAnswer, type AnswerOptions } from '../answer-options.ts';
import { WrongUse } from '../failure.ts';
import { languageOption, type Say } from '../language.ts';
import { numberOrText, pair } from '../values.ts';
import { withDatabase } from '../with-database.ts';

interface Options extends AnswerOptions<'text' | 'json' | 'csv' | 'xlsx'> {
  set: Record<string, string>;
  try?: boolean;
  lang: Language;
}

/** `grunnriss stations`: rank sites for energy stations and find the best network. */
export function add(program: Command, say: Say): void {
  const command = program
    .command('stations')
    .description(
      say({
        nb: 'ranger steder for energistasjoner for tungtransport, og finn det beste nettverket',
        en: 'rank sites for energy stations for heavy transport, and find the best network',
      }),
    )
    .option(
      '--set <name=value>',
      say({
        nb: 'en inndata (p_new=8, estimate=true) eller vekten til et kriterium (grid_mw=0.3); NAVN=@FIL henter fra en JSON-fil',
        en: 'an input (p_new=8, estimate=true) or the weight of a criterion (grid_mw=0.3); NAME=@FILE takes it from a JSON file',
      }),
      pair,
      {},
    )
    .option('--try', say({ nb: 'prøv ut: ingenting lagres', en: 'try it out: nothing is stored' }))
    .addOption(languageOption(say));
  withAnswerOptions(command, say, ['text', 'json', 'csv', 'xlsx']).action((options: Options) =>
    stationsCommand(options),
  );
}

async function stationsCommand(options: Options): Promise<void> {
  const { lang } = options;
  refuseWorkbookOnScreen(options);
  const inputs = StationInput.safeParse(await inputsOf(options));
  if (!inputs.success) {
    const said = (language: Language) =>
      inputs.error.issues.map((issue) => `${issue.path.join('.')}: ${issueInWords(issue, language)}`).join('\n');
    throw new WrongUse({ nb: said('nb'), en: said('en') });
  }
  const answer = await withDatabase(({ database, catalogue, signal, progress }) =>
    energyStationsProcess.execute(inputs.data, {
      ...{ database, catalogue, signal, language: lang },
      onProgress: (share, message) => progress.share(share, message),
    }),
  );
  await writeAnswer(
    {
      text: () => overview(answer, lang),
      json: () => `${JSON.stringify(answer, null, 2)}\n`,
      csv: () => tablesCsv(stationTables(answer, lang)),
      xlsx: () => writeWorkbook(stationTables(answer, lang)),
    },
    options,
  );
}

/** Inputs and weights alike are set by name; a criterion's name is a weight. */
async function inputsOf({ set, try: isTrial }: Options): Promise<Record<string, unknown>> {
  const criteria = new Set((await loadCriteria()).map(({ id }) => id));
  const inputs: Record<string, unknown> = isTrial ? { publish: false } : {};
  const weights: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(set)) {
    const value = text.startsWith('@') ? (JSON.parse(await readFile(text.slice(1), 'utf8')) as unknown) : valueOf(text);
    if (criteria.has(name)) weights[name] = value;
    else inputs[name] = value;
  }
  if (Object.keys(weights).length > 0) inputs['weights'] = { ...(inputs['weights'] as object | undefined), ...weights };
  for (const name of ['energies', 'kinds', 'served', 'fixed', 'forbidden', 'conflict_layers'])
    if (typeof inputs[name] === 'string') inputs[name] = inputs[name].split(',');
  return inputs;
}

const valueOf = (text: string): unknown => (text === 'true' ? true : text === 'false' ? false : numberOrText(text));
