/** The connection to the database broke or could not be made: nothing is wrong with the question itself. */
export class DatabaseUnavailable extends Error {}

/** What the operating system says when nobody listens, or the other side is gone. */
const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT']);
/** What PostgreSQL says before it ends a connection: it is stopping, has crashed, or is not up yet. */
const ending = new Set(['57P01', '57P02', '57P03']);

/** Say plainly that the connection was lost, where a driver only says what it noticed. Other errors are returned as they are. */
export function explainLoss(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (
    code !== undefined
      ? !lost.has(code) && !ending.has(code)
      : !/^Connection terminated|not queryable/.test(error.message)
  )
    return error;
  return new DatabaseUnavailable(
    `The connection to the database was lost (${error.message}). What was not confirmed may not have been stored: try again.`,
    { cause: error },
  );
}
