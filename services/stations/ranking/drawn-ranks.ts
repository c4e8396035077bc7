/**
 * Rank sites under many weights.
 * @param normalised `normalised[site · criteria + criterion]`
 * @param draw fills its argument with weights
 * @returns `counts[site · sites + rank − 1]`: how often each site has each rank; sites that tie share the better one
 */
export function drawnRanks(
  normalised: Float64Array,
  sites: number,
  criteria: number,
  draws: number,
  draw: (into: Float64Array) => void,
): Uint32Array {
  const counts = new Uint32Array(sites * sites);
  const weights = new Float64Array(criteria);
  const scores = new Float64Array(sites);
  const sorted = new Float64Array(sites);
  for (let round = 0; round < draws; round++) {
    draw(weights);
    for (let site = 0, at = 0; site < sites; site++) {
      let score = 0;
      for (let criterion = 0; criterion < criteria; criterion++) score += normalised[at++] * weights[criterion];
      scores[site] = score;
    }
    sorted.set(scores);
    sorted.sort();
    for (let site = 0; site < sites; site++) counts[site * sites + above(sorted, scores[site])] += 1;
  }
  return counts;
}

/** How many of some figures in rising order are larger than one of them. */
function above(sorted: Float64Array, figure: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= figure) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}
