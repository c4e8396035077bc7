import { isGeometryFailure } from '../../database/geometry-failure.ts';

/** Zones that one statement takes: short enough for other work to come between on the embedded database. */
const batchSize = 300;

/** Parts of a batch that may fail before the rest is asked zone by zone: what fails everywhere is not a few bad zones. */
const mostFailures = 20;

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
  for (let first = 0; first < zones.length; first += batchSize) {
    const waiting: (readonly Zone[])[] = [zones.slice(first, first + batchSize)];
    let failures = 0;
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      signal?.throwIfAborted();
      try {
        for (const [index, answer] of await work(batch)) answers.set(index, answer);
      } catch (error) {
        if (!isGeometryFailure(error)) throw error;
        failures += 1;
        waiting.unshift(...partsOf(batch, failures));
      }
    }
  }
  return answers;
}

function partsOf<Zone>(batch: readonly Zone[], failures: number): (readonly Zone[])[] {
  if (batch.length === 1) return [];
  if (failures > mostFailures) return batch.map((zone) => [zone]);
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}
