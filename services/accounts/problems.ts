import { GroundGone } from '../conflicts/measurement/constraints.ts';
import { Problem } from '../problem.ts';
import { CannotAccount } from './cannot-account.ts';

/** What to tell an asker for whom no account can be made; anything else is thrown on as it is. */
export function problemOfAccounts(error: unknown, status: 404 | 422 = 422): unknown {
  if (error instanceof CannotAccount)
    return new Problem(status, 'no-account', {
      title: { nb: 'Ikke noe regnskap', en: 'No account' },
      detail: error.explanation,
    });
  if (error instanceof GroundGone)
    return new Problem(503, 'data-replaced', {
      title: { nb: 'Dataene ble byttet ut', en: 'The data were replaced' },
      detail: error.explanation,
      headers: { 'Retry-After': '60' },
    });
  return error;
}
