import { type Mesh, type Neighbours } from './mesh.ts';
import { municipalityNumber, placeName } from './names.ts';
import { queue } from './queue.ts';
import type { Settlement, Settlements } from './settlements.ts';
import type { Terrain } from './terrain.ts';

export interface Municipality {
  number: string;
  name: string;
  centre: Settlement;
  /** Index of its region. */
  region: number;
}

/** Which municipality and region each face belongs to: an index, or −1 outside the county. */
export interface Division {
  municipalities: Municipality[];
  regions: { number: string; name: string }[];
  municipalityOf: Int32Array;
  regionOf: Int32Array;
}

/** Municipalities grow from their centres, slower across the ridges, so that their borders follow the watersheds. */
export function divisionOf(mesh: Mesh, neighbours: Neighbours, terrain: Terrain, settlements: Settlements): Division {
  const centres = settlements.list.filter((settlement) => settlement.centre);
  const municipalityOf = new Int32Array(mesh.faces).fill(-1);
  const cost = new Float64Array(mesh.faces).fill(Infinity);
  const open = queue();
  centres.forEach((centre, index) => {
    const face = nearestFace(mesh, centre.at);
    municipalityOf[face] = index;
    cost[face] = 0;
    open.push(0, face);
  });
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: face, cost: reached } = next;
    if (reached > cost[face]) continue;
    for (const { face: other } of neighbours.of(face)) {
      const x = mesh.siteX[other];
      const y = mesh.siteY[other];
      if (terrain.frame.reach(x, y) >= 1) continue;
      const step = Math.hypot(x - mesh.siteX[face], y - mesh.siteY[face]);
      const total = reached + step * (0.5 + 3 * terrain.rise(x, y) ** 2);
      if (total >= cost[other]) continue;
      cost[other] = total;
      municipalityOf[other] = municipalityOf[face];
      open.push(total, other);
    }
  }
  const regionCount = Math.max(2, Math.round(centres.length / 4.5));
  const heads = farthest(centres, regionCount);
  const municipalities = centres.map((centre, index) => ({
    number: municipalityNumber(index),
    name: centre.name,
    centre,
    region: nearestIndex(heads, centre),
  }));
  return {
    municipalities,
    regions: heads.map((_, index) => ({ number: `99-${index + 1}`, name: placeName(3 * index + 1, 'regionen') })),
    municipalityOf,
    regionOf: municipalityOf.map((index) => municipalities[index]?.region ?? -1),
  };
}

function nearestFace(mesh: Mesh, [x, y]: Settlement['at']): number {
  let nearest = 0;
  let shortest = Infinity;
  for (let face = 0; face < mesh.faces; face++) {
    const distance = Math.hypot(mesh.siteX[face] - x, mesh.siteY[face] - y);
    if (distance < shortest) {
      shortest = distance;
      nearest = face;
    }
  }
  return nearest;
}

const apart = (a: Settlement, b: Settlement) => Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]);

function farthest(centres: Settlement[], count: number): Settlement[] {
  const chosen = centres.slice(0, 1);
  while (chosen.length < count) {
    const distance = (centre: Settlement) => Math.min(...chosen.map((other) => apart(centre, other)));
    chosen.push(centres.reduce((a, b) => (distance(b) > distance(a) ? b : a)));
  }
  return chosen;
}

function nearestIndex(heads: Settlement[], centre: Settlement): number {
  return heads.reduce(
    (best, head, index) => (apart(head, centre) < apart(heads[best] ?? head, centre) ? index : best),
    0,
  );
}
