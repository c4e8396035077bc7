import type { StoredGraph } from '../../centrality/read-graph.ts';
import type { Session } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { estimate, meansByRoad, type Estimate, type LinkFlow, type RoadMeans } from './estimate.ts';
import { longTraffic, type LongTraffic, type UnknownReason } from './long-traffic.ts';
import { readTraffic, type TrafficRow } from './read-traffic.ts';
import { meansOfRegister, registerStretches, roadDemands, type RoadDemand, type Stretch } from './road-demand.ts';
import { roadKey } from './road-key.ts';
import { linkName, tieCounts, type LinkId } from './tie-counts.ts';

/** A road of the graph with what drives on it. */
export interface LinkDemand extends LinkFlow {
  /** Known or estimated, as the asker wants it; null: not known. */
  used_day: number | null;
  estimated: Estimate | null;
  unknown: UnknownReason | null;
  year: number | null;
  thresholds: LongTraffic['thresholds'];
  isOneWay: boolean;
  /** It is driven one way, and its figures are half of what was counted for both. */
  isHalved: boolean;
  /** Rows that it rests on, by their ids in their source. */
  rows: string[];
}

/** What drives on the roads of a graph. */
export interface Demand {
  /** In the order of the graph's roads. */
  links: LinkDemand[];
  /** By long-vehicle-kilometres, most first; those without any known last. */
  roads: RoadDemand[];
}

interface Given {
  /** Current datasets of the layers. */
  traffic: readonly number[];
  datasets: readonly number[];
  municipalities: readonly number[];
  division: number;
  /** Whether links without a figure get one by the stated method. */
  estimates: boolean;
}

/**
 * Long vehicles a day on every road of a graph, and long-vehicle-kilometres by road.
 * Links are estimated in the municipalities that are loaded, where any are: what was counted there says
 * nothing of the same road a county farther on.
 */
export async function readDemand(
  session: Session,
  stored: StoredGraph,
  { traffic, datasets, municipalities, division, estimates }: Given,
): Promise<Demand> {
  const { rows, ties } = await readTraffic(session, traffic, datasets);
  const keys = stored.roads.map(({ number, category }) => roadKey(number, category));
  const keyOf = new Map(stored.roads.map((road, at) => [linkName(road), keys[at]]));
  const { of, loose } = tieCounts(rows, ties, (link) => keyOf.get(linkName(link)) ?? null);
  const counted = stored.roads.map((road) => of.get(linkName(road)) ?? []);
  const register = roadDemands(registerStretches(loose), 'register', estimates);
  const inside = new Set<string>();
  if (estimates && municipalities.length > 0) {
    const given = { roads: datasets, municipalities, division };
    for (const link of await session.rows<LinkId>(statement('stations/links-inside'), given))
      inside.add(linkName(link));
  }
  const isInside = stored.roads.map((road) => municipalities.length === 0 || inside.has(linkName(road)));
  const links = linkDemands(
    stored,
    keys,
    counted,
    estimates ? { byNumber: meansOfRegister(register), isInside } : null,
  );
  const onMap = roadDemands(stretchesOf(links), 'links', false);
  return { links, roads: ranked(onMap, register) };
}

function linkDemands(
  { graph }: StoredGraph,
  keys: readonly (string | null)[],
  counted: readonly (readonly TrafficRow[])[],
  asked: { byNumber: ReadonlyMap<string, RoadMeans>; isInside: readonly boolean[] } | null,
): LinkDemand[] {
  const { edges, nodes } = graph;
  const flows = keys.map((road, at): LinkDemand => {
    const [first, end] = [edges.ofRoad[at], edges.ofRoad[at + 1]];
    const isOneWay = end > first && edges.backward[first] === Infinity;
    const rows = counted[at];
    const { long_day, part_day, aadt, unknown, year, thresholds } = longTraffic(rows, isOneWay);
    // A figure for both directions is half this one's where each way is a road of its own.
    const part = isOneWay && rows.some(({ direction }) => direction === 'both') ? 0.5 : 1;
    let length_m = 0;
    for (let edge = first; edge < end; edge++) length_m += edges.metres[edge];
    return {
      ...{
        road,
        length_m,
        from: nodes.ofEnd[2 * at],
        to: nodes.ofEnd[2 * at + 1],
        isOneWay,
        isHalved: part < 1 && aadt !== null,
        unknown,
        year,
        thresholds,
      },
      ...{ long_day: times(long_day, part), part_day: times(part_day, part), aadt: times(aadt, part) },
      ...{ used_day: times(long_day, part), estimated: null, rows: rows.map(({ id }) => id) },
    };
  });
  if (!asked) return flows;
  const estimated = estimate(flows, new Map([...asked.byNumber, ...meansByRoad(flows)]));
  return flows.map((link, at) => {
    const own = asked.isInside[at] ? estimated[at] : null;
    return own ? { ...link, used_day: own.long_day, estimated: own.by } : link;
  });
}

const times = (figure: number | null, part: number): number | null => (figure === null ? null : figure * part);

/** Roads with a number, or where somebody counted: a street that nobody counts is no lack. */
function stretchesOf(links: readonly LinkDemand[]): Stretch[] {
  return links.flatMap(({ road, length_m, isOneWay, long_day, used_day, estimated, thresholds, year }) => {
    if (road === null || !(length_m > 0)) return [];
    const vkm = (figure: number | null) => (figure === null ? null : (figure * length_m) / 1000);
    return [
      {
        ...{ road, directed_m: isOneWay ? length_m : 2 * length_m, vkm_day: vkm(long_day), thresholds, year },
        estimated_vkm_day: estimated ? vkm(used_day) : null,
      },
    ];
  });
}

/** A road that was counted on the map speaks by its links; one that a register alone counted speaks by its rows. */
function ranked(onMap: ReadonlyMap<string, RoadDemand>, register: ReadonlyMap<string, RoadDemand>): RoadDemand[] {
  const roads = [...new Set([...onMap.keys(), ...register.keys()])].flatMap((road) => {
    const [links, rows] = [onMap.get(road), register.get(road)];
    const isCounted = links !== undefined && links.long_vkm_day !== null;
    return (isCounted ? links : (rows ?? links)) ?? [];
  });
  const known = ({ long_vkm_day }: RoadDemand) => long_vkm_day ?? -1;
  const all = ({ with_estimates_vkm_day }: RoadDemand) => with_estimates_vkm_day ?? -1;
  return roads.sort((a, b) => known(b) - known(a) || all(b) - all(a) || (a.road < b.road ? -1 : 1));
}
