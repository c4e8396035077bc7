import type { PlacedNetwork } from '../graph/placed-network.ts';
import { intoRows } from '../graph/rows.ts';
import { shared } from '../graph/shared-arrays.ts';
import { ArcLists, type Neighbours } from './arc-lists.ts';
import { contractAll } from './order.ts';

/** Arcs in rows: the nodes at their other ends, and minutes. */
export interface ArcRows {
  /** First arc of each row, and one more. */
  first: Int32Array;
  node: Int32Array;
  minutes: Float64Array;
}

/**
 * A network in which every quickest way climbs, then descends (a contraction hierarchy): road nodes are numbered from the
 * one that was left out last, shortcuts stand for ways over those left out before. In shared memory.
 */
export interface Hierarchy {
  places: number;
  /** Road nodes. */
  nodes: number;
  /** From each node to nodes of lower numbers. */
  up: ArcRows;
  /** To each node from nodes of lower numbers. */
  down: ArcRows;
  /** From each place to the nodes where it comes to the roads. */
  leaving: ArcRows;
  /** To each place from such nodes. */
  arriving: ArcRows;
}

interface Arc {
  row: number;
  node: number;
  minutes: number;
}

/** Make the hierarchy of a network, step by step. Places are not part of it, for no way leads through one. */
export function* hierarchySteps({ places, nodes, arcs }: PlacedNetwork): Generator<number, Hierarchy> {
  const count = nodes.count - places;
  const lists = new ArcLists(count);
  const [leaving, arriving]: [Arc[], Arc[]] = [[], []];
  for (let tail = 0; tail < nodes.count; tail++)
    for (let arc = arcs.first[tail]; arc < arcs.first[tail + 1]; arc++) {
      const [head, minutes] = [arcs.head[arc], arcs.minutes[arc]];
      if (tail < places) leaving.push({ row: tail, node: head - places, minutes });
      else if (head < places) arriving.push({ row: head, node: tail - places, minutes });
      else lists.add(tail - places, head - places, minutes);
    }
  const order = yield* contractAll(count, lists);
  const number = new Int32Array(count);
  for (const [at, node] of order.entries()) number[node] = count - 1 - at;
  const renumbered = (own: readonly Arc[]) => own.map(({ node, ...arc }): Arc => ({ ...arc, node: number[node] }));
  const arcsOf = (all: readonly Neighbours[]) =>
    all.flatMap(({ nodes: others, minutes }, node) =>
      others.map((other, at): Arc => ({ row: number[node], node: number[other], minutes: minutes[at] })),
    );
  return {
    ...{ places, nodes: count },
    ...{ up: inRows(count, arcsOf(lists.ahead)), down: inRows(count, arcsOf(lists.behind)) },
    ...{ leaving: inRows(places, renumbered(leaving)), arriving: inRows(places, renumbered(arriving)) },
  };
}

function inRows(rows: number, arcs: readonly Arc[]): ArcRows {
  const { first, position } = intoRows(
    rows,
    arcs.map(({ row }) => row),
  );
  const [node, minutes] = [shared(Int32Array, arcs.length), shared(Float64Array, arcs.length)];
  for (const [at, arc] of arcs.entries()) {
    node[position[at]] = arc.node;
    minutes[position[at]] = arc.minutes;
  }
  return { first, node, minutes };
}
