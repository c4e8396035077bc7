import { datasetIds } from '../measurement/constraints.ts';
import type { Measuring } from '../measurement/measure.ts';
import { compareHeights } from './compared-heights.ts';
import { landOver, type Sampled } from './height-over-line.ts';
import { shoresOf, type Shore } from './shores.ts';
import type { Treeline } from './treeline-lines.ts';

/** The belt of an uncertainty in height around one line, drawn for one zone. GeoJSON text in the analysis CRS. */
export interface DrawnBelt {
  zone: number;
  line: number;
  /** Land that lies higher than the line less its uncertainty. */
  from: string;
  /** Land that lies higher than the line and its uncertainty: beyond the belt. */
  to: string;
  /** Metres between the places where heights were compared. */
  step_m: number;
  /** The feature whose land lies nearest: what the belt belongs to. */
  nearest: Shore['nearest'];
}

/**
 * Draw the belts of lines whose uncertainty is one of height: land whose height differs from the line's, at the line's
 * nearest point, by no more than the uncertainty, however far off that point is. Heights are interpolated in triangles
 * between points of known height.
 * @returns one belt per line and zone; none where the heights of the zone or of the line are not known
 * @throws OverlayFailed
 */
export async function verticalBelts(given: Measuring, lines: readonly Treeline[]): Promise<DrawnBelt[]> {
  const belts: DrawnBelt[] = [];
  if (datasetIds(given.constraints, 'elevation').length === 0) return belts;
  for (const line of lines.filter(({ belt }) => belt === 'vertical'))
    for (const [shore, sampled] of await compareHeights(given, await shoresOf(given, line)))
      belts.push(drawBelt(shore, line, sampled));
  return belts;
}

function drawBelt({ zone, nearest, grid }: Shore, { number: line, uncertainty_m }: Treeline, sampled: Sampled) {
  const metres = uncertainty_m ?? 0;
  const [from, to] = [landOver(sampled, -metres), landOver(sampled, metres)].map((land) => JSON.stringify(land));
  return { zone: zone.index, line, from, to, step_m: grid.step, nearest };
}
