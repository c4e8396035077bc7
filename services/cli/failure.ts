import type { Language } from '../../layers/declaration/bilingual.ts';
import { Explained } from '../../layers/declaration/explained.ts';
import { Problem } from '../problem.ts';

/** Wrong use of the command: exit code 2. */
export class WrongUse extends Explained {}

/** Exit code of a failure, and what to print: a sentence for the user in their language, the stack only when asked for. */
export function explain(error: unknown, language: Language): { code: 1 | 2; text: string } {
  if (process.env['GRUNNRISS_DEBUG'] && error instanceof Error) console.error(error.stack);
  return { code: error instanceof WrongUse ? 2 : 1, text: inWords(error, language) };
}

function inWords(error: unknown, language: Language): string {
  if (error instanceof Explained) return error.explanation[language];
  if (error instanceof Problem) {
    const { detail, remedy, instance } = error.document(language);
    return [detail, remedy, instance && `(${instance})`].filter(Boolean).join(' ');
  }
  return error instanceof Error ? error.message : String(error);
}
