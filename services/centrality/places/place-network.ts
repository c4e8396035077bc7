import { datasetIds, type Constraints } from '../../conflicts/measurement/constraints.ts';
import type { Session } from '../../database/database.ts';
import { placedNetwork, type PlacedNetwork } from '../graph/placed-network.ts';
import type { GraphReport } from '../graph/graph-report.ts';
import type { Stretch } from '../graph/stretch.ts';
import { graphOf } from '../kept-graphs.ts';
import { byCar, type Travel } from '../graph/mode.ts';
import type { Box } from '../read-graph.ts';
import { isOnMain, roadAccess } from '../road-access.ts';
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
  /** By car when left out. */
  travel?: Travel;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** Roads are read so far beyond the places, metres: ways between them may lead around. */
const margin = 20_000;
/** Places in one statement: a second's work, between which other work comes on the embedded database. */
const batch = 500;

/** Tie places to the road network around them. @throws the signal's reason */
export async function placeOnRoads(
  session: Session,
  constraints: Constraints,
  { points }: Pick<Places, 'points'>,
  { access_m, travel = byCar, signal, onShare }: Options,
): Promise<PlacesOnRoads> {
  const datasets = datasetIds(constraints, 'road-link');
  const stored = await graphOf(session, datasets, boxOf(points), travel);
  const access: Stretch[][] = [];
  for (let at = 0; at < points.length; at += batch) {
    signal?.throwIfAborted();
    access.push(...(await roadAccess(session, stored, datasets, points.slice(at, at + batch), access_m)));
    onShare?.(Math.min(1, (at + batch) / points.length));
  }
  return {
    network: placedNetwork(stored.graph, access),
    withoutRoad: Uint8Array.from(access, (stretches) => Number(stretches.length === 0)),
    apart: Uint8Array.from(access, (own) => Number(own.length > 0 && !isOnMain(stored, own))),
    roads: stored.report,
  };
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
