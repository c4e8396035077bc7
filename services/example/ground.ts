import { type Mesh } from './mesh.ts';
import { smoothNoise } from './noise.ts';
import { randomStream, type Random } from './random.ts';
import type { Settlements } from './settlements.ts';
import { strip, type Sites } from './sites.ts';
import type { Terrain } from './terrain.ts';

/** Land-cover classes in use here (AR5). */
export const cover = {
  built: 11,
  transport: 12,
  cultivated: 21,
  surfaceCultivated: 22,
  pasture: 23,
  forest: 30,
  open: 50,
  mire: 60,
  ice: 70,
  water: 81,
} as const;

/** What each face is: class in both surveys, 0 outside the county; height and height above the treeline in metres. */
export interface Ground {
  opening: Uint8Array;
  closing: Uint8Array;
  height: Float64Array;
  aboveTreeline: Float64Array;
  /** Settlements.nearness of each face. */
  nearness: Float64Array;
  /** Water that runs: the rest is lakes. */
  river: Uint8Array;
}

/** @param inside per face, whether it belongs to the county */
export function groundOf(
  mesh: Mesh,
  sites: Sites,
  terrain: Terrain,
  settlements: Settlements,
  inside: (face: number) => boolean,
): Ground {
  const { faces } = mesh;
  const ground: Ground = {
    opening: new Uint8Array(faces),
    closing: new Uint8Array(faces),
    height: new Float64Array(faces),
    aboveTreeline: new Float64Array(faces),
    nearness: new Float64Array(faces),
    river: new Uint8Array(faces),
  };
  const { seed } = terrain.frame;
  const wild = wilderness(seed);
  const random = randomStream(seed, 'ground-change');
  let highest = -1;
  for (let face = 0; face < faces; face++) {
    if (!inside(face)) continue;
    const x = mesh.siteX[face];
    const y = mesh.siteY[face];
    const kind = sites.kind[face];
    const height = terrain.height(x, y);
    ground.height[face] = height;
    ground.aboveTreeline[face] = height - terrain.empiricalTreeline(x, y);
    ground.nearness[face] = settlements.nearness(x, y).value;
    ground.river[face] = kind === strip.river ? 1 : 0;
    const opening = openingClass(ground, face, terrain, kind, wild, x, y);
    ground.opening[face] = opening;
    ground.closing[face] = kind === strip.newRoad ? cover.transport : closingClass(ground, face, opening, random);
    if (highest < 0 || height > ground.height[highest]) highest = face;
  }
  if (highest >= 0) ground.opening[highest] = ground.closing[highest] = cover.ice;
  return ground;
}

type Wild = (x: number, y: number) => { field: number; wet: number; bare: number };

function wilderness(seed: number): Wild {
  const field = smoothNoise(seed, 'field');
  const wet = smoothNoise(seed, 'mire');
  const bare = smoothNoise(seed, 'bare');
  return (x, y) => ({ field: field(x / 700, y / 700), wet: wet(x / 900, y / 900), bare: bare(x / 1300, y / 1300) });
}

function openingClass(
  ground: Ground,
  face: number,
  terrain: Terrain,
  kind: number,
  wild: Wild,
  x: number,
  y: number,
): number {
  const { valleys, frame } = terrain;
  const [across, along] = frame.toLocal(x, y);
  const valley = valleys.nearestValley(across, along);
  const height = ground.height[face];
  const { field, wet, bare } = wild(x, y);
  if (kind === strip.road) return cover.transport;
  if (kind === strip.river) return cover.water;
  if (Math.abs(across - valleys.valleyAcross(valley, along)) < valleys.lakeHalfWidth(valley, along)) return cover.water;
  if (ground.nearness[face] < 0.9) return cover.built;
  if (valleys.rise(across, along) < 0.13 && height < 650 && field > -0.2) {
    if (field > 0.05) return cover.cultivated;
    return field > -0.05 ? cover.surfaceCultivated : cover.pasture;
  }
  if (height > 1500 + 120 * bare) return cover.ice;
  if (wet > 0.5) return cover.mire;
  return ground.aboveTreeline[face] > 0 || bare > 0.72 ? cover.open : cover.forest;
}

/** What happened to a face between the surveys; most of the ground stays as it was. */
function closingClass(ground: Ground, face: number, opening: number, random: Random): number {
  const chance = random.next();
  const building = opening !== cover.water && opening !== cover.transport && opening !== cover.ice;
  if (building && ground.nearness[face] < 1 && chance < 0.6) return cover.built;
  switch (opening) {
    case cover.forest:
      return chance < 0.004 && ground.height[face] < 700 ? cover.cultivated : opening;
    case cover.cultivated:
      return chance < 0.015 ? cover.pasture : opening;
    case cover.pasture:
      return chance < 0.03 ? cover.forest : opening;
    case cover.mire:
      return chance < 0.01 ? cover.forest : opening;
    default:
      return opening;
  }
}
