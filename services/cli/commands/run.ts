import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Language } from '../../../layers/declaration/bilingual.ts';
import { issueInWords } from '../../issue-in-words.ts';
import { processes } from '../../processes.ts';
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
    .addOption(languageOption(say))
    .action((id: string, { set, lang }: { set: Record<string, string>; lang: Language }) => runCommand(id, set, lang));
}

async function runCommand(id: string, set: Record<string, string>, lang: Language): Promise<void> {
  const known = processes.map(({ id }) => id).join(', ');
  const process_ = processes.find((one) => one.id === id);
  if (!process_)
    throw new WrongUse({
      nb: `Analysen «${id}» finnes ikke. Analyser: ${known}.`,
      en: `There is no analysis '${id}'. Analyses: ${known}.`,
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
  process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
}

const inputOf = async (value: string): Promise<unknown> =>
  value.startsWith('@') ? (JSON.parse(await readFile(value.slice(1), 'utf8')) as unknown) : numberOrText(value);
