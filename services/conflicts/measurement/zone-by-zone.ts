import { isGeometryFailure } from '../../database/geometry-failure.ts';

/** Zones that one statement takes: short enough for other work to come between on the embedded database. */
const batchSize = 300;

/**
 * Do work on zones in batches; where an overlay fails, on halves of the batch, down to single zones, so that one bad geometry
 * costs one answer and few statements.
 * @param work answers for every zone of a batch, by its index
 * @returns the answers; zones whose overlay failed are not among them
 */
export async function zoneByZone<Zone extends { index: number }, Answer>(
  zones: readonly Zone[],
  work: (batch: readonly Zone[]) => Promise<Map<number, Answer>>,
  signal?: AbortSignal,
): Promise<Map<number, Answer>> {
  const answers = new Map<number, Answer>();
  const attempt = async (batch: readonly Zone[]): Promise<void> => {
    signal?.throwIfAborted();
    try {
      for (const [index, answer] of await work(batch)) answers.set(index, answer);
    } catch (error) {
      if (!isGeometryFailure(error)) throw error;
      if (batch.length === 1) return;
      const middle = Math.ceil(batch.length / 2);
      await attempt(batch.slice(0, middle));
      await attempt(batch.slice(middle));
    }
  };
  for (let first = 0; first < zones.length; first += batchSize) await attempt(zones.slice(first, first + batchSize));
  return answers;
}
