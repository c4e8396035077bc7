import { coverageShares, type Covered, type LookedAt } from './coverage.ts';
import { datasetIds, isAbsent } from './constraints.ts';
import type { Measuring } from './measure.ts';

/**
 * How much of each zone all of the given layers looked at: as much as the one that looked at least. Layers that are
 * absent do not count; the frame says of them that they are.
 * @throws OverlayFailed
 */
export async function leastCovered(
  given: LookedAt & Pick<Measuring, 'constraints'>,
  layers: readonly string[],
): Promise<Map<number, Covered>> {
  const present = layers.filter((layer) => !isAbsent(given.constraints, layer));
  const least = new Map<number, Covered>();
  for (const layer of present)
    for (const [zone, covered] of await coverageShares(given, datasetIds(given.constraints, layer))) {
      const known = least.get(zone);
      least.set(zone, known ? lesser(known, covered) : covered);
    }
  return least;
}

/** An unknown coverage is less than any share. */
function lesser(one: Covered, other: Covered): Covered {
  const share = one.share === null || other.share === null ? null : Math.min(one.share, other.share);
  return { share, whole: one.whole && other.whole };
}
