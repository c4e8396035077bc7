import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../layers/declaration/bilingual.ts';

/** The language of the system's settings, by the first that is set (POSIX); Bokmål unless it is English. */
export function languageOfSystem(environment: NodeJS.ProcessEnv = process.env): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^en([_.@-]|$)/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'nb';
}

/** `--lang`: the language of a command's answer, and of what it says when it fails. */
export const languageOption = (): Option =>
  new Option('--lang <language>', 'nb or en').argParser(languageOf).default(languageOfSystem(), "the system's");

function languageOf(text: string): Language {
  if (text === 'nb' || text === 'en') return text;
  throw new InvalidArgumentError('It must be nb (Bokmål) or en (English).');
}

/** The language that a command was asked to speak; the system's where it has no such option. */
export const languageAsked = (command: Command | undefined): Language =>
  (command?.opts()['lang'] as Language | undefined) ?? languageOfSystem();
