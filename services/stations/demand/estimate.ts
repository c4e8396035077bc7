/** How a figure that nobody counted was estimated, the most certain first. */
export const estimates = ['other-direction', 'road-share', 'road-mean', 'road-number', 'neighbours'] as const;
export type Estimate = (typeof estimates)[number];

/** A link as far as its traffic is known. */
export interface LinkFlow {
  /** Key of its road; null where it has none. */
  road: string | null;
  length_m: number;
  /** Nodes at its ends. */
  from: number;
  to: number;
  /** Long vehicles a day, both directions; null: not known. */
  long_day: number | null;
  /** Of one direction, where the other is not known. */
  part_day: number | null;
  /** All vehicles a day, both directions; null: not known. */
  aadt: number | null;
}

/** What is known of a whole road, by the length on which it is known. */
export interface RoadMeans {
  /** Long vehicles a day, both directions, weighted by length. */
  long_day: number;
  /** Long vehicles of all vehicles, weighted by length; null where no link with both is known. */
  share: number | null;
  /** From counts that no link on the map is tied to: the road's number is all that they share. */
  byNumber?: true;
}

/** An estimated figure, and how it was made. */
export interface Estimated {
  long_day: number;
  by: Estimate;
}

/** The means of each road over its links of known traffic, weighted by their length. */
export function meansByRoad(links: readonly LinkFlow[]): Map<string, RoadMeans> {
  const sums = new Map<string, { metres: number; long: number; shared: number; share: number }>();
  for (const { road, length_m, long_day, aadt } of links) {
    if (road === null || long_day === null) continue;
    const own = sums.get(road) ?? { metres: 0, long: 0, shared: 0, share: 0 };
    sums.set(road, own);
    own.metres += length_m;
    own.long += length_m * long_day;
    if (aadt === null || aadt <= 0) continue;
    own.shared += length_m;
    own.share += (length_m * long_day) / aadt;
  }
  return new Map(
    [...sums]
      .filter(([, { metres }]) => metres > 0)
      .map(([road, { metres, long, shared, share }]) => [
        road,
        { long_day: long / metres, share: shared > 0 ? share / shared : null },
      ]),
  );
}

/**
 * Estimate links of unknown traffic: twice the one direction that is known; else their own traffic by the share of long
 * vehicles on the same road; else the mean of the same road, over its links or its number; else, on numbered roads, the mean of the
 * links of roads of the same rank that meet them.
 * @returns one for each link, null where it is known, or where nothing near it is
 */
export function estimate(links: readonly LinkFlow[], means: ReadonlyMap<string, RoadMeans>): (Estimated | null)[] {
  const found = links.map((link): Estimated | null => {
    if (link.long_day !== null) return null;
    const road = link.road === null ? undefined : means.get(link.road);
    if (link.part_day !== null && link.aadt === null) return { long_day: 2 * link.part_day, by: 'other-direction' };
    if (link.aadt !== null && typeof road?.share === 'number')
      return { long_day: link.aadt * road.share, by: 'road-share' };
    return road ? { long_day: road.long_day, by: road.byNumber ? 'road-number' : 'road-mean' } : null;
  });
  const atNode = new Map<number, number[]>();
  for (const [at, { from, to }] of links.entries())
    for (const node of new Set([from, to])) atNode.set(node, [...(atNode.get(node) ?? []), at]);
  const known = links.map(({ long_day }, at) => long_day ?? found[at]?.long_day ?? null);
  for (const [at, { road, from, to }] of links.entries()) {
    if (known[at] !== null || road === null) continue;
    const beside = new Set([...(atNode.get(from) ?? []), ...(atNode.get(to) ?? [])]);
    const figures = [...beside].flatMap((other) => (links[other].road?.[0] === road[0] ? (known[other] ?? []) : []));
    if (figures.length > 0)
      found[at] = { long_day: figures.reduce((sum, figure) => sum + figure, 0) / figures.length, by: 'neighbours' };
  }
  return found;
}
