import type { Point } from './frame.ts';
import { smoothNoise } from './noise.ts';
import { municipalityName, placeName } from './names.ts';
import { randomStream, type Random } from './random.ts';
import type { Terrain } from './terrain.ts';

/** A town or village on the valley road. */
export interface Settlement {
  name: string;
  at: Point;
  valley: number;
  /** Metres up the valley, in the frame's axes. */
  along: number;
  residents: number;
  /** Where the houses end, metres. */
  radius: number;
  /** One per municipality is its centre. */
  centre: boolean;
}

export interface Settlements {
  list: Settlement[];
  /** Below 1 inside a settlement's ragged edge, and which one is nearest in that measure. */
  nearness(x: number, y: number): { value: number; settlement: Settlement };
}

/** Residents of the county at scale 1, about those of Buskerud. */
const residentsAtScale1 = 270_000;
const villagesPerMunicipality = 4;

/** Centres of municipalities, far from one another along the valleys, and villages between them; the largest is lowest. */
export function settlementsOf(terrain: Terrain): Settlements {
  const { frame } = terrain;
  const random = randomStream(frame.seed, 'settlements');
  const count = Math.max(3, Math.round(18 * frame.scale));
  const places = candidates(terrain, random);
  const centres = spread(places, count);
  centres.sort((a, b) => a.along - b.along);
  const villages = spread(places, count * (1 + villagesPerMunicipality), centres).slice(count);
  const total = residentsAtScale1 * frame.scale;
  const list = [
    ...shares(centres.length, 0.8).map((share, rank) =>
      settle(centres[rank], municipalityName(rank), 0.62 * total * share, true),
    ),
    ...shares(villages.length, 0.6).map((share, rank) =>
      settle(villages[rank], placeName(rank, 'grend'), 0.2 * total * share, false),
    ),
  ].filter((settlement) => settlement !== undefined);
  return { list, nearness: nearnessOf(list, frame.seed) };
}

interface Place {
  at: Point;
  valley: number;
  along: number;
}

/** Points along the valley roads, well inside the county. */
function candidates({ frame, valleys }: Terrain, random: Random): Place[] {
  const step = valleys.spacing / 40;
  const found: Place[] = [];
  for (const valley of valleys.valleys)
    for (let along = -frame.radius; along < frame.radius; along += step) {
      const where = along + random.between(0, 0.5) * step;
      const at = frame.toMap(valleys.roadAcross(valley, where), where);
      if (frame.reach(...at) < 0.9) found.push({ at, valley, along: where });
    }
  return found;
}

/** `count` places, each as far as can be from those chosen before (farthest first). */
function spread(places: Place[], count: number, taken: Place[] = []): Place[] {
  const chosen = taken.length > 0 ? [...taken] : places.slice(0, 1);
  const distance = places.map((place) => Math.min(...chosen.map((other) => between(place, other))));
  while (chosen.length < count) {
    const farthest = distance.indexOf(Math.max(...distance));
    const next = places[farthest];
    if (!next) break;
    chosen.push(next);
    places.forEach((place, i) => (distance[i] = Math.min(distance[i] ?? 0, between(place, next))));
  }
  return chosen;
}

const between = (a: Place, b: Place) => Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]);

/** Shares by rank that sum to 1: the second is smaller than the first, and so on (Zipf). */
function shares(count: number, exponent: number): number[] {
  const weights = Array.from({ length: count }, (_, rank) => (rank + 1) ** -exponent);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function settle(place: Place | undefined, name: string, residents: number, centre: boolean): Settlement | undefined {
  if (!place) return undefined;
  const whole = Math.max(centre ? 250 : 40, Math.round(residents));
  // 1 800 residents per km² of built-up land, as in Norwegian urban areas.
  return { ...place, name, residents: whole, radius: Math.max(150, Math.sqrt(whole / 1800 / Math.PI) * 1000), centre };
}

function nearnessOf(list: Settlement[], seed: number): Settlements['nearness'] {
  const edge = smoothNoise(seed, 'town-edge');
  return (x, y) => {
    let nearest = list[0];
    let value = Infinity;
    for (const settlement of list) {
      const distance = Math.hypot(x - settlement.at[0], y - settlement.at[1]) / settlement.radius;
      if (distance < value) {
        value = distance;
        nearest = settlement;
      }
    }
    if (!nearest) throw new Error('The example county has no settlement.');
    return { value: value / (1 + 0.35 * edge(x / 400, y / 400)), settlement: nearest };
  };
}
