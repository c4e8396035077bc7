import type { Position } from 'geojson';
import { type Mesh } from './mesh.ts';
import { bendsAlong, planarArea, ringArea, unionsOf, type Area } from './rings.ts';

/** One difference between the two land-cover surveys. */
export interface Change {
  /** `noise` is a border drawn a little beside the old one; the ground did not change. */
  kind: 'real' | 'noise';
  /** AR5 class in the opening and in the closing survey. */
  from: number;
  to: number;
  /** Number of the municipality. */
  municipality: string;
  /** Planar in EPSG:25832, m². */
  area_m2: number;
  geometry: Area;
}

/** What the change list is made of: classes of the faces in both surveys, and the borders that moved. */
export interface Surveys {
  mesh: Mesh;
  opening: Uint8Array;
  closing: Uint8Array;
  /** Of each edge: +1 moved towards its left face, −1 to its right, 0 stayed. */
  side: Int8Array;
  municipalityOf: Int32Array;
  numbers: string[];
}

/** Every difference between the surveys, each piece of ground once: what they hold adds up to the two coverages. */
export function changesOf(surveys: Surveys): Change[] {
  return [...realChanges(surveys), ...noiseChanges(surveys)];
}

function realChanges({ mesh, opening, closing, municipalityOf, numbers }: Surveys): Change[] {
  const changed = Int32Array.from({ length: mesh.faces }, (_, face) => (opening[face] === closing[face] ? -1 : face));
  const unions = unionsOf(mesh, changed, 'closing');
  const list: Change[] = [];
  for (let face = 0; face < unions.labels; face++) {
    const geometry = unions.get(face);
    if (!geometry) continue;
    list.push({
      kind: 'real',
      from: opening[face],
      to: closing[face],
      municipality: numbers[municipalityOf[face]] ?? '',
      area_m2: planarArea(geometry),
      geometry,
    });
  }
  return list;
}

function noiseChanges({ mesh, opening, side, municipalityOf, numbers }: Surveys): Change[] {
  const list: Change[] = [];
  for (let edge = 0; edge < mesh.edges; edge++) {
    const left = mesh.left[edge];
    const right = mesh.right[edge];
    if (side[edge] === 0 || opening[left] === opening[right]) continue;
    const losing = side[edge] > 0 ? left : right;
    const ring = stripBetween(mesh, edge);
    list.push({
      kind: 'noise',
      from: opening[losing],
      to: opening[losing === left ? right : left],
      municipality: numbers[municipalityOf[left]] ?? '',
      area_m2: ringArea(ring),
      geometry: { type: 'Polygon', coordinates: [ring] },
    });
  }
  return list;
}

/** The ground between the old border and the new one, as an anticlockwise ring. */
function stripBetween(mesh: Mesh, edge: number): Position[] {
  const start = [mesh.nodeX[mesh.from[edge]], mesh.nodeY[mesh.from[edge]]];
  const end = [mesh.nodeX[mesh.to[edge]], mesh.nodeY[mesh.to[edge]]];
  const ring = [
    start,
    ...bendsAlong(mesh, 2 * edge, 'opening'),
    end,
    ...bendsAlong(mesh, 2 * edge + 1, 'closing'),
    [...start],
  ];
  return ringArea(ring) > 0 ? ring : ring.reverse();
}
