import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { addLesserRoads, addTies } from './lesser-roads.ts';
import { addFerry, addPassRoads, addValleyRoads } from './main-roads.ts';
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
  addStreets(network, land, Math.round(0.6 * wanted), random);
  addLesserRoads(network, land, Math.round(0.96 * wanted), random);
  addTies(network, land, wanted, random);
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

/** A line between two nodes that strays a little to one side. */
export function bentLine(network: RoadNetwork, from: number, to: number, random: Random): Point[] {
  const [a, b] = [pointOf(network, from), pointOf(network, to)];
  const out = random.between(-0.12, 0.12);
  const middle: Point = [(a[0] + b[0]) / 2 - out * (b[1] - a[1]), (a[1] + b[1]) / 2 + out * (b[0] - a[0])];
  return [a, middle, b];
}
