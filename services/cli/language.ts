import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Bilingual, Language } from '../../layers/declaration/bilingual.ts';

/** The language of the system's settings, by the first that is set (POSIX); Bokmål unless it is English. */
export function languageOfSystem(environment: NodeJS.ProcessEnv = process.env): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^en([_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'nb';
}

/** Says a text in the language of the command line. */
export type Say = (text: Bilingual) => string;

/** The language that is asked for in the words of a command line, before they are understood; else the system's. */
export function languageIn(words: readonly string[]): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = words[at]?.split('=')[1] ?? words[at + 1];
  return at >= 0 && (asked === 'nb' || asked === 'en') ? asked : languageOfSystem();
}

/** `--lang`: the language of a command's answer and help, and of what it says when it fails. */
export const languageOption = (say: Say): Option =>
  new Option('--lang <language>', say({ nb: 'nb eller en', en: 'nb or en' }))
    .argParser(languageOf)
    .default(languageOfSystem(), say({ nb: 'systemets', en: "the system's" }));

function languageOf(text: string): Language {
  if (text === 'nb' || text === 'en') return text;
  throw new InvalidArgumentError('It must be nb (Bokmål) or en (English).');
}

/** The language that a command was asked to speak; the system's where it has no such option. */
export const languageAsked = (command: Command | undefined): Language =>
  (command?.opts()['lang'] as Language | undefined) ?? languageOfSystem();
