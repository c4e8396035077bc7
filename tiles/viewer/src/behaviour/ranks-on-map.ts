import { ranksLayer } from '../map/ranks-layer.ts';
import type { RankedNow } from '../stations/station-ranking.ts';
import type { MapSession } from './session.ts';

/** While the weights are open, draw each site with its rank of now. */
export function ranksOnMap({ map, stations }: MapSession): void {
  const layer = ranksLayer(map);
  const draw = () => layer.draw(stations.isOpen.get() ? featuresOf(stations.now.get()) : []);
  stations.now.observe(draw);
  stations.isOpen.observe(draw);
}

/** The best last, so that they lie on top. */
function featuresOf(now: RankedNow | null) {
  if (!now?.ranking) return [];
  const rankOf = new Map(now.ranking.sites.map(({ id, rank }) => [id, rank]));
  return now.run.ranking.features.flatMap(({ geometry, properties: { id } }) => {
    const rank = rankOf.get(id);
    return rank === undefined ? [] : [{ type: 'Feature' as const, geometry, properties: { rank } }];
  });
}
