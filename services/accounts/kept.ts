import { confirmConstraints, type Constraints } from '../conflicts/measurement/constraints.ts';
import type { Database } from '../database/database.ts';
import { runOnce } from '../runs/run.ts';

/** Raised whenever the same data may give another account. */
export const accountsVersion = '3';

/**
 * An account that was made before from the same datasets by the same parameters, else made now and kept. Datasets never
 * change, so an account needs to be made again only in the municipalities that a new dataset touches.
 * @param basis all that decides it: parameters, division, the datasets that lie in the municipality
 * @param constraints the data that the work reads: they must still be there when it has read them
 * @throws what the work throws, GroundGone, LeaseLost, and the signal's reason
 */
export async function kept<Account>(
  database: Database,
  {
    kind,
    municipality,
    basis,
    constraints,
  }: { kind: string; municipality: string; basis: Record<string, unknown>; constraints: Constraints },
  work: () => Promise<Account>,
  signal?: AbortSignal,
): Promise<Account> {
  const request = { kind, version: accountsVersion, parameters: { municipality, ...basis }, editions: {} };
  const { run } = await runOnce<Account>(
    database,
    request,
    municipality,
    async () => {
      const result = await work();
      await confirmConstraints(database, constraints);
      return { result };
    },
    signal,
  );
  return run.result as Account;
}
