import type { CabinField } from './cabin-fields.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import type { Mineral } from './minerals.ts';
import { smoothNoise } from './noise.ts';
import { countyFaces, isWild } from './places.ts';
import type { Stage } from './stage.ts';

/** Purpose and status of a face in one number: 11202 is purpose 1120, status 2. */
export const purposeAndStatus = (purpose: number, status: 1 | 2 | 3): number => purpose * 10 + status;

/** What the master plans in force set each face aside for; −1 outside the county. Act of 2008. */
export function purposesInForce(land: Land, stage: Stage, fields: CabinField[], minerals: Mineral[]): Int32Array {
  const { mesh, origin } = land;
  const patch = smoothNoise(land.seed, 'purposes');
  const purposes = Int32Array.from(origin, (cell, face) =>
    land.municipalityOf[face] < 0
      ? -1
      : purposeOfGround(land, cell, patch(mesh.siteX[cell] / 420, mesh.siteY[cell] / 420)),
  );
  const set = (faces: number[], value: number) => faces.forEach((face) => (purposes[face] = value));
  // The old-law sub-plan alone covers the oldest field.
  const oldest = stage.spots.get('cabins-old-law')?.faces[0];
  for (const { faces, purpose, built } of fields)
    if (faces[0] !== oldest) set(faces, purposeAndStatus(purpose, built ? 1 : 2));
  set(stage.spots.get('mineral-extraction')?.faces ?? [], purposeAndStatus(1200, 1));
  set(quarries(land, stage, minerals), purposeAndStatus(1200, 1));
  set(parks(land), purposeAndStatus(3040, 1));
  // A plot cleared in a cell lies in the zone of the cell.
  return purposes.map((value, face) => (value < 0 ? value : purposes[origin[face]]));
}

/** @param patch −1 to 1: towns are patchworks */
function purposeOfGround({ ground }: Land, face: number, patch: number): number {
  const opening = ground.opening[face];
  const near = ground.nearness[face];
  if (opening === cover.water) return purposeAndStatus(6001, 1);
  if (opening === cover.transport) return purposeAndStatus(2010, 1);
  if (ground.closing[face] === cover.transport) return purposeAndStatus(2010, 2);
  if (opening === cover.built) {
    if (near < 0.3) return purposeAndStatus(1130, patch > 0.3 ? 3 : 1);
    if (patch > 0.45) return purposeAndStatus(1300, 1);
    return purposeAndStatus(patch < -0.5 ? 1160 : 1110, 1);
  }
  if (near < 1.3 && patch > 0.25) return purposeAndStatus(1110, 2);
  if (near < 1.3 && patch < -0.4) return purposeAndStatus(1300, 2);
  return purposeAndStatus(
    ground.closing[face] === cover.built ? 1110 : 5100,
    ground.closing[face] === cover.built ? 2 : 1,
  );
}

/** Gravel and crushed rock that is extracted today: the cell round every sixth such resource. */
function quarries(land: Land, stage: Stage, minerals: Mineral[]): number[] {
  const sites = new Set(
    minerals
      .filter(({ area, kind }) => area && (kind === 'gravel' || kind === 'crushed-rock'))
      .filter((_, index) => index % 6 === 0)
      .map(({ at: [x, y] }) => `${x},${y}`),
  );
  return countyFaces(land).filter(
    (face) =>
      isWild(land, face) && !stage.taken.has(face) && sites.has(`${land.mesh.siteX[face]},${land.mesh.siteY[face]}`),
  );
}

/** In every municipality one open space in its town: the first of the cells half way out. */
function parks(land: Land): number[] {
  const first = new Map<number, number>();
  for (const face of countyFaces(land)) {
    const near = land.ground.nearness[face];
    const index = land.municipalityOf[face];
    if (!first.has(index) && near > 0.35 && near < 0.85 && land.ground.opening[face] === cover.built)
      first.set(index, face);
  }
  return [...first.values()];
}
