import { readdir } from 'node:fs/promises';
import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { settingMeanings } from '../settings.ts';
import { explain } from './failure.ts';
import { languageAsked } from './language.ts';

/** A command is one file of `commands/` that exports `add`. */
interface CommandModule {
  add: (program: Command) => void;
}

/** Run the command line. Exit codes: 0 done, 1 failed, 2 wrong use. */
export async function main(words: string[]): Promise<void> {
  const program = new Command('grunnriss')
    .description(packageJson.description)
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError('Try: grunnriss --help')
    .addHelpText('after', settingsHelp());
  for (const { add } of await commandModules()) add(program);
  for (const command of program.commands) command.exitOverride();
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

const settingsHelp = (): string =>
  '\nEnvironment:\n' +
  Object.entries(settingMeanings)
    .map(([name, meaning]) => `  ${name.padEnd(20)} ${meaning}`)
    .join('\n');
