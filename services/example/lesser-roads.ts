import { Delaunay } from 'd3-delaunay';
import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { crossesLake } from './lakes.ts';
import type { Random } from './random.ts';
import type { RoadGround } from './road-ground.ts';
import { addLink, addNode, pointOf, windingLine, type RoadNetwork } from './road-network.ts';

/** A crossroads has four arms. */
const arms = 4;

/** Roads to farms, cabins and forest, each from a node that is there to a free place, until there are `most` links. */
export function addLesserRoads(
  network: RoadNetwork,
  land: Land,
  ground: RoadGround,
  most: number,
  random: Random,
): void {
  const { frame, terrain, settlements } = land;
  for (let tries = 0; network.links.length < most && tries < 400 * most; tries++) {
    const from = random.below(network.nodes.length);
    const start = pointOf(network, from);
    const angle = random.between(0, 2 * Math.PI);
    const built = settlements.nearness(...start).value < 1;
    const length = built ? random.between(90, 200) : random.between(220, 650);
    if (ground.degree(from) >= arms) continue;
    const end: Point = [start[0] + length * Math.cos(angle), start[1] + length * Math.sin(angle)];
    if (frame.reach(...end) >= 0.98 || crossesLake(land, start, end)) continue;
    const height = terrain.height(...end);
    // Roads climb slowly, and end where the mountain begins.
    if (height > terrain.empiricalTreeline(...end) + 80) continue;
    if (Math.abs(height - terrain.height(...start)) > 0.14 * length) continue;
    const line = windingLine(start, end, random);
    if (!ground.isFree(line, { from })) continue;
    const to = addNode(network, end);
    const category = random.pick(height < 350 ? (['municipal', 'private'] as const) : (['private', 'forest'] as const));
    addLink(network, { from, to, line, category, speed: category === 'municipal' ? (built ? 30 : 60) : 40 });
    ground.addLast();
  }
}

/** Ties between neighbouring nodes, so that there is more than one way round, until there are `most` links. */
export function addTies(network: RoadNetwork, land: Land, ground: RoadGround, most: number, random: Random): void {
  const { nodes, links } = network;
  const net = new Delaunay(Float64Array.from(nodes.flat()));
  for (let tries = 0; links.length < most && tries < 400 * most; tries++) {
    const from = random.below(nodes.length);
    const start = pointOf(network, from);
    if (ground.degree(from) >= arms) continue;
    for (const to of net.neighbors(from)) {
      const end = pointOf(network, to);
      const far = Math.hypot(end[0] - start[0], end[1] - start[1]) > 900;
      if (far || ground.degree(to) >= arms || crossesLake(land, start, end)) continue;
      const line = windingLine(start, end, random);
      if (!ground.isFree(line, { from, to })) continue;
      addLink(network, { from, to, line, category: 'private', speed: 40 });
      ground.addLast();
      break;
    }
  }
}
