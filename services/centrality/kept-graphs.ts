import type { Session } from '../database/database.ts';
import { byCar, type Travel } from './graph/mode.ts';
import { readGraph, type Box, type StoredGraph } from './read-graph.ts';

/** Edges that are kept in memory, over all graphs of a database. */
const mostEdges = 400_000;

/** Boxes are widened to whole squares of this side, metres, so that plans beside each other share a graph. */
const square = 20_000;

type Kept = Map<string, Promise<StoredGraph>>;

/** Datasets never change, so a graph of them is good as long as there is room for it; the least lately asked for goes. */
const keptOf = new WeakMap<Session, Kept>();

/**
 * The graph of the road links in a box, read once and kept.
 * @param datasets current datasets of the layer road-link
 * @param travel who travels; those by car when left out
 */
export async function graphOf(
  session: Session,
  datasets: readonly number[],
  box: Box,
  travel: Travel = byCar,
): Promise<StoredGraph> {
  const kept: Kept = keptOf.get(session) ?? new Map<string, Promise<StoredGraph>>();
  keptOf.set(session, kept);
  const whole = squares(box);
  const key = JSON.stringify([datasets, whole, travel]);
  const known = kept.get(key);
  const graph = known ?? readGraph(session, datasets, whole, { travel });
  kept.delete(key);
  kept.set(key, graph);
  try {
    const found = await graph;
    await makeRoom(kept, key);
    return found;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

function squares({ west, south, east, north }: Box): Box {
  const down = (at: number) => Math.floor(at / square) * square;
  const up = (at: number) => Math.ceil(at / square) * square;
  return { west: down(west), south: down(south), east: up(east), north: up(north) };
}

async function makeRoom(kept: Kept, needed: string): Promise<void> {
  const sizes = await Promise.all(
    [...kept].map(async ([key, graph]) => {
      const edges = await graph.then(
        (found) => found.graph.edges.count,
        () => 0,
      );
      return { key, edges };
    }),
  );
  let sum = sizes.reduce((all, { edges }) => all + edges, 0);
  for (const { key, edges } of sizes) {
    if (sum <= mostEdges) return;
    if (key === needed) continue;
    kept.delete(key);
    sum -= edges;
  }
}
