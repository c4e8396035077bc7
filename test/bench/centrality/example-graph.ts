import type { LineString, Position } from 'geojson';
import type { Road } from '../../../services/centrality/graph/road.ts';
import { buildGraph, type RoadGraph } from '../../../services/centrality/graph/road-graph.ts';
import { landOf } from '../../../services/example/land.ts';
import { populationCells, populationLayers } from '../../../services/example/population.ts';
import { roadNetworkOf } from '../../../services/example/road-network.ts';
import { roadLayers } from '../../../services/example/roads.ts';

/** Side of the squares in which nodes are looked up, metres. */
const square = 1000;

/** The roads of the example county and, for each of its population cells, the node nearest to the cell's corner. */
export function exampleGraph(scale: number): { graph: RoadGraph; nodes: number[] } {
  const land = landOf(1, scale);
  const links = roadLayers(land, roadNetworkOf(land)).flatMap(({ features }) => [...features]);
  const graph = buildGraph(
    links.map(({ id, properties, geometry }): Road => {
      const line = (geometry as LineString).coordinates;
      const end = (node: unknown, at: Position | undefined) => ({
        ...{ node: String(node), register: 'example', place: [at?.[0] ?? 0, at?.[1] ?? 0] as const },
      });
      const { from_node, to_node, length_m, speed_kmh, one_way, ferry, ferry_min, wait_min, level } = properties;
      return {
        ...{ id: String(id), from: end(from_node, line[0]), to: end(to_node, line.at(-1)) },
        ...{ length_m: Number(length_m), speed_kmh: Number(speed_kmh), category: null, oneWay: one_way === true },
        ...{ ferry: ferry === true, ferry_min: ferry_min as number | null, wait_min: wait_min as number | null },
        level: Number(level),
      };
    }),
  );
  const nearest = nearestNode(graph);
  const cells = [...(populationLayers(land, populationCells(land)).at(-1)?.features ?? [])];
  return {
    graph,
    nodes: cells.map(({ geometry }) => {
      const [x = 0, y = 0] = (geometry as { coordinates: Position[][] }).coordinates[0]?.[0] ?? [];
      return nearest(x, y);
    }),
  };
}

/** The node nearest to a place: squares around it are looked through, ever farther out. */
function nearestNode({ nodes }: RoadGraph): (x: number, y: number) => number {
  const inSquare = new Map<string, number[]>();
  const nameOf = (column: number, row: number) => `${column} ${row}`;
  for (let node = 0; node < nodes.count; node++) {
    const name = nameOf(Math.floor(nodes.x[node] / square), Math.floor(nodes.y[node] / square));
    inSquare.set(name, [...(inSquare.get(name) ?? []), node]);
  }
  return (x, y) => {
    const [column, row] = [Math.floor(x / square), Math.floor(y / square)];
    let [best, least] = [-1, Infinity];
    for (let reach = 0; best < 0 || least > reach - 1; reach++)
      for (let i = -reach; i <= reach; i++)
        for (let j = -reach; j <= reach; j++) {
          if (Math.max(Math.abs(i), Math.abs(j)) < reach) continue;
          for (const node of inSquare.get(nameOf(column + i, row + j)) ?? []) {
            const apart = Math.hypot(nodes.x[node] - x, nodes.y[node] - y) / square;
            if (apart < least) [best, least] = [node, apart];
          }
        }
    return best;
  };
}
