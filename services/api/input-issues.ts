import type { z } from 'zod';
import { issueInWords } from '../issue-in-words.ts';
import type { Problem } from '../problem.ts';
import { tell } from './tell.ts';

/** RFC 6901. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Most issues that are said back; the rest of a badly made file is like the first ones. */
const mostIssues = 5;

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
          .map((issue) => `${at}${pointer(issue.path)}: ${issueInWords(issue, language)}`)
          .join('; '),
      ),
    }),
    { instance: at + pointer(error.issues[0]?.path ?? []) },
  );
