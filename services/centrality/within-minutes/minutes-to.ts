import { centreZone } from '../../../layers/centre-zone.ts';
import type { Layer } from '../../../layers/declaration/layer.ts';
import { transitHub } from '../../../layers/transit-hub.ts';
import { datasetIds, isAbsent, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Database } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { reversed } from '../graph/reversed.ts';
import { Search } from '../graph/search.ts';
import type { Mode, Travel } from '../graph/mode.ts';
import { placeOnRoads } from '../places/place-network.ts';
import type { Origins } from './origins.ts';

/** What planning wants people to live and work near (§6.2.1). */
export const targets = ['centre', 'hub'] as const;

export type Target = (typeof targets)[number];

export const targetLayers: Record<Target, Layer> = { centre: centreZone, hub: transitHub };

/** Minutes from each origin to the nearest target; Infinity where there is no way. Null where nobody loaded the layer. */
export type MinutesTo = Record<Target, Record<Mode, Float64Array> | null>;

interface Options {
  access_m: number;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number, mode: Mode) => void) | undefined;
}

/**
 * Minutes from origins to the nearest centre zone and the nearest hub, in one search from all of them for each way of
 * travelling, against the arcs. Who is in a centre zone is there.
 * @throws the signal's reason
 */
export async function minutesToTargets(
  database: Database,
  constraints: Constraints,
  { points }: Pick<Origins, 'points'>,
  travels: readonly Travel[],
  { access_m, signal, onShare }: Options,
): Promise<MinutesTo> {
  type Place = { x: number; y: number; geom: Buffer };
  const found: MinutesTo = { centre: null, hub: null };
  const present = targets.filter((target) => !isAbsent(constraints, targetLayers[target].id));
  const placesOf: Partial<Record<Target, Place[]>> = {};
  const inside: Partial<Record<Target, number[]>> = {};
  for (const target of present) {
    const layer = targetLayers[target];
    const datasets = datasetIds(constraints, layer.id);
    placesOf[target] = await database.rows<Place>(layerStatement('centrality/within-minutes/targets', layer), { datasets }); // prettier-ignore
    const there = await database.rows<{ place: number }>(layerStatement('centrality/within-minutes/inside', layer), {
      ...{ datasets, xs: points.map(({ x }) => x), ys: points.map(({ y }) => y) },
    });
    inside[target] = there.map(({ place }) => place - 1);
    found[target] = {} as Record<Mode, Float64Array>;
  }
  for (const [turn, travel] of travels.entries()) {
    const ends = present.flatMap((target) => placesOf[target] ?? []);
    const { network } = await placeOnRoads(
      database,
      constraints,
      { points: [...points, ...ends] },
      { access_m, travel, signal, onShare: (share) => onShare?.((turn + share) / travels.length, travel.mode) },
    );
    const search = new Search(reversed(network));
    let first = points.length;
    for (const target of present) {
      const count = placesOf[target]?.length ?? 0;
      const sources = Array.from({ length: count }, (_, at) => ({ node: first + at, cost: 0 }));
      const minutes = new Float64Array(points.length).fill(Infinity);
      search.run(sources, Infinity, (node, cost) => {
        if (node < points.length) minutes[node] = cost;
      });
      for (const at of inside[target] ?? []) minutes[at] = 0;
      const own = found[target];
      if (own) own[travel.mode] = minutes;
      first += count;
    }
  }
  return found;
}
