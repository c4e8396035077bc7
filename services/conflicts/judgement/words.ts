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
export function inWords({ code, values }: Message, rule: RuleWords, language: Language): string {
  const own: Bilingual | undefined = rule.texts[code];
  const text = own ? own[language] : code in frame[language] ? frame[language][code as keyof typeof nb] : undefined;
  if (text === undefined) throw new Error(`No words for '${code}' of rule '${rule.id}'`);
  return fill(text, values, language);
}
