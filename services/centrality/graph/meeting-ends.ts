import { Sets } from './node-sets.ts';
import type { Place, Road, RoadEnd } from './road.ts';

/** The end `2 · road` is a road's first, `2 · road + 1` its last. */
export const endOf = (roads: readonly Road[], end: number): RoadEnd => {
  const road = roads[end >> 1];
  return end % 2 === 0 ? road.from : road.to;
};

/**
 * Which ends of roads are one node: those that name the same node of the same register, and those that lie within
 * `snap_m` of each other. Ends to which one register gives different nodes stay apart, and so do roads that only cross:
 * where two levels each go on by themselves, the one passes over the other; a level with one end goes over into the
 * nearest one there, as a tunnel does at its mouth.
 */
export function meetingEnds(roads: readonly Road[], snap_m: number): Sets {
  const sets = new Sets(2 * roads.length);
  const named = new Map<string, number>();
  for (let end = 0; end < 2 * roads.length; end++) {
    const { node, register } = endOf(roads, end);
    if (node === null) continue;
    const name = `${register}\n${node}`;
    const first = named.get(name);
    if (first === undefined) named.set(name, end);
    else sets.join(first, end);
  }
  for (const place of places(roads, snap_m)) joinLevels(roads, place, sets);
  return sets;
}

/** Ends that lie within the distance of each other, in groups; those of a link without geometry lie nowhere. */
function places(roads: readonly Road[], snap_m: number): number[][] {
  const near = new Sets(2 * roads.length);
  // Of ends in one place only the first is kept: nearly all that meet do so to the digit.
  const cells = new Map<number, number[]>();
  const size = Math.max(snap_m, 1);
  for (let end = 0; end < 2 * roads.length; end++) {
    const { place } = endOf(roads, end);
    if (!place) continue;
    const [column, row] = [Math.floor(place[0] / size), Math.floor(place[1] / size)];
    const here = cells.get(cellOf(column, row)) ?? [];
    const same = here.find((other) => distance(place, endOf(roads, other).place as Place) === 0);
    if (same !== undefined) {
      near.join(same, end);
      continue;
    }
    for (let i = column - 1; i <= column + 1; i++)
      for (let j = row - 1; j <= row + 1; j++)
        for (const other of cells.get(cellOf(i, j)) ?? [])
          if (distance(place, endOf(roads, other).place as Place) <= snap_m) near.join(other, end);
    here.push(end);
    cells.set(cellOf(column, row), here);
  }
  const groups = new Map<number, number[]>();
  for (let end = 0; end < 2 * roads.length; end++) {
    if (!endOf(roads, end).place) continue;
    const first = near.find(end);
    const group = groups.get(first);
    if (group) group.push(end);
    else groups.set(first, [end]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** One number for a cell; rows of a map in metres are far fewer than this. */
const cellOf = (column: number, row: number): number => column * 2 ** 26 + row;

const distance = (a: Place, b: Place): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function joinLevels(roads: readonly Road[], ends: readonly number[], sets: Sets): void {
  const levels = new Map<number, number[]>();
  for (const end of ends) {
    const { level } = roads[end >> 1];
    levels.set(level, [...(levels.get(level) ?? []), end]);
  }
  for (const [level, here] of levels) {
    joinAll(roads, here, sets);
    if (here.length > 1) continue;
    const others = [...levels.keys()].filter((other) => other !== level);
    const nearest = others.sort((a, b) => Math.abs(a - level) - Math.abs(b - level) || a - b)[0];
    if (nearest !== undefined) joinAll(roads, [...here, ...(levels.get(nearest) ?? [])], sets);
  }
}

function joinAll(roads: readonly Road[], ends: readonly number[], sets: Sets): void {
  for (const [i, a] of ends.entries())
    for (const b of ends.slice(i + 1)) if (!areToldApart(endOf(roads, a), endOf(roads, b))) sets.join(a, b);
}

const areToldApart = (a: RoadEnd, b: RoadEnd): boolean =>
  a.node !== null && b.node !== null && a.register === b.register && a.node !== b.node;
