import type { Decay } from '../accessibility/decay.ts';
import type { Scaling } from '../accessibility/centrality-index.ts';
import { SumsRow, type SumsQuestion } from '../accessibility/sums.ts';
import { hierarchySteps } from '../hierarchy/hierarchy.ts';
import { inTurns } from '../measures/steps.ts';
import type { PlacesOnRoads } from '../places/place-network.ts';
import type { OpportunityKind, Places } from '../places/read-places.ts';
import { sumUp } from '../workers/sum-up.ts';

export const kinds: readonly OpportunityKind[] = ['jobs', 'services'];

/** How centrality is measured. */
export interface Measure {
  /** The one that counts, then those that are shown beside it. */
  decays: readonly [Decay, ...Decay[]];
  cutoff_min: number;
  scaling: Scaling;
  /** Number of the municipality that stands at 1000. */
  anchor: string;
}

/** What every cell reaches, and what its municipality's residents reach in each municipality. */
export interface CellSums {
  /** By decay, then by kind: one figure per cell; NaN where it has no road. */
  sums: Float64Array[][];
  /** Other places within the limit. */
  reached: Int32Array;
  /**
   * By kind: what the residents of one municipality reach in another, summed over residents; municipality by
   * municipality in the order of `places.municipalities`, of the origin first.
   */
  flows: Float64Array[];
}

/**
 * Search from every cell, in worker threads: all decays and both kinds in one search each.
 * Memory holds a figure per cell, decay and kind, and no more with longer searches.
 */
export async function sumUpCells(
  places: Places,
  { network, withoutRoad }: Pick<PlacesOnRoads, 'network' | 'withoutRoad'>,
  { decays, cutoff_min }: Pick<Measure, 'decays' | 'cutoff_min'>,
  options: { workers?: number; signal?: AbortSignal | undefined; onShare?: ((share: number) => void) | undefined } = {},
): Promise<CellSums> {
  const { cells, groups } = places;
  const groupCount = places.municipalities.length;
  const { signal, onShare } = options;
  const hierarchy = await inTurns(hierarchySteps(network), { signal, onShare: (share) => onShare?.(0.2 * share) });
  const question: SumsQuestion = {
    ...{ hierarchy, cutoff_min, decays, groups, groupCount },
    kinds: kinds.map((kind) => places.counts[kind]),
  };
  const row = new SumsRow(question);
  const sums = decays.map(() => kinds.map(() => new Float64Array(cells.length).fill(NaN)));
  const reached = new Int32Array(cells.length);
  const flows = kinds.map(() => new Float64Array(groupCount * groupCount));
  for await (const { from, to, rows } of sumUp(question, cells.length, options)) {
    for (let cell = from; cell < to; cell++) {
      const at = (cell - from) * row.width;
      if (withoutRoad[cell]) continue;
      reached[cell] = rows[at + row.reached] - 1;
      for (const [decay, ofKind] of sums.entries())
        for (const [kind, figures] of ofKind.entries()) figures[cell] = rows[at + row.sum(decay, kind)];
      for (const [kind, flow] of flows.entries())
        for (let group = 0; group < groupCount; group++) {
          const to = groups[cell] * groupCount + group;
          flow[to] = flow[to] + cells[cell].residents * rows[at + row.ofGroup(kind, group)];
        }
    }
    onShare?.(0.2 + (0.8 * to) / cells.length);
  }
  return { sums, reached, flows };
}
