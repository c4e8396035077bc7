import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { addLesserRoads, addTies } from './lesser-roads.ts';
import { addFerry, addPassRoads, addValleyRoads } from './main-roads.ts';
import { roadGround } from './road-ground.ts';
import { randomStream, type Random } from './random.ts';
import { addStreets } from './streets.ts';

export type RoadCategory = 'european' | 'national' | 'county' | 'municipal' | 'private' | 'forest';

/** A road between two nodes; its line runs from the first to the second. */
export interface RoadLink {
  from: number;
  to: number;
  line: Point[];
  number: string | null;
  category: RoadCategory;
  speed: number;
  oneWay: boolean;
  ferry: boolean;
  tunnel: boolean;
}

export interface RoadNetwork {
  nodes: Point[];
  links: RoadLink[];
}

const linksAtScale1 = 30_000;

/**
 * Main roads along the valleys and over the passes, streets in the settlements, and lesser roads that grow from them
 * until the county has its number of links. Every link but the first of a valley starts at a node that is there, and the
 * passes tie the valleys together: the network is connected.
 */
export function roadNetworkOf(land: Land): RoadNetwork {
  const random = randomStream(land.seed, 'roads');
  const wanted = Math.max(60, Math.round(linksAtScale1 * land.scale));
  const network: RoadNetwork = { nodes: [], links: [] };
  const valleys = addValleyRoads(network, land);
  addPassRoads(network, land, valleys, random);
  addFerry(network, land, valleys);
  for (const settlement of land.settlements.list)
    addStreets(network, land, valleys, settlement, Math.round(0.6 * wanted), random);
  const taken = roadGround(network);
  addLesserRoads(network, land, taken, Math.round(0.96 * wanted), random);
  addTies(network, land, taken, wanted, random);
  return network;
}

export function addNode(network: RoadNetwork, point: Point): number {
  return network.nodes.push(point) - 1;
}

export function pointOf(network: RoadNetwork, node: number): Point {
  const point = network.nodes[node];
  if (!point) throw new RangeError(`The road network of the example county has no node ${node}.`);
  return point;
}

/** Adds a link; what is not said is two-way, on the ground and without a number. */
export function addLink(
  network: RoadNetwork,
  link: Pick<RoadLink, 'from' | 'to' | 'category' | 'speed'> & Partial<RoadLink>,
): void {
  const ends = [pointOf(network, link.from), pointOf(network, link.to)];
  network.links.push({ line: ends, number: null, oneWay: false, ferry: false, tunnel: false, ...link });
}

/** A line from one point to another that strays to one side and a little back, as a road does round what is in its way. */
export function windingLine(a: Point, b: Point, random: Random): Point[] {
  const out = random.between(-0.13, 0.13);
  const back = random.between(-0.05, 0.05);
  return [0, 0.2, 0.4, 0.6, 0.8, 1].map((share): Point => {
    const away = out * Math.sin(Math.PI * share) + back * Math.sin(2 * Math.PI * share);
    return [a[0] + share * (b[0] - a[0]) - away * (b[1] - a[1]), a[1] + share * (b[1] - a[1]) + away * (b[0] - a[0])];
  });
}
