import type { Land } from './land.ts';
import { cluster, countyFaces, isWild, siteOf } from './places.ts';
import { randomStream } from './random.ts';
import type { Stage } from './stage.ts';

/** Cells set aside for holiday homes: where they stand, or where they are planned. */
export interface CabinField {
  municipality: number;
  faces: number[];
  built: boolean;
  /** In the master plan: holiday homes, scattered ones with a quota, or leisure and tourism. */
  purpose: 1120 | 5220 | 1170;
}

export const holidayHomesAtScale1 = 40_000;
const homesPerField = 55;

/** Fields in the hills, most of them below the treeline; among them the two that the drafts extend. */
export function cabinFieldsOf(land: Land, stage: Stage): CabinField[] {
  const random = randomStream(land.seed, 'cabin-fields');
  const taken = new Set(stage.taken);
  const free = (face: number) =>
    isWild(land, face) &&
    !taken.has(face) &&
    land.ground.nearness[face] > 2 &&
    land.ground.aboveTreeline[face] > -450 &&
    land.ground.aboveTreeline[face] < 60;
  const candidates = countyFaces(land).filter(free);
  const count = Math.max(4, Math.round((0.6 * holidayHomesAtScale1 * land.scale) / homesPerField));
  const fields: CabinField[] = [];
  for (const name of ['cabins-extended', 'cabins-old-law'] as const) {
    const core = stage.spots.get(name)?.faces[0];
    if (core !== undefined)
      fields.push({ municipality: stage.municipality, faces: [core], built: true, purpose: 1120 });
  }
  for (let tries = 0; fields.length < count && tries < 20 * count && candidates.length > 0; tries++) {
    const start = random.pick(candidates);
    if (taken.has(start) || nearField(land, fields, start)) continue;
    const faces = cluster(land, start, random.between(60_000, 350_000), free);
    for (const face of faces) taken.add(face);
    const kind = random.next();
    fields.push({
      municipality: land.municipalityOf[start],
      faces,
      built: random.next() < 0.7,
      purpose: kind < 0.85 ? 1120 : kind < 0.94 ? 5220 : 1170,
    });
  }
  return fields;
}

/** Fields keep 400 m apart, so that each stays a zone of its own. */
function nearField(land: Land, fields: CabinField[], face: number): boolean {
  const [x, y] = siteOf(land, face);
  return fields.some(({ faces: [first = face] }) => {
    const [ox, oy] = siteOf(land, first);
    return Math.hypot(x - ox, y - oy) < 400;
  });
}
