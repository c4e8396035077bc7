import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { onLake } from './lakes.ts';
import type { Random } from './random.ts';
import { addLink, addNode, pointOf, windingLine, type RoadNetwork } from './road-network.ts';

/** The road of a valley: its nodes in the order they lie up the valley. */
export interface ValleyRoad {
  valley: number;
  nodes: { along: number; node: number }[];
}

/** Metres between the nodes of a main road. */
const stepOf = (land: Land) => Math.max(150, Math.min(900, land.frame.radius / 20));

/** Metres from street to street in a settlement. */
export const block = 120;

/** Where the nodes of a valley's road are: one per side street in the settlements, farther apart between them. */
function nodesAlong(land: Land, valley: number): number[] {
  const { frame, settlements } = land;
  const towns = settlements.list.filter((settlement) => settlement.valley === valley);
  const streets = towns
    .flatMap(({ along, radius }) => {
      const half = Math.floor((0.9 * radius) / block);
      return Array.from({ length: 2 * half + 1 }, (_, i) => along + (i - half) * block);
    })
    .sort((a, b) => a - b)
    .filter((along, i, all) => along - (all[i - 1] ?? -Infinity) > block / 2);
  const step = stepOf(land);
  const nodes: number[] = [];
  let last = -1.1 * frame.radius;
  for (const street of [...streets, 1.1 * frame.radius]) {
    const parts = Math.max(1, Math.round((street - last) / step));
    for (let part = 1; part <= parts; part++) nodes.push(last + ((street - last) * part) / parts);
    last = street;
  }
  return nodes;
}

/** A national road up each valley; the one in the middle of the county is the European road. */
export function addValleyRoads(network: RoadNetwork, land: Land): ValleyRoad[] {
  const { frame, settlements } = land;
  const { valleys } = land.terrain;
  const roads: ValleyRoad[] = [];
  for (const valley of valleys.valleys) {
    const nodes: ValleyRoad['nodes'] = [];
    for (const along of nodesAlong(land, valley)) {
      const point = frame.toMap(valleys.roadAcross(valley, along), along);
      if (frame.reach(...point) < 0.98) nodes.push({ along, node: addNode(network, point) });
    }
    if (nodes.length > 0) roads.push({ valley, nodes });
  }
  for (const [rank, { valley, nodes }] of roads.entries())
    for (const [i, { along, node: to }] of nodes.entries()) {
      const before = nodes[i - 1];
      if (!before) continue;
      const european = rank === Math.floor(roads.length / 2);
      const halfway = (before.along + along) / 2;
      const middle = frame.toMap(valleys.roadAcross(valley, halfway), halfway);
      addLink(network, {
        from: before.node,
        to,
        line: [pointOf(network, before.node), middle, pointOf(network, to)],
        number: european ? 'Ev99' : `Rv99${rank}`,
        category: european ? 'european' : 'national',
        speed: settlements.nearness(...middle).value < 1 ? 50 : 80,
      });
    }
  return roads;
}

/** County roads from valley to valley over every pass in reach of both, some through a tunnel at the top. */
export function addPassRoads(network: RoadNetwork, land: Land, roads: ValleyRoad[], random: Random): void {
  const { valleys } = land.terrain;
  for (const [rank, right] of roads.entries()) {
    const left = roads[rank - 1];
    if (!left) continue;
    const low = Math.max(endOf(left, 0), endOf(right, 0));
    const high = Math.min(endOf(left, -1), endOf(right, -1));
    const ridge = (valleys.valleyAcross(left.valley, 0) + valleys.valleyAcross(right.valley, 0)) / 2;
    const passes = valleys.passes
      .map((pass) => valleys.passAlong(pass, ridge))
      .filter((pass) => pass > low && pass < high);
    // Valleys that share no pass are tied together where they are nearest, or the network would fall apart.
    for (const [index, along] of (passes.length > 0 ? passes : [(low + high) / 2]).entries())
      addPassRoad(network, land, nearestNode(left, along), nearestNode(right, along), `Fv99${rank}${index}`, random);
  }
}

function addPassRoad(network: RoadNetwork, land: Land, from: number, to: number, number: string, random: Random): void {
  const [a, b] = [pointOf(network, from), pointOf(network, to)];
  const parts = Math.max(2, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / stepOf(land)));
  let before = from;
  for (let part = 1; part <= parts; part++) {
    const share = part / parts;
    const sway = 0.3 * stepOf(land) * Math.sin(Math.PI * share);
    const point: Point = [
      a[0] + (b[0] - a[0]) * share + sway * random.between(-1, 1),
      a[1] + (b[1] - a[1]) * share + sway * random.between(-1, 1),
    ];
    // No node in the water: the link becomes a bridge.
    if (part < parts && onLake(land, ...point)) continue;
    const here = part === parts ? to : addNode(network, point);
    const line = windingLine(pointOf(network, before), pointOf(network, here), random);
    const tunnel = part === Math.ceil(parts / 2);
    addLink(network, { from: before, to: here, line, number, category: 'county', speed: tunnel ? 70 : 80, tunnel });
    before = here;
  }
}

/** A ferry over the widest water of the county, to a landing on the far shore. */
export function addFerry(network: RoadNetwork, { frame, terrain: { valleys } }: Land, roads: ValleyRoad[]): void {
  const all = roads.flatMap(({ valley, nodes }) =>
    nodes.map(({ along, node }) => ({ valley, along, node, width: valleys.lakeHalfWidth(valley, along) })),
  );
  const widest = all.reduce((a, b) => (b.width > a.width ? b : a));
  const middle = valleys.valleyAcross(widest.valley, widest.along);
  const away = middle - valleys.roadAcross(widest.valley, widest.along);
  const landing = addNode(network, frame.toMap(middle + away, widest.along));
  addLink(network, { from: widest.node, to: landing, number: 'Fv9999', category: 'county', speed: 15, ferry: true });
}

function endOf({ nodes }: ValleyRoad, end: 0 | -1): number {
  return nodes.at(end)?.along ?? 0;
}

function nearestNode({ nodes }: ValleyRoad, along: number): number {
  return nodes.reduce((a, b) => (Math.abs(b.along - along) < Math.abs(a.along - along) ? b : a)).node;
}
