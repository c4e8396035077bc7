import { seeded } from '../../../services/stations/ranking/seeded.ts';
import type { Matrix } from '../../../services/stations/network/question.ts';

/** Candidates and demand on a network of roads that was made up, with driving distances in km between them. */
export interface MadeUpCounty {
  candidates: { id: string }[];
  demand: { id: string; weight: number }[];
  distance: Matrix;
}

/** How far apart crossings are, before the roads wind. */
const cell_km = 5;

/**
 * Valleys: crossings in a grid, moved about, with three in ten links missing, so that roads take detours; candidates at
 * crossings, demand along links, heavy where few long roads carry most trucks.
 */
export function madeUpCounty(candidates: number, demand: number, seed = 1): MadeUpCounty {
  const random = seeded(seed);
  const side = Math.ceil(Math.sqrt(candidates * 2.5));
  const nodes = side * side;
  const all: Link[] = [];
  for (let at = 0; at < nodes; at++)
    for (const to of [at % side < side - 1 ? at + 1 : -1, at + side < nodes ? at + side : -1])
      if (to >= 0) all.push({ from: at, to, km: cell_km * (0.8 + random()) });
  const links = thinned(all, nodes, random);
  const sites = shuffled(nodes, random).slice(0, candidates);
  const places = Array.from({ length: demand }, () => {
    const link = links[Math.floor(random() * links.length)] ?? { from: 0, to: 0, km: 0 };
    return { link, part: random(), weight: Math.ceil(2000 * random() ** 4) };
  });
  const near = neighbours(nodes, links);
  const distance = sites.map((site) => {
    const far = distancesFrom(site, near);
    return Float64Array.from(places, ({ link: { from, to, km }, part }) =>
      Math.min(far[from] + part * km, far[to] + (1 - part) * km),
    );
  });
  return {
    candidates: sites.map((_, at) => ({ id: `s${String(at).padStart(4, '0')}` })),
    demand: places.map(({ weight }, at) => ({ id: `d${String(at).padStart(5, '0')}`, weight })),
    distance,
  };
}

interface Link {
  from: number;
  to: number;
  km: number;
}

/** Three links in ten are left out, but none that a place would be cut off without. */
function thinned(links: readonly Link[], nodes: number, random: () => number): Link[] {
  const part = Array.from({ length: nodes }, (_, at) => at);
  const partOf = (node: number): number => (part[node] === node ? node : partOf(part[node] ?? node));
  const join = ({ from, to }: Link) => (part[partOf(from)] = partOf(to));
  const kept = links.filter(() => random() > 0.3);
  kept.forEach(join);
  for (const link of links)
    if (partOf(link.from) !== partOf(link.to)) {
      kept.push(link);
      join(link);
    }
  return kept;
}

function shuffled(count: number, random: () => number): number[] {
  const all = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] ?? 0, all[at] ?? 0];
  }
  return all;
}

function neighbours(nodes: number, links: readonly Link[]) {
  const near = Array.from({ length: nodes }, (): { to: number; km: number }[] => []);
  for (const { from, to, km } of links) {
    near[from]?.push({ to, km });
    near[to]?.push({ to: from, km });
  }
  return near;
}

/** Bellman and Ford with a queue: enough for a bench. */
function distancesFrom(start: number, near: readonly { to: number; km: number }[][]): Float64Array {
  const far = new Float64Array(near.length).fill(Infinity).fill(0, start, start + 1);
  const queue = [start];
  for (const at of queue)
    for (const { to, km } of near[at] ?? [])
      if (far[at] + km < far[to]) {
        far[to] = far[at] + km;
        queue.push(to);
      }
  return far;
}
