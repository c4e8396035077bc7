import type { SiteWays } from '../ways/site-ways.ts';

/** Trucks between two places, there and back. */
export interface TruckFlow {
  id: string;
  /** Longitude and latitude. */
  from: readonly [lon: number, lat: number];
  to: readonly [lon: number, lat: number];
  /** Trucks a day. */
  volume: number;
}

/** A flow on its way through the network. */
export interface RoutedFlow {
  id: string;
  volume: number;
  /** Sites that it drives past, in order, and how far along, kilometres. */
  past: { site: number; km: number }[];
  km: number;
}

/** A flow that cannot be routed. */
export interface LostFlow {
  id: string;
  volume: number;
  reason: 'no-road' | 'no-way';
}

/**
 * Route flows the quickest way.
 * @param ends where each flow begins and ends among the places of the ways; null: no road is near
 * @param exits nodes of the ways at which each site is driven past; null: at none
 */
export function routeFlows(
  ways: SiteWays,
  flows: readonly TruckFlow[],
  ends: readonly { from: number | null; to: number | null }[],
  exits: readonly (number | null)[],
): { routed: RoutedFlow[]; lost: LostFlow[] } {
  const sitesAt = new Map<number, number[]>();
  for (const [site, node] of exits.entries())
    if (node !== null)
      for (const same of [node, ...ways.sameAs(node)]) sitesAt.set(same, [...(sitesAt.get(same) ?? []), site]);
  const routed: RoutedFlow[] = [];
  const lost: LostFlow[] = [];
  for (const [at, { id, volume }] of flows.entries()) {
    const { from, to } = ends[at];
    const way = from === null || to === null ? undefined : ways.route(from, to);
    if (!way) {
      lost.push({ id, volume, reason: way === undefined ? 'no-road' : 'no-way' });
      continue;
    }
    const seen = new Set<number>();
    const past = way.nodes.flatMap((node, step) =>
      (sitesAt.get(node) ?? []).flatMap((site) => {
        if (seen.has(site)) return [];
        seen.add(site);
        return [{ site, km: (way.metres[step] ?? 0) / 1000 }];
      }),
    );
    routed.push({ id, volume, past, km: (way.metres.at(-1) ?? 0) / 1000 });
  }
  return { routed, lost };
}
