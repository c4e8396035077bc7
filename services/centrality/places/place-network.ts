import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { placedNetwork, type PlacedNetwork } from '../graph/placed-network.ts';
import type { GraphReport } from '../graph/graph-report.ts';
import type { Stretch } from '../graph/stretch.ts';
import { graphOf } from '../kept-graphs.ts';
import type { Box, StoredGraph } from '../read-graph.ts';
import { roadAccess } from '../road-access.ts';
import type { Places } from './read-places.ts';

/** Places tied to the roads, and how it went. */
export interface PlacesOnRoads {
  network: PlacedNetwork;
  /** 1 for each place that has no road within reach. */
  withoutRoad: Uint8Array;
  roads: GraphReport;
}

interface Options {
  /** Farthest that a road may be from a place, metres. */
  access_m: number;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** Roads are read so far beyond the places, metres: ways between them may lead around. */
const margin = 20_000;
/** Places in one statement: a second's work, between which other work comes on the embedded database. */
const batch = 500;
/** Most places have a road near: a small ring is asked for first. */
const firstRing = 300;

/** Tie places to the road network around them. @throws the signal's reason */
export async function placeOnRoads(
  session: Session,
  constraints: Constraints,
  { points }: Pick<Places, 'points'>,
  { access_m, signal, onShare }: Options,
): Promise<PlacesOnRoads> {
  const datasets = datasetIds(constraints, 'road-link');
  const stored = await graphOf(session, datasets, boxOf(points));
  const access: Stretch[][] = [];
  for (let at = 0; at < points.length; at += batch) {
    signal?.throwIfAborted();
    access.push(...(await accessOf(session, stored, datasets, points.slice(at, at + batch), access_m)));
    onShare?.(Math.min(1, (at + batch) / points.length));
  }
  return {
    network: placedNetwork(stored.graph, access),
    withoutRoad: Uint8Array.from(access, (stretches) => Number(stretches.length === 0)),
    roads: stored.report,
  };
}

/** Where a road of the largest part of the network is near, nothing farther is asked for. */
async function accessOf(
  session: Session,
  stored: StoredGraph,
  datasets: readonly number[],
  points: Places['points'],
  access_m: number,
): Promise<Stretch[][]> {
  const near = await roadAccess(session, stored, datasets, points, Math.min(firstRing, access_m));
  const { edges, components } = stored.graph;
  const isTied = ({ road }: Stretch) => components.of[edges.from[edges.ofRoad[road]]] === 0;
  const left = [...near.keys()].filter((at) => !near[at].some(isTied));
  if (left.length === 0 || access_m <= firstRing) return near;
  const far = await roadAccess(
    session,
    stored,
    datasets,
    left.map((at) => points[at]),
    access_m,
  );
  for (const [index, at] of left.entries()) near[at] = far[index];
  return near;
}

function boxOf(points: Places['points']): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const { x, y } of points) {
    [box.west, box.east] = [Math.min(box.west, x), Math.max(box.east, x)];
    [box.south, box.north] = [Math.min(box.south, y), Math.max(box.north, y)];
  }
  return {
    ...{ west: box.west - margin, south: box.south - margin, east: box.east + margin, north: box.north + margin },
  };
}
