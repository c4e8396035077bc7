import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { placedNetwork, type PlacedNetwork } from '../graph/placed-network.ts';
import type { GraphReport } from '../graph/graph-report.ts';
import type { Stretch } from '../graph/stretch.ts';
import { graphOf } from '../kept-graphs.ts';
import type { Box, StoredGraph } from '../read-graph.ts';
import { mostRoads, roadsNear } from '../road-access.ts';
import type { Places } from './read-places.ts';

/** Places tied to the roads, and how it went. */
export interface PlacesOnRoads {
  network: PlacedNetwork;
  /** 1 for each place that has no road within reach. */
  withoutRoad: Uint8Array;
  /** 1 for each place whose roads are tied to none of the largest part of the network. */
  apart: Uint8Array;
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
    apart: Uint8Array.from(access, (own) => Number(own.length > 0 && !isOnMain(stored, own))),
    roads: stored.report,
  };
}

/**
 * Of every part of the network, the nearest road: more and more of them are tried until one is of the largest part, or
 * there are no more within reach.
 */
async function accessOf(
  session: Session,
  stored: StoredGraph,
  datasets: readonly number[],
  points: Places['points'],
  access_m: number,
): Promise<Stretch[][]> {
  const found: Stretch[][] = points.map(() => []);
  /** @returns those that may be tied to the largest part by a road farther off */
  const tryRoads = async (those: readonly number[], within_m: number, most: number): Promise<number[]> => {
    const located = those.map((at) => points[at]);
    const near = await roadsNear(session, stored, datasets, located, { within_m, most });
    return those.filter((at, index) => {
      const { stretches, more } = near[index];
      found[at] = stretches;
      return (more || within_m < access_m) && !isOnMain(stored, stretches);
    });
  };
  let left = await tryRoads([...points.keys()], Math.min(firstRing, access_m), mostRoads);
  for (let most = mostRoads; left.length > 0; most *= 8) left = await tryRoads(left, access_m, most);
  return found;
}

/** Whether any of the roads is of the largest part of the network. */
const isOnMain = ({ graph: { edges, components } }: StoredGraph, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ road }) => components.of[edges.from[edges.ofRoad[road]]] === 0);

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
