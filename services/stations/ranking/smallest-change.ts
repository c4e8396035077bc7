/**
 * How little the weights must change for another site to come level with the leader, with a way on to be ahead of it.
 * @param ahead leader's normalised value minus the other's, by criterion
 * @param weights by criterion, summing to 1
 */
interface Duel {
  ahead: Float64Array;
  weights: Float64Array;
}

/** Leads below this are none: scores added up in another order. */
const level = 1e-12;

/**
 * The smallest change of one weight, the others keeping their proportions (evenly where one has all). With weight t of
 * criterion k the lead is t · ahead[k] + (1 − t) · rest, where rest is the lead by the others alone: a line, 0 at one t.
 * @returns null when no weight from 0 to 1 puts the other ahead: one that can only come level at an end does not count
 */
export function smallestSingle({
  ahead,
  weights,
}: Duel): { criterion: number; to: number; weights: Float64Array } | null {
  if (leadOf(ahead, weights) <= level) return { criterion: 0, to: weights[0], weights };
  let best: { criterion: number; to: number; weights: Float64Array } | null = null;
  for (const criterion of weights.keys()) {
    if (weights.length === 1) return null;
    const others = othersOf(weights, criterion);
    const rest = leadOf(ahead, others);
    if (Math.min(rest, ahead[criterion]) >= -level) continue;
    const to = rest / (rest - ahead[criterion]);
    const change = Math.abs(to - weights[criterion]);
    if (best && change >= Math.abs(best.to - weights[best.criterion])) continue;
    best = { criterion, to, weights: others.map((share, at) => (at === criterion ? to : share * (1 - to))) };
  }
  return best;
}

/** The weights without one of them, summing to 1. */
function othersOf(weights: Float64Array, without: number): Float64Array {
  const left = weights.reduce((sum, weight, at) => (at === without ? sum : sum + weight), 0);
  return weights.map((weight, at) => {
    if (at === without) return 0;
    return left > 0 ? weight / left : 1 / (weights.length - 1);
  });
}

/**
 * The smallest sum of changes over all weights at once. Weight that moves from one criterion to another lessens the lead
 * by the difference of what the leader is ahead in the two, so it goes to where the leader is ahead least, and comes from
 * where it is ahead most until the lead is gone.
 * @returns null when the other is not ahead whatever the weights
 */
export function smallestAny({ ahead, weights }: Duel): { moved: number; weights: Float64Array } | null {
  const to = ahead.indexOf(Math.min(...ahead));
  const changed = weights.slice();
  const from = [...ahead.keys()].sort((one, other) => ahead[other] - ahead[one] || one - other);
  let lead = leadOf(ahead, weights);
  if (lead > level && ahead[to] >= -level) return null;
  let moved = 0;
  for (const at of from) {
    if (lead <= level) break;
    const gain = ahead[at] - ahead[to];
    const part = Math.min(changed[at], lead / gain);
    changed[at] -= part;
    changed[to] += part;
    moved += part;
    lead = part * gain >= lead ? 0 : lead - part * gain;
  }
  return { moved, weights: changed };
}

const leadOf = (ahead: Float64Array, weights: Float64Array): number =>
  ahead.reduce((sum, more, at) => sum + more * weights[at], 0);
