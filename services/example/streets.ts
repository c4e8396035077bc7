import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { onLake } from './lakes.ts';
import { block, type ValleyRoad } from './main-roads.ts';
import type { Random } from './random.ts';
import { addLink, addNode, type RoadNetwork } from './road-network.ts';
import type { Settlement } from './settlements.ts';

/** Only every so many side streets have a bridge over the river. */
const bridgeEvery = 5;

/**
 * Streets of each settlement, until there are `most` links: side streets leave the main road at its own nodes, and streets
 * along the road tie them together. Every corner is tied to one that was there before.
 */
export function addStreets(
  network: RoadNetwork,
  land: Land,
  roads: ValleyRoad[],
  settlement: Settlement,
  most: number,
  random: Random,
): void {
  const { frame, terrain, settlements } = land;
  const { valleys } = terrain;
  const { valley, along: middle, radius } = settlement;
  const road = roads.find((each) => each.valley === valley);
  const inTown = (road?.nodes ?? []).filter(({ along }) => Math.abs(along - middle) < radius);
  const nearest = inTown.reduce(
    (best, { along }, i) => (Math.abs(along - middle) < Math.abs((inTown[best]?.along ?? 0) - middle) ? i : best),
    0,
  );
  const rows = Math.ceil(radius / block);
  const corners = new Map<string, { node: number; across: number }>();
  const corner = (column: number, row: number) => corners.get(`${column},${row}`);
  // From the middle outwards, so that what a corner is tied to is there before it.
  const columns = inTown
    .map((node, i) => ({ ...node, column: i - nearest }))
    .sort((a, b) => Math.abs(a.column) - Math.abs(b.column) || a.column - b.column);
  // Streets bend with the road, each a little apart from it in its own way.
  const depths = Array.from({ length: 2 * rows + 1 }, (_, i) => (i - rows) * block * random.between(0.9, 1.1));

  for (const { along, node, column } of columns) {
    corners.set(`${column},0`, { node, across: valleys.roadAcross(valley, along) });
    const slant = random.between(-0.1, 0.1);
    for (const side of [1, -1])
      for (let step = 1; step <= rows && network.links.length < most; step++) {
        const row = side * step;
        const depth = (depths[row + rows] ?? 0) + random.between(-8, 8);
        const across = valleys.roadAcross(valley, along) + depth;
        const at: Point = frame.toMap(across, along + slant * depth);
        const built = settlements.nearness(...at);
        if (built.value > 0.95 || built.settlement !== settlement) break;
        if (frame.reach(...at) >= 0.98 || onLake(land, ...at)) break;
        const inner = corner(column, row - side);
        const beside = corner(column - Math.sign(column), row);
        const river = valleys.valleyAcross(valley, along);
        const overRiver = (from: number | undefined) => from !== undefined && from > river !== across > river;
        // A side street ends at the river, unless it has a bridge.
        const up = inner && (column % bridgeEvery === 0 || !overRiver(inner.across)) ? inner : undefined;
        const aside = column !== 0 && beside && !overRiver(beside.across) ? beside : undefined;
        if (!up && !aside) continue;
        const here = addNode(network, at);
        corners.set(`${column},${row}`, { node: here, across });
        const street = { to: here, category: 'municipal' as const };
        if (up) addLink(network, { ...street, from: up.node, speed: step === 1 ? 40 : 30 });
        // Not every block is closed: some streets are a dead end.
        if (aside && (!up || random.next() < 0.72))
          addLink(network, { ...street, from: aside.node, speed: 30, oneWay: row === 1 && settlement.centre && !!up });
      }
  }
}
