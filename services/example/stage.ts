import type { Point } from './frame.ts';
import type { Land } from './land.ts';
import { cluster, countyFaces, isWild, roughArea, siteOf } from './places.ts';
import { randomStream } from './random.ts';
import { crossesTreeline } from './treeline-slope.ts';

export type SpotName =
  | 'cabins-above'
  | 'cabins-below'
  | 'cabins-belt'
  | 'cabins-disputed'
  | 'quota-above'
  | 'quota-partly'
  | 'leisure-above'
  | 'cabins-extended'
  | 'cabins-old-law'
  | 'cabins-nature'
  | 'cabins-corridor'
  | 'cabins-recreation'
  | 'cabins-reindeer'
  | 'cabins-border'
  | 'regulation-treeline'
  | 'housing-mineral'
  | 'housing-monument'
  | 'housing-secured-monument'
  | 'housing-listed'
  | 'housing-environment'
  | 'business-point-mineral'
  | 'environment-secured'
  | 'environment-partly'
  | 'environment-unsecured'
  | 'mineral-secured'
  | 'mineral-extraction'
  | 'mineral-open';

/** Metres above the treeline, from and to. */
type Range = [from: number, to: number];

/**
 * Where the drafts and what they run into are put, so that every rule of the conflict check has something to say.
 * Names say what is proposed there and what it meets.
 */
const wanted: Record<
  SpotName,
  {
    height: Range;
    grows?: Range;
    area: number;
    fewest?: number;
    /** Part of it above the line, part below. */ across?: true;
  }
> = {
  'cabins-above': { height: [60, 400], area: 120_000 },
  'cabins-below': { height: [-450, -130], area: 120_000 },
  'cabins-belt': { height: [-15, 15], grows: [-120, 120], area: 60_000, fewest: 2, across: true },
  'cabins-disputed': { height: [30, 80], area: 60_000 },
  'quota-above': { height: [160, 600], area: 500_000 },
  'quota-partly': { height: [-40, 40], grows: [-200, 200], area: 500_000, fewest: 3, across: true },
  'leisure-above': { height: [60, 400], area: 60_000 },
  'cabins-extended': { height: [-400, -100], grows: [-500, -60], area: 200_000, fewest: 2 },
  'cabins-old-law': { height: [-300, 60], area: 200_000 },
  'cabins-nature': { height: [-350, -60], area: 100_000 },
  'cabins-corridor': { height: [-500, -60], area: 100_000 },
  'cabins-recreation': { height: [-500, -100], area: 80_000 },
  'cabins-reindeer': { height: [-300, 200], area: 80_000 },
  'cabins-border': { height: [-600, -60], area: 90_000 },
  'regulation-treeline': { height: [-20, 20], area: 60_000 },
  'housing-mineral': { height: [-900, -250], area: 80_000 },
  'housing-monument': { height: [-900, -250], area: 60_000 },
  'housing-secured-monument': { height: [-900, -250], area: 60_000 },
  'housing-listed': { height: [-900, -250], area: 60_000 },
  'housing-environment': { height: [-900, -250], area: 60_000 },
  'business-point-mineral': { height: [-900, -250], area: 90_000 },
  'environment-secured': { height: [-900, -150], area: 60_000 },
  'environment-partly': { height: [-900, -150], area: 60_000 },
  'environment-unsecured': { height: [-900, -150], area: 60_000 },
  'mineral-secured': { height: [-900, -150], area: 60_000 },
  'mineral-extraction': { height: [-900, -150], area: 60_000 },
  'mineral-open': { height: [-900, -150], area: 60_000 },
};

/** A group of cells of the draft's municipality that is kept free for something. */
export interface Spot {
  faces: number[];
  /** Site of the first cell, in the middle. */
  at: Point;
  /** Of a circle as large as the cells, metres. */
  radius: number;
}

export interface Stage {
  /** Index of the municipality that has the drafts. */
  municipality: number;
  spots: Map<SpotName, Spot>;
  /** Faces that belong to a spot or lie beside one. */
  taken: Set<number>;
}

/** In small counties there may not be room for all; what has no room is left out. */
export function stageOf(land: Land): Stage {
  const random = randomStream(land.seed, 'stage');
  const municipality = mostMountainous(land);
  const faces = countyFaces(land).filter((face) => land.municipalityOf[face] === municipality);
  const area = faces.reduce((sum, face) => sum + roughArea(land, face), 0);
  const spots = new Map<SpotName, Spot>();
  const taken = new Set<number>();
  for (const name of Object.keys(wanted) as SpotName[]) {
    const { height, grows = height, area: size, fewest, across } = wanted[name];
    const fits = (face: number, [from, to]: Range) =>
      isWild(land, face) &&
      !taken.has(face) &&
      land.ground.aboveTreeline[face] > from &&
      land.ground.aboveTreeline[face] < to;
    const candidates = faces.filter(
      (face) =>
        fits(face, height) && land.ground.nearness[face] > 1.6 && atBorder(land, face) === (name === 'cabins-border'),
    );
    const otherSide = (face: number) =>
      land.neighbours.of(face).find(({ face: other }) => isBeyond(land, face, other) && fits(other, grows))?.face;
    const suits = (face: number) =>
      name === 'regulation-treeline'
        ? crossesTreeline(land, siteOf(land, face))
        : !across || otherSide(face) !== undefined;
    const suited = candidates.filter(suits);
    const start = farthestOf(
      land,
      suited.length > 0 ? suited : candidates,
      spots,
      Math.min(1200, 0.12 * Math.sqrt(area)),
      random.below(7919),
    );
    if (start === undefined) continue;
    const largest = Math.min(size, 0.004 * area);
    const own = cluster(land, start, largest, (face) => fits(face, grows), fewest);
    const beyond = across && otherSide(start);
    if (beyond !== undefined && !own.includes(beyond)) own.push(beyond);
    const covered = own.reduce((sum, face) => sum + roughArea(land, face), 0);
    spots.set(name, { faces: own, at: siteOf(land, start), radius: Math.sqrt(covered / Math.PI) });
    // A margin all round, or zones of the same purpose that touch would become one.
    for (const face of own) for (const { face: beside } of land.neighbours.of(face)) taken.add(beside).add(face);
  }
  return { municipality, spots, taken };
}

/** Has both much land above the treeline and much below it. */
function mostMountainous(land: Land): number {
  const high = land.municipalities.map(() => 0);
  const low = land.municipalities.map(() => 0);
  for (const face of countyFaces(land)) {
    const index = land.municipalityOf[face];
    const above = land.ground.aboveTreeline[face];
    if (above > 60) high[index]++;
    if (above < -150) low[index]++;
  }
  const both = high.map((count, index) => Math.min(count, low[index]));
  return both.indexOf(Math.max(...both));
}

/** Whether a cell's middle is well on the other side of the treeline than the middle of the cell beside it. */
function isBeyond({ ground, municipalityOf, origin }: Land, face: number, other: number): boolean {
  const [here, there] = [ground.aboveTreeline[face], ground.aboveTreeline[other]];
  return (
    municipalityOf[face] === municipalityOf[other] &&
    origin[other] === other &&
    here * there < 0 &&
    Math.abs(there) > 15
  );
}

/** Whether the cell beside it is another municipality's. */
function atBorder(land: Land, face: number): boolean {
  return land.neighbours.of(face).some(({ face: other }) => {
    const index = land.municipalityOf[other];
    return index >= 0 && index !== land.municipalityOf[face];
  });
}

/** The first candidate, from a turn in the list, that is `gap` from all spots; else the one farthest from them. */
function farthestOf(
  land: Land,
  candidates: number[],
  spots: Map<SpotName, Spot>,
  gap: number,
  turn: number,
): number | undefined {
  let best: number | undefined;
  let farthest = 0;
  for (let i = 0; i < candidates.length; i++) {
    const face = candidates[(i + turn) % candidates.length];
    const [x, y] = siteOf(land, face);
    let nearest = Infinity;
    for (const spot of spots.values())
      nearest = Math.min(nearest, Math.hypot(x - spot.at[0], y - spot.at[1]) - spot.radius);
    if (nearest >= gap) return face;
    if (nearest > farthest) {
      farthest = nearest;
      best = face;
    }
  }
  return best;
}
