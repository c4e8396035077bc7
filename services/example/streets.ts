import { Delaunay } from 'd3-delaunay';
import type { Land } from './land.ts';
import { onLake } from './lakes.ts';
import type { Random } from './random.ts';
import { addLink, addNode, bentLine, type RoadNetwork } from './road-network.ts';

/** Metres from street to street. */
const block = 130;

/** A net of streets in each settlement, tied to the nearest node of a main road, until there are `most` links. */
export function addStreets(network: RoadNetwork, land: Land, most: number, random: Random): void {
  const main = new Delaunay(Float64Array.from(network.nodes.flat()));
  for (const { at: middle, radius, residents } of land.settlements.list) {
    const half = Math.max(1, Math.min(Math.floor((0.6 * radius) / block), Math.ceil(Math.sqrt(residents) / 12)));
    const turn = random.between(0, Math.PI / 2);
    const corners = new Map<string, number>();
    for (let i = -half; i <= half && network.links.length < most; i++)
      for (let j = -half; j <= half; j++) {
        const u = i * block + random.between(-15, 15);
        const v = j * block + random.between(-15, 15);
        const x = middle[0] + u * Math.cos(turn) - v * Math.sin(turn);
        const y = middle[1] + u * Math.sin(turn) + v * Math.cos(turn);
        const beside = [corners.get(`${i - 1},${j}`), corners.get(`${i},${j - 1}`)].filter(
          (node) => node !== undefined,
        );
        // A corner without a neighbour would hang loose, but for the first.
        if (land.frame.reach(x, y) >= 0.99 || onLake(land, x, y) || (corners.size > 0 && beside.length === 0)) continue;
        const here = addNode(network, [x, y]);
        corners.set(`${i},${j}`, here);
        for (const from of beside)
          addLink(network, {
            from,
            to: here,
            category: 'municipal',
            speed: i === 0 || j === 0 ? 40 : 30,
            oneWay: i === half && half > 1,
          });
      }
    const gate = corners.get('0,0') ?? corners.values().next().value;
    if (gate === undefined) continue;
    const from = main.find(...middle);
    addLink(network, { from, to: gate, line: bentLine(network, from, gate, random), category: 'municipal', speed: 40 });
  }
}
