import { isGeometryFailure } from '../../database/geometry-failure.ts';

/** Zones that one statement takes: short enough for other work to come between on the embedded database. */
const batchSize = 300;

/**
 * Do work on zones in batches; where an overlay fails, zone by zone, so that one bad geometry costs one answer.
 * @param work answers for every zone of a batch, by its index
 * @returns the answers; zones whose overlay failed are not among them
 */
export async function zoneByZone<Zone extends { index: number }, Answer>(
  zones: readonly Zone[],
  work: (batch: readonly Zone[]) => Promise<Map<number, Answer>>,
  signal?: AbortSignal,
): Promise<Map<number, Answer>> {
  const answers = new Map<number, Answer>();
  const attempt = async (batch: readonly Zone[]): Promise<boolean> => {
    signal?.throwIfAborted();
    try {
      for (const [index, answer] of await work(batch)) answers.set(index, answer);
      return true;
    } catch (error) {
      if (!isGeometryFailure(error)) throw error;
      return false;
    }
  };
  for (let first = 0; first < zones.length; first += batchSize) {
    const batch = zones.slice(first, first + batchSize);
    if (!(await attempt(batch)) && batch.length > 1) for (const zone of batch) await attempt([zone]);
  }
  return answers;
}
