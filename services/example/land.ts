import { cellsOf } from './cells.ts';
import { changesOf, type Change } from './changes.ts';
import { withClearings } from './clearings.ts';
import { divisionOf, type Division } from './division.ts';
import { countyFrame, type Frame } from './frame.ts';
import { cover, groundOf, type Ground } from './ground.ts';
import { neighboursOf, type Mesh, type Neighbours } from './mesh.ts';
import { remapped } from './remapping.ts';
import { unionsOf, type Area } from './rings.ts';
import { settlementsOf, type Settlements } from './settlements.ts';
import { sitesOf } from './sites.ts';
import { terrainOf, type Terrain } from './terrain.ts';

/** The county before anything is drawn on it: ground, cells, who they belong to, what they are. */
export interface Land extends Division {
  seed: number;
  scale: number;
  frame: Frame;
  terrain: Terrain;
  settlements: Settlements;
  mesh: Mesh;
  neighbours: Neighbours;
  ground: Ground;
  /** For each face the face it was part of in the opening survey. */
  origin: Int32Array;
  changes: Change[];
  /** The whole county. */
  outline: Area;
}

export function landOf(seed: number, scale: number): Land {
  const frame = countyFrame(seed, scale);
  const terrain = terrainOf(frame);
  const settlements = settlementsOf(terrain);
  const sites = sitesOf(terrain, settlements);
  const cells = cellsOf(sites, seed);
  const besideCells = neighboursOf(cells);
  const division = divisionOf(cells, besideCells, terrain, settlements);
  const whole = groundOf(cells, sites, terrain, settlements, (face) => division.municipalityOf[face] >= 0);
  const { mesh: still, origin } = withClearings(cells, besideCells, whole, seed);

  const ground = extended(whole, origin, cells.faces);
  const municipalityOf = origin.map((face) => division.municipalityOf[face]);
  const touched = touchedFaces(ground, origin);
  const { side, points } = remapped(still, seed, (edge) => {
    const left = still.left[edge];
    const right = still.right[edge];
    const municipality = municipalityOf[left];
    return municipality >= 0 && municipality === municipalityOf[right] && !touched.has(left) && !touched.has(right);
  });
  const mesh = { ...still, points: { opening: still.points.opening, closing: points } };
  const outline = unionsOf(
    mesh,
    Int32Array.from(municipalityOf, (index) => Math.min(index, 0)),
    'opening',
  ).get(0);
  if (!outline) throw new Error('The example county has no land.');
  return {
    ...division,
    seed,
    scale,
    frame,
    terrain,
    settlements,
    mesh,
    neighbours: neighboursOf(mesh),
    ground,
    origin,
    municipalityOf,
    regionOf: origin.map((face) => division.regionOf[face]),
    changes: changesOf({
      mesh,
      opening: ground.opening,
      closing: ground.closing,
      side,
      municipalityOf,
      numbers: division.municipalities.map(({ number }) => number),
    }),
    outline,
  };
}

/** The ground of the cells and of the plots cleared in them, which were built. */
function extended(ground: Ground, origin: Int32Array, cells: number): Ground {
  return {
    opening: Uint8Array.from(origin, (face) => ground.opening[face]),
    closing: Uint8Array.from(origin, (face, index) => (index < cells ? ground.closing[face] : cover.built)),
    height: Float64Array.from(origin, (face) => ground.height[face]),
    aboveTreeline: Float64Array.from(origin, (face) => ground.aboveTreeline[face]),
    nearness: Float64Array.from(origin, (face) => ground.nearness[face]),
    river: Uint8Array.from(origin, (face) => ground.river[face]),
  };
}

/** Faces that really changed, or had a plot cleared in them. */
function touchedFaces(ground: Ground, origin: Int32Array): Set<number> {
  const touched = new Set<number>();
  origin.forEach((face, index) => {
    if (ground.opening[index] === ground.closing[index]) return;
    touched.add(index);
    touched.add(face);
  });
  return touched;
}
