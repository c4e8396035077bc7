/**
 * The percentile rank of each figure among all that are known, 0–100: the share of the others that are smaller, and half of
 * those that are alike. NaN stays NaN; a single figure has rank 50.
 */
export function percentileRanks(figures: Float64Array): Float64Array {
  const known = figures.filter((figure) => !Number.isNaN(figure)).sort();
  const ranks = new Float64Array(figures.length).fill(NaN);
  for (const [at, figure] of figures.entries()) {
    if (Number.isNaN(figure)) continue;
    const below = firstNotBelow(known, figure);
    const above = firstAbove(known, figure);
    ranks[at] = (100 * (below + above)) / 2 / known.length;
  }
  return ranks;
}

const firstNotBelow = (sorted: Float64Array, figure: number) => first(sorted, (other) => other >= figure);
const firstAbove = (sorted: Float64Array, figure: number) => first(sorted, (other) => other > figure);

/** Position of the first for which it is true, where it stays true from there on. */
function first(sorted: Float64Array, isTrue: (figure: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(sorted[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
