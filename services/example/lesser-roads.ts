import { Delaunay } from 'd3-delaunay';
import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { crossesLake } from './lakes.ts';
import type { Random } from './random.ts';
import { addLink, addNode, bentLine, pointOf, type RoadNetwork } from './road-network.ts';

/** Only one node in each square of this side: roads spread out. Metres. */
const room = 180;

/** Roads to farms, cabins and forest, each from a node that is there to a free place, until there are `most` links. */
export function addLesserRoads(network: RoadNetwork, land: Land, most: number, random: Random): void {
  const { frame, terrain } = land;
  const square = ([x, y]: Point) => `${Math.floor(x / room)},${Math.floor(y / room)}`;
  const busy = new Set(network.nodes.map(square));
  for (let tries = 0; network.links.length < most && tries < 200 * most; tries++) {
    const from = random.below(network.nodes.length);
    const start = pointOf(network, from);
    const length = random.between(220, 650);
    const angle = random.between(0, 2 * Math.PI);
    const end: Point = [start[0] + length * Math.cos(angle), start[1] + length * Math.sin(angle)];
    if (busy.has(square(end)) || frame.reach(...end) >= 0.98 || crossesLake(land, start, end)) continue;
    const height = terrain.height(...end);
    if (height > terrain.empiricalTreeline(...end) + 80) continue;
    busy.add(square(end));
    const to = addNode(network, end);
    const category = random.pick(height < 350 ? (['municipal', 'private'] as const) : (['private', 'forest'] as const));
    const line = bentLine(network, from, to, random);
    addLink(network, { from, to, line, category, speed: category === 'municipal' ? 60 : 40 });
  }
}

/** Ties between neighbouring nodes, so that there is more than one way round, until there are `most` links. */
export function addTies(network: RoadNetwork, land: Land, most: number, random: Random): void {
  const { nodes, links } = network;
  const net = new Delaunay(Float64Array.from(nodes.flat()));
  const pair = (a: number, b: number) => Math.min(a, b) * nodes.length + Math.max(a, b);
  const tied = new Set(links.map(({ from, to }) => pair(from, to)));
  for (let tries = 0; links.length < most && tries < 200 * most; tries++) {
    const from = random.below(nodes.length);
    const start = pointOf(network, from);
    for (const to of net.neighbors(from)) {
      const end = pointOf(network, to);
      const far = Math.hypot(end[0] - start[0], end[1] - start[1]) > 700;
      if (far || tied.has(pair(from, to)) || crossesLake(land, start, end)) continue;
      tied.add(pair(from, to));
      addLink(network, { from, to, line: bentLine(network, from, to, random), category: 'private', speed: 40 });
      break;
    }
  }
}
