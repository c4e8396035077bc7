import { readdir } from 'node:fs/promises';
import { Command, CommanderError } from 'commander';
import type { Language } from '../../layers/declaration/bilingual.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { settingMeanings } from '../settings.ts';
import { explain } from './failure.ts';
import { speak } from './help-words.ts';
import { languageAsked, languageIn, type Say } from './language.ts';

/** A command is one file of `commands/` that exports `add`. */
interface CommandModule {
  add: (program: Command, say: Say) => void;
}

/** The command line with all its commands, whose help speaks a language. */
export async function commandLine(language: Language): Promise<Command> {
  const say: Say = (text) => text[language];
  const program = new Command('grunnriss')
    .description(say(about))
    .version(packageJson.version, '-V, --version', say({ nb: 'skriv versjonen', en: 'write the version' }))
    .exitOverride()
    .showHelpAfterError(say({ nb: 'Prøv: grunnriss --help', en: 'Try: grunnriss --help' }))
    .addHelpText('after', settingsHelp(say));
  speak(program, language);
  for (const { add } of await commandModules()) add(program, say);
  for (const command of program.commands) command.exitOverride();
  return program;
}

/** Run the command line. Exit codes: 0 done, 1 failed, 2 wrong use. */
export async function main(words: string[]): Promise<void> {
  const program = await commandLine(languageIn(words));
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = failed(
      error,
      program.commands.find((command) => command.name() === words[0]),
    );
  }
}

function failed(error: unknown, command: Command | undefined): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has printed it
  const { code, text } = explain(error, languageAsked(command));
  console.error(text);
  return code;
}

async function commandModules(): Promise<CommandModule[]> {
  const folder = new URL('commands/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  return Promise.all(files.map(async (name) => (await import(new URL(name, folder).href)) as CommandModule));
}

const about = {
  nb: 'Romlig analyse for areal- og mobilitetspolitikk: PostGIS inn; svar, kart og vektorfliser ut.',
  en: packageJson.description,
};

const settingsHelp = (say: Say): string =>
  `\n${say({ nb: 'Miljøvariabler', en: 'Environment' })}:\n` +
  Object.entries(settingMeanings)
    .map(([name, meaning]) => `  ${name.padEnd(20)} ${say(meaning)}`)
    .join('\n');
