import { Explained } from '../../layers/declaration/explained.ts';

/** The connection to the database broke or could not be made: nothing is wrong with the question itself. */
export class DatabaseUnavailable extends Explained {}

/** What the operating system says when nobody can be reached, and when the other side is gone. */
const unreachable = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT']);
const lost = new Set(['ECONNRESET', 'EPIPE']);
/** What PostgreSQL says before it ends a connection: it is stopping, has crashed, or is not up yet. */
const ending = new Set(['57P01', '57P02', '57P03']);

/** The server does not know the user, the password or the database. */
const unknownThere = new Set(['28000', '28P01', '3D000']);

/** Say plainly that the connection was lost, where a driver only says what it noticed. Other errors are returned as they are. */
export function explainLoss(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailable) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined && unreachable.has(code))
    return new DatabaseUnavailable(
      {
        nb: `Databasen kan ikke nås (${error.message}). «grunnriss doctor» sier hva som er galt.`,
        en: `The database cannot be reached (${error.message}). 'grunnriss doctor' says what is wrong.`,
      },
      { cause: error },
    );
  if (code !== undefined && unknownThere.has(code))
    return new DatabaseUnavailable(
      {
        nb: `Tjeneren slipper oss ikke til databasen (${error.message}). Rett bruker, passord eller databasenavn i DATABASE_URL; «grunnriss doctor» sier mer.`,
        en: `The server does not let us into the database (${error.message}). Mend user, password or database name in DATABASE_URL; 'grunnriss doctor' says more.`,
      },
      { cause: error },
    );
  const isLost = code ? lost.has(code) || ending.has(code) : /^Connection terminated|not queryable/.test(error.message);
  if (!isLost) return error;
  return new DatabaseUnavailable(
    {
      nb: `Forbindelsen til databasen ble brutt (${error.message}). Det som ikke er bekreftet, er kanskje ikke lagret: prøv igjen.`,
      en: `The connection to the database was lost (${error.message}). What was not confirmed may not have been stored: try again.`,
    },
    { cause: error },
  );
}
