import { z } from 'zod';
import type { Language } from '../../layers/declaration/bilingual.ts';
import type { Problem } from '../problem.ts';
import { tell } from './tell.ts';

/** RFC 6901. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const words: Record<Language, z.core.$ZodErrorMap> = {
  nb: z.locales.no().localeError,
  en: z.locales.en().localeError,
};

/** Most issues that are said back; the rest of a badly made file is like the first ones. */
const mostIssues = 5;

function said(issue: z.core.$ZodIssue, language: Language): string {
  // A message of a check of our own is kept; zod's own are said in the reader's language.
  const message = issue.code === 'custom' ? issue.message : words[language](issue as z.core.$ZodRawIssue);
  return typeof message === 'string' ? message : (message?.message ?? issue.message);
}

/**
 * The problem of a body that its schema refuses.
 * @param at where in the body the judged value stands: a JSON pointer
 */
export const badInput = (error: z.ZodError, at: string): Problem =>
  tell(
    400,
    'invalid-input',
    ({ badInput: say }, language) => ({
      ...say,
      detail: say.detail(
        error.issues
          .slice(0, mostIssues)
          .map((issue) => `${at}${pointer(issue.path)}: ${said(issue, language)}`)
          .join('; '),
      ),
    }),
    { instance: at + pointer(error.issues[0]?.path ?? []) },
  );
