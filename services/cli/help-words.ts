import { type Command, Help, type Option } from 'commander';
import type { Language } from '../../layers/declaration/bilingual.ts';

/** What commander says in English, word for word, and how it is said in Bokmål. */
const bokmal: Record<string, string> = {
  'Usage:': 'Bruk:',
  'Arguments:': 'Argumenter:',
  'Options:': 'Valg:',
  'Commands:': 'Kommandoer:',
  '[options]': '[valg]',
  '[command]': '[kommando]',
  'default:': 'standard:',
  'choices:': 'mulige:',
};

const inBokmal = (text: string): string =>
  Object.entries(bokmal).reduce((said, [english, norwegian]) => said.replace(english, norwegian), text);

/** Let the help of a program and of the commands that are added to it later speak a language. */
export function speak(program: Command, language: Language): void {
  if (language === 'en') return;
  const english = new Help();
  program
    .helpOption('-h, --help', 'vis hjelp')
    .helpCommand('help [kommando]', 'vis hjelp om en kommando')
    .configureHelp({
      styleTitle: inBokmal,
      commandUsage: (command: Command) => inBokmal(english.commandUsage(command)),
      subcommandTerm: (command: Command) => inBokmal(english.subcommandTerm(command)),
      optionDescription: (option: Option) => inBokmal(english.optionDescription(option)),
    });
}
