import type { Apart, Must } from './places.ts';
import type { RoadRule, Serves } from './question.ts';

const spare = 1e-9;

interface OnRoad {
  site: number;
  at_km: number;
}

/** What the rules of roads ask of stations: stretches that must have one, and pairs that are too close. */
export function roadRules(
  roads: readonly RoadRule[],
  numbers: ReadonlyMap<string, number>,
): { stretches: Must[]; apart: Apart[] } {
  const stretches: Must[] = [];
  const apart: Apart[] = [];
  for (const road of roads) {
    const serving = (direction: Serves) =>
      road.sites
        .filter(({ serves = 'both' }) => direction === 'both' || serves === 'both' || serves === direction)
        .map(({ id, at_km }): OnRoad => ({ site: numbers.get(id) ?? -1, at_km }))
        .sort((one, other) => one.at_km - other.at_km || one.site - other.site);
    // Where all serve both directions, what holds for one holds for the other.
    const directions: Serves[] = road.sites.some(({ serves = 'both' }) => serves !== 'both')
      ? ['forward', 'backward']
      : ['both'];
    for (const direction of directions) {
      const sites = serving(direction);
      stretches.push(...withoutGaps(road, direction, sites));
      apart.push(...tooClose(road, sites));
    }
  }
  return { stretches, apart };
}

/**
 * Stretches that must each have a station so that no gap is longer than the road allows. Beyond each end the road is
 * taken to go on to a station `max_gap_km − ends_km` away. From every place with a site, and from that station, the next
 * open one must be within the gap; this holds whether the site itself is open or not, for the one before it is nearer.
 */
function withoutGaps({ id, length_km, max_gap_km, ends_km }: RoadRule, direction: Serves, sites: OnRoad[]): Must[] {
  if (max_gap_km === undefined) return [];
  const beyond = max_gap_km - (ends_km ?? max_gap_km / 2);
  const from = [...new Set([-beyond, ...sites.map(({ at_km }) => at_km)])].filter(
    (at) => at >= -beyond && at + max_gap_km < length_km + beyond - spare,
  );
  return from.map((at) => ({
    sites: sites
      .filter(({ at_km }) => at_km > at && at_km <= at + max_gap_km + spare && at_km < length_km + beyond)
      .map(({ site }) => site),
    demanded: { kind: 'stretch', road: id, direction, from_km: at, to_km: at + max_gap_km },
  }));
}

function tooClose({ min_spacing_km }: RoadRule, sites: OnRoad[]): Apart[] {
  if (min_spacing_km === undefined) return [];
  return sites.flatMap(({ site, at_km }, at) =>
    sites.slice(at + 1).flatMap((next): Apart[] => {
      const close = next.at_km - at_km < min_spacing_km - spare && next.site !== site;
      return close
        ? [{ one: Math.min(site, next.site), other: Math.max(site, next.site), rule: 'min_spacing_km' }]
        : [];
    }),
  );
}
