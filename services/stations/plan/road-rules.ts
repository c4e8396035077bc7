import type { RoadRule, Serves } from '../network/question.ts';
import { roadKey } from '../demand/road-key.ts';
import type { StationInputs } from '../inputs.ts';
import type { Situation } from '../situation.ts';
import { chainageOf, type Chainage } from '../ways/chainage.ts';

/** A road as the rules of spacing see it, with the sites along it. */
export interface MeasuredRoad {
  road: string;
  length_km: number;
  /** Of its links that are not tied to the part that is measured. */
  apart_km: number;
  sites: { id: string; at_km: number; serves: Serves }[];
}

type Directed = 'both' | 'with' | 'against' | null;

/** Chainage runs from the south, as does the metering of most roads here; which way a register meters, the data do not say. */
const servesOf = (directions: Directed): Serves =>
  directions === 'with' ? 'forward' : directions === 'against' ? 'backward' : 'both';

const measured = new WeakMap<Situation, Map<string, Chainage | null>>();

/** A road from end to end, with the sites and stations that serve it. Null: the map has no such road. */
export function measureRoad(situation: Situation, road: string): MeasuredRoad | null {
  const { stored, demand, sites, stations, ways } = situation;
  const known = measured.get(situation) ?? new Map<string, Chainage | null>();
  measured.set(situation, known);
  const links = demand.links.flatMap((link, at) => (link.road === road ? [at] : []));
  const chainage = known.get(road) ?? chainageOf(stored.graph, links);
  known.set(road, chainage);
  if (!chainage) return null;
  const { edges } = stored.graph;
  const placed = [...sites, ...stations].flatMap(({ id, served, access, directions }) => {
    if (served?.road !== road) return [];
    const link = served.link;
    const onLink = access?.road === link;
    // Along the link that it lies at; else where its way comes to the road, at an end of a link.
    const at_m = onLink && access ? alongLink(link, access.start) : nodeAt(served.node);
    return at_m === null ? [] : [{ id, at_km: at_m / 1000, serves: servesOf(directions) }];
  });
  return { road, length_km: chainage.length_m / 1000, apart_km: chainage.apart_m / 1000, sites: placed };

  function alongLink(link: number, share: number): number | null {
    for (let edge = edges.ofRoad[link]; edge < edges.ofRoad[link + 1]; edge++) {
      const [from, to] = [edges.start[edge], edges.stop[edge]];
      if (share < from || share > to) continue;
      const part = to > from ? (share - from) / (to - from) : 0;
      const [a, b] = [chainage?.at.get(edges.from[edge]), chainage?.at.get(edges.to[edge])];
      if (a !== undefined && b !== undefined) return a + part * (b - a);
    }
    return null;
  }

  function nodeAt(node: number): number | null {
    for (const one of [node, ...ways.sameAs(node)]) {
      const found = chainage?.at.get(one - ways.nodeOf(0));
      if (found !== undefined) return found;
    }
    return null;
  }
}

/**
 * The rules of spacing that are asked for, on their roads; and those whose road the map does not have.
 * @param open ids of the places that may be open: others along a road are no matter
 */
export function roadRules(
  situation: Situation,
  asked: StationInputs['spacing'],
  open: ReadonlySet<string>,
): { rules: RoadRule[]; unknown: string[] } {
  const rules: RoadRule[] = [];
  const unknown: string[] = [];
  for (const { road, max_gap_km, min_spacing_km, ends_km } of asked) {
    const key = roadKey(road, null);
    const own = key === null ? null : measureRoad(situation, key);
    if (own) {
      const sites = own.sites.filter(({ id }) => open.has(id));
      rules.push({ id: own.road, length_km: own.length_km, sites, max_gap_km, min_spacing_km, ends_km });
    } else unknown.push(road);
  }
  return { rules, unknown };
}
