import type { Session } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { Joint } from './graph/edges.ts';
import { danglingEnds, reportOn, type GraphReport } from './graph/graph-report.ts';
import { byCar, closedTo, type Travel } from './graph/mode.ts';
import { nodesOf, type Nodes } from './graph/nodes.ts';
import type { Road, RoadCategory } from './graph/road.ts';
import { buildGraph, defaultSnap, type RoadGraph } from './graph/road-graph.ts';

/** West, south, east, north in the analysis CRS. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** What a road of a graph is in the database: one line of a link. */
export interface StoredRoad {
  dataset: number;
  fid: number;
  part: number;
  id: string;
  number: string | null;
  category: RoadCategory | null;
}

type ReadRoad = Road & StoredRoad;

/** The graph of the roads in a box, and what its roads are in the database. */
export interface StoredGraph {
  graph: RoadGraph;
  roads: readonly StoredRoad[];
  /** Number of a road in the graph. */
  find: (key: Pick<StoredRoad, 'dataset' | 'fid' | 'part'>) => number | undefined;
  report: GraphReport;
}

interface Row {
  dataset: number;
  fid: number;
  part: number;
  id: string;
  from_node: string | null;
  to_node: string | null;
  start_x: number;
  start_y: number;
  stop_x: number;
  stop_y: number;
  length_m: number;
  road_number: string | null;
  category: RoadCategory | null;
  speed_kmh: number | null;
  one_way: boolean;
  ferry: boolean;
  ferry_min: number | null;
  wait_min: number | null;
  level: number;
  kind: string | null;
  motorway: boolean;
  tunnel: boolean;
}

/** Links that one statement reads: short enough for other work to come between on the embedded database. */
const pageSize = 20_000;

/**
 * Build the graph of the road links that come into a box, with turn-outs tied to the roads they were drawn short of.
 * @param travel links that are closed to it are in no way of the graph
 * @param categories of the links that are read; all, where they are not given
 */
export async function readGraph(
  session: Session,
  datasets: readonly number[],
  box: Box,
  { travel = byCar, categories = null }: { travel?: Travel; categories?: readonly RoadCategory[] | null } = {},
): Promise<StoredGraph> {
  const roads: ReadRoad[] = [];
  for (let last: { dataset: number; fid: number } | undefined = { dataset: 0, fid: 0 }; last;) {
    const page: Row[] = await session.rows<Row>(statement('centrality/road-links'), {
      ...{ datasets, ...box, categories, dataset: last.dataset, fid: last.fid, most: pageSize },
    });
    for (const row of page) roads.push(roadOf(row));
    last = page.length < pageSize ? undefined : page.at(-1);
  }
  const numbers = new Map(roads.map((road, number) => [keyOf(road), number]));
  const find: StoredGraph['find'] = (key) => numbers.get(keyOf(key));
  const nodes = nodesOf(roads, defaultSnap);
  const joints = await turnOuts(session, datasets, { roads, nodes, find });
  const graph = buildGraph(roads, nodes, joints, travel);
  return { graph, roads: roads.map(stored), find, report: reportOn(roads, graph) };
}

const stored = ({ dataset, fid, part, id, number, category }: ReadRoad): StoredRoad => ({
  ...{ dataset, fid, part, id, number, category },
});

const keyOf = ({ dataset, fid, part }: Pick<StoredRoad, 'dataset' | 'fid' | 'part'>) => `${dataset}/${fid}/${part}`;

function roadOf({ road_number: number, one_way: oneWay, from_node, to_node, ...row }: Row): ReadRoad {
  const { start_x, start_y, stop_x, stop_y, kind, motorway, tunnel, ...same } = row;
  // The ids of two files may have nothing to do with each other; what lies in one place meets all the same.
  const register = String(row.dataset);
  return {
    ...{ ...same, number, oneWay, closedTo: closedTo({ kind, motorway, tunnel, category: same.category }) },
    from: { node: from_node, register, place: [start_x, start_y] },
    to: { node: to_node, register, place: [stop_x, stop_y] },
  };
}

async function turnOuts(
  session: Session,
  datasets: readonly number[],
  { roads, nodes, find }: { roads: readonly ReadRoad[]; nodes: Nodes; find: StoredGraph['find'] },
): Promise<Joint[]> {
  const loose = danglingEnds(nodes).map((end) => {
    const road = roads[end >> 1];
    return { end, road, ...(end % 2 === 0 ? road.from : road.to) };
  });
  // One register that names every node has said which roads meet.
  const asked = datasets.length > 1 ? loose : loose.filter(({ node }) => node === null);
  if (asked.length === 0) return [];
  type Found = Pick<StoredRoad, 'dataset' | 'fid' | 'part'> & { end: number; at: number };
  const rows = await session.rows<Found>(statement('centrality/road-joints'), {
    ends: asked.map(({ end }) => end),
    xs: asked.map(({ place }) => place?.[0]),
    ys: asked.map(({ place }) => place?.[1]),
    levels: asked.map(({ road }) => road.level),
    own_datasets: asked.map(({ road }) => road.dataset),
    own_fids: asked.map(({ road }) => road.fid),
    named: asked.map(({ node }) => node !== null),
    datasets,
    snap_m: defaultSnap,
  });
  return rows.flatMap(({ end, at, ...key }) => {
    const onto = find(key);
    return onto === undefined ? [] : [{ end, onto, at }];
  });
}
