import type { Bilingual, Language } from '../../../layers/declaration/bilingual.ts';
import { fill, type Message } from './message.ts';
import type { RuleWords } from './rule.ts';
import { en } from '../texts/en.ts';
import { nb } from '../texts/nb.ts';

/** What the frame says, by language. */
export const frame = { nb, en } satisfies Record<Language, Record<string, string>>;

/**
 * A message of a rule or of the frame, in words.
 * @throws Error when nobody has words for the code: a mistake in the program
 */
export function inWords(message: Message, rule: RuleWords, language: Language): string {
  const { code, values } = message;
  const own: Bilingual | undefined = rule.texts[code];
  if (own) return fill(own[language], values, language);
  const known = said[language].get(message);
  if (known !== undefined) return known;
  if (!(code in frame[language])) throw new Error(`No words for '${code}' of rule '${rule.id}'`);
  const words = fill(frame[language][code as keyof typeof nb], values, language);
  said[language].set(message, words);
  return words;
}

/** What the frame says of a zone is said under every rule. */
const said: Record<Language, WeakMap<Message, string>> = { nb: new WeakMap(), en: new WeakMap() };
