import type { Catalogue } from '../../../layers/catalogue.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import { steepness } from '../../conflicts/alternatives/steepness.ts';
import type { Session } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import type { ServedRoad } from '../ways/served-road.ts';
import type { Candidate } from './candidate.ts';
import type { Exclusion } from './exclusion.ts';

/** Where each place stands to the roads. */
export interface OnRoads {
  hasRoad: boolean;
  served: ServedRoad | null;
}

export interface FilterLimits {
  /** Layers on which no station may be. */
  conflict_layers: readonly string[];
  /** Rise over run of the land, mean. */
  max_slope: number;
  /** Farthest to drive, metres, between the place and its road, each way. */
  max_drive_m: number;
  /** Side of the square of land that a station takes, metres. */
  side_m: number;
}

interface Given {
  session: Session;
  catalogue: Catalogue;
  constraints: Constraints;
}

/** Put places to every filter, so that each that takes one out is named; and how steep they are, null where unknown. */
export async function hardFilters(
  { session, catalogue, constraints }: Given,
  candidates: readonly Candidate[],
  onRoads: readonly OnRoads[],
  { conflict_layers, max_slope, max_drive_m, side_m }: FilterLimits,
): Promise<{ excluded: Exclusion[][]; slopes: (number | null)[]; unlooked: string[] }> {
  const excluded = candidates.map(({ truckAccess }, at): Exclusion[] => [
    ...byRoad(onRoads[at], max_drive_m),
    ...(truckAccess === false ? [{ filter: 'no-truck-access' as const }] : []),
  ]);
  const half_m = side_m / 2;
  const unlooked = conflict_layers.filter((layer) => isAbsent(constraints, layer));
  for (const layer of conflict_layers) {
    if (candidates.length === 0 || isAbsent(constraints, layer)) continue;
    const rows = await session.rows<{ place: number; names: string[] }>(
      layerStatement('stations/on-features', catalogue.get(layer)),
      {
        ...{ places: [...candidates.keys()], geoms: candidates.map(({ geom }) => geom), half_m },
        datasets: datasetIds(constraints, layer),
      },
    );
    for (const { place, names } of rows) excluded[place].push({ filter: 'conflict', layer, names: names.slice(0, 5) });
  }
  const boxes = candidates.map(({ x, y }) => [x - half_m, y - half_m, x + half_m, y + half_m] as const);
  const slopes = await steepness({ session, constraints }, boxes);
  for (const [at, slope] of slopes.entries())
    if (slope !== null && slope > max_slope) excluded[at].push({ filter: 'slope', value: slope, limit: max_slope });
  return { excluded, slopes, unlooked };
}

function byRoad({ hasRoad, served }: OnRoads, limit: number): Exclusion[] {
  if (!hasRoad) return [{ filter: 'no-road' }];
  if (!served) return [{ filter: 'no-main-road' }];
  const far = Math.max(served.to_m, served.back_m);
  return far > limit ? [{ filter: 'far-from-road', value: Number.isFinite(far) ? far : null, limit }] : [];
}
