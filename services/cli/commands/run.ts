import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { issueInWords } from '../../issue-in-words.ts';
import { processes } from '../../processes.ts';
import { tablesCsv } from '../../tables/tables-csv.ts';
import { writeWorkbook } from '../../tables/write-workbook.ts';
import { WrongUse } from '../failure.ts';
import { languageOption, type Say } from '../language.ts';
import { numberOrText, pair } from '../values.ts';
import { withDatabase } from '../with-database.ts';

/** `grunnriss run ANALYSIS`: the same analyses, inputs and answers as over HTTP. */
export function add(program: Command, say: Say): void {
  program
    .command('run')
    .argument('<analysis>', processes.map(({ id }) => id).join(', '))
    .description(say({ nb: 'kjør en analyse; svaret er JSON', en: 'run an analysis; the answer is JSON' }))
    .option(
      '--set <name=value>',
      say({
        nb: 'en inndata; NAVN=@FIL henter den fra en JSON-fil',
        en: 'an input; NAME=@FILE takes it from a JSON file',
      }),
      pair,
      {},
    )
    .option(
      '--table <file>',
      say({
        nb: 'skriv tabellene i svaret også: FIL.xlsx eller FIL.csv',
        en: 'write the tables of the answer, too: FILE.xlsx or FILE.csv',
      }),
    )
    .option(
      '--drawings <folder>',
      say({ nb: 'skriv figurene i svaret også, som SVG', en: 'write the figures of the answer, too, as SVG' }),
    )
    .addOption(languageOption(say))
    .action((id: string, options: Options) => runCommand(id, options));
}

interface Options {
  set: Record<string, string>;
  lang: Language;
  table?: string;
  drawings?: string;
}

async function runCommand(id: string, { set, lang, table, drawings }: Options): Promise<void> {
  const known = processes.map(({ id }) => id).join(', ');
  const process_ = processes.find((one) => one.id === id);
  if (!process_)
    throw new WrongUse({
      nb: `Analysen «${id}» finnes ikke. Analyser: ${known}.`,
      en: `There is no analysis '${id}'. Analyses: ${known}.`,
    });
  const isWrong = (table !== undefined && !process_.tables) || (drawings !== undefined && !process_.drawings);
  if (isWrong)
    throw new WrongUse({
      nb: `${id} gir ikke ${table !== undefined && !process_.tables ? 'tabeller' : 'figurer'}.`,
      en: `${id} gives no ${table !== undefined && !process_.tables ? 'tables' : 'figures'}.`,
    });
  const given = await Promise.all(
    Object.entries(set).map(async ([name, value]) => [name, await inputOf(value)] as const),
  );
  const inputs = process_.inputs.safeParse(Object.fromEntries(given));
  if (!inputs.success) {
    const { issues } = inputs.error;
    const said = (language: Language) =>
      issues.map((issue) => `${issue.path.join('.')}: ${issueInWords(issue, language)}`).join('\n');
    throw new WrongUse({ nb: said('nb'), en: said('en') });
  }
  const output = await withDatabase(({ database, catalogue, signal, progress }) =>
    process_.execute(inputs.data, {
      ...{ database, catalogue, signal, language: lang },
      onProgress: (share, message) => progress.share(share, message),
    }),
  );
  const tables = table === undefined ? [] : (process_.tables?.(output, lang) ?? []);
  if (table !== undefined)
    await writeFile(table, /\.csv$/i.test(table) ? tablesCsv(tables) : await writeWorkbook(tables));
  if (drawings !== undefined) {
    await mkdir(drawings, { recursive: true });
    for (const { name, svg } of process_.drawings?.(output, lang) ?? [])
      await writeFile(path.join(drawings, `${name}.svg`), svg);
  }
  process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
}

const inputOf = async (value: string): Promise<unknown> =>
  value.startsWith('@') ? (JSON.parse(await readFile(value.slice(1), 'utf8')) as unknown) : numberOrText(value);
