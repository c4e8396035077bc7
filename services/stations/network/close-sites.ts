import type { Apart } from './places.ts';

/** Groups of sites that are all too close to one another, so that every pair is in a group: one row each binds tighter than pairs. */
export function groupsOfClose(apart: readonly Apart[]): number[][] {
  const closeTo = new Map<number, Set<number>>();
  const note = (one: number, other: number) => {
    const known = closeTo.get(one);
    if (known) known.add(other);
    else closeTo.set(one, new Set([other]));
  };
  for (const { one, other } of apart) {
    note(one, other);
    note(other, one);
  }
  const done = new Set<string>();
  const groups: number[][] = [];
  for (const { one, other } of apart) {
    if (done.has(`${one} ${other}`)) continue;
    const group = [one, other];
    for (const site of closeTo.get(one) ?? [])
      if (!group.includes(site) && group.every((member) => closeTo.get(member)?.has(site))) group.push(site);
    for (const from of group) for (const to of group) done.add(`${from} ${to}`);
    groups.push(group.sort((before, after) => before - after));
  }
  return groups;
}

/**
 * Sites parted so that of each part no more than one may be open: the largest groups first, each without what is in one
 * before.
 * @returns the number of its part, by site; a site that is close to none is a part of its own
 */
export function partsOfClose(apart: readonly Apart[], sites: number): Int32Array {
  const partOf = Int32Array.from({ length: sites }, (_, site) => site);
  const taken = new Uint8Array(sites);
  for (const group of groupsOfClose(apart).sort((one, other) => other.length - one.length)) {
    const left = group.filter((site) => taken[site] === 0);
    for (const site of left) {
      taken[site] = 1;
      partOf[site] = left[0] ?? site;
    }
  }
  return partOf;
}
