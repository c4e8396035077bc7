import type { Point } from './frame.ts';
import { cover } from './ground.ts';
import type { Land } from './land.ts';
import type { Random } from './random.ts';

/** The cells of the county, without the plots cleared in them. */
export function countyFaces(land: Land): number[] {
  const faces: number[] = [];
  for (let face = 0; face < land.mesh.faces; face++)
    if (land.municipalityOf[face] >= 0 && land.origin[face] === face) faces.push(face);
  return faces;
}

export const siteOf = ({ mesh }: Land, face: number): Point => [mesh.siteX[face], mesh.siteY[face]];

/** Forest, open ground or mire that stayed as it was: room for something new. */
export function isWild({ ground }: Land, face: number): boolean {
  const opening = ground.opening[face];
  return opening === ground.closing[face] && [cover.forest, cover.open, cover.mire].some((wild) => wild === opening);
}

/** A face and those round it, nearest first, until they are `fewest` and cover `area` m²; only such as `allowed` lets in. */
export function cluster(
  land: Land,
  start: number,
  area: number,
  allowed: (face: number) => boolean,
  fewest = 1,
): number[] {
  const { neighbours } = land;
  const taken = new Set([start]);
  const found: number[] = [];
  let covered = 0;
  for (const face of taken) {
    found.push(face);
    covered += roughArea(land, face);
    if (covered >= area && found.length >= fewest) break;
    for (const { face: other } of neighbours.of(face)) {
      const same = land.municipalityOf[other] === land.municipalityOf[start];
      if (same && land.origin[other] === other && allowed(other)) taken.add(other);
    }
  }
  return found;
}

/** Area of a cell before its borders were roughened, m². */
export function roughArea({ mesh, neighbours }: Land, face: number): number {
  let double = 0;
  const [x, y] = [mesh.siteX[face], mesh.siteY[face]];
  for (const { edge } of neighbours.of(face)) {
    const [a, b] = [mesh.from[edge], mesh.to[edge]];
    const cross = (mesh.nodeX[a] - x) * (mesh.nodeY[b] - y) - (mesh.nodeX[b] - x) * (mesh.nodeY[a] - y);
    double += Math.abs(cross);
  }
  return double / 2;
}

/** A point inside a cell: borders never come nearer to the site than half way to where the straight border runs. */
export function pointIn(land: Land, face: number, random: Random): Point {
  const { mesh } = land;
  const { edge } = random.pick(land.neighbours.of(face).filter(({ edge }) => mesh.from[edge] !== mesh.to[edge]));
  const share = random.next();
  const reach = 0.49 * Math.sqrt(random.next());
  const [a, b] = [mesh.from[edge], mesh.to[edge]];
  const x = mesh.nodeX[a] * share + mesh.nodeX[b] * (1 - share);
  const y = mesh.nodeY[a] * share + mesh.nodeY[b] * (1 - share);
  const [sx, sy] = siteOf(land, face);
  return [sx + reach * (x - sx), sy + reach * (y - sy)];
}
