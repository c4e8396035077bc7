import type { Database, Session } from '../../services/database/database.ts';

/** What to do before or after each statement of a file, by its name; a thrown error is the statement's. */
export interface Watch {
  before?: (name: string) => Promise<void> | void;
  after?: (name: string) => Promise<void> | void;
}

/**
 * The same database, with its statements watched: to count them, to let a connection break at one of them, or to hold
 * one caller there until another has passed. Outside of transactions only, on the embedded database: it waits for them.
 */
export function watched(database: Database, { before, after }: Watch): Database {
  const watch = (session: Session): Session => ({
    ...session,
    async rows(statement, parameters) {
      await before?.(statement.name);
      const rows = await session.rows(statement, parameters);
      await after?.(statement.name);
      return rows as never;
    },
    async row(statement, parameters) {
      await before?.(statement.name);
      const row = await session.row(statement, parameters);
      await after?.(statement.name);
      return row as never;
    },
  });
  return { ...database, ...watch(database), transaction: (work) => database.transaction((own) => work(watch(own))) };
}

/** A door that callers wait at until it is opened; `reached` tells that the first one is there. */
export function door(): { wait: () => Promise<void>; open: () => void; reached: Promise<void> } {
  let open = () => {};
  let arrive = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  return { wait: () => (arrive(), opened), open, reached };
}
