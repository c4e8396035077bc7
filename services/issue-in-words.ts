import { z } from 'zod';
import type { Language } from '../layers/declaration/bilingual.ts';

const words: Record<Language, z.core.$ZodErrorMap> = {
  nb: z.locales.no().localeError,
  en: z.locales.en().localeError,
};

/** What a schema has against a value, in the reader's language; a check of our own says it itself, in `params`. */
export function issueInWords(issue: z.core.$ZodIssue, language: Language): string {
  const own = issue.code === 'custom' ? (issue.params?.[language] as string | undefined) : undefined;
  const message = own ?? words[language](issue as z.core.$ZodRawIssue);
  return typeof message === 'string' ? message : (message?.message ?? issue.message);
}
