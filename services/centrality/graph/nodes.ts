import { endOf, meetingEnds } from './meeting-ends.ts';
import type { Road } from './road.ts';

/** The nodes at which roads meet. */
export interface Nodes {
  count: number;
  /** Node of every end: `2 · road` is a road's first, `2 · road + 1` its last. */
  ofEnd: Int32Array;
  /** Ends that meet in each node. */
  degree: Int32Array;
  /** Place of each node in the analysis CRS; NaN where no end of it has one. */
  x: Float64Array;
  y: Float64Array;
}

/** Find the nodes of roads. @param snap_m metres within which two ends are one node */
export function nodesOf(roads: readonly Road[], snap_m: number): Nodes {
  const sets = meetingEnds(roads, snap_m);
  const ofEnd = new Int32Array(2 * roads.length);
  let count = 0;
  for (let end = 0; end < ofEnd.length; end++) {
    const first = sets.find(end);
    ofEnd[end] = first === end ? count++ : ofEnd[first];
  }
  const degree = new Int32Array(count);
  const [x, y] = [new Float64Array(count).fill(NaN), new Float64Array(count).fill(NaN)];
  for (const [end, node] of ofEnd.entries()) {
    degree[node] = degree[node] + 1;
    const { place } = endOf(roads, end);
    if (place && Number.isNaN(x[node])) [x[node], y[node]] = place;
  }
  return { count, ofEnd, degree, x, y };
}
