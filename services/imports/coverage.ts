import type { Layer } from '../../layers/declaration/layer.ts';
import type { Parameters, Session } from '../database/database.ts';
import { isGeometryFailure } from '../database/geometry-failure.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { statement, type Statement } from '../database/statement.ts';
import type { Band } from './bands.ts';

/** Vertices of a block, about: a second or two of work on the embedded database. */
const blockVertices = 100_000;
/** Faces that one statement builds, for the same reason. */
const batchFaces = 5_000;

/** What a statement says of faces: those it is about. */
interface Faces {
  faces: number[];
}

/**
 * Generalise the polygons of a coverage so that neighbours still meet: the borders they share are found, simplified
 * band by band from near to far, and the faces built anew from them. Each band starts from a map that is right: lines
 * are simplified each for itself; where faces come out wrong, together; where they still do, not at all.
 * Measured on 2 cores, processor time: 15,000 polygons of 48 vertices in four bands 8 s (PostgreSQL 15, PostGIS 3.3.2),
 * nearly half of it to find the borders; 3,000 polygons 4.5 s on the embedded database.
 * @param options.bands those with a tolerance, in any order
 * @param options.keepAllIn the layer's last band: in it no face may shrink to nothing
 * @returns how many faces, over all bands, kept their own outline because their neighbours' borders do not fit them
 */
export async function generaliseCoverage(
  session: Session,
  options: { layer: Layer; dataset: number; bands: readonly Band[]; keepAllIn: number },
): Promise<number> {
  const { layer, dataset } = options;
  await session.rows(statement('generalise/forget-arcs'), { dataset });
  const area = await findArcs(session, layer, dataset);
  const faces = await session.rows<{ fid: number }>(layerStatement('generalise/faces-of', layer), { dataset });
  const all = [0, ...faces.map(({ fid }) => fid)];
  let whole = 0;
  for (const band of [...options.bands].sort((a, b) => b.band - a.band)) {
    const drawing: Drawing = { ...area, session, layer, dataset, band, keepAll: band.band === options.keepAllIn };
    const wrong = (await drawBand(drawing, all)).filter((fid) => fid !== 0);
    await session.rows(layerStatement('generalise/whole', layer), { dataset, band: band.band, faces: wrong });
    whole += wrong.length;
  }
  await session.rows(statement('generalise/forget-arcs'), { dataset });
  return whole;
}

interface Blocks {
  blocks: number[];
  origin: { origin_x: number; origin_y: number };
}

interface Drawing extends Blocks {
  session: Session;
  layer: Layer;
  dataset: number;
  band: Band;
  keepAll: boolean;
}

/** Find the shared borders, block by block. */
async function findArcs(session: Session, layer: Layer, dataset: number): Promise<Blocks> {
  const extent = await session.row<{ west: number; south: number; east: number; north: number; vertices: number }>(
    layerStatement('generalise/blocks', layer),
    { dataset },
  );
  const origin = { origin_x: (extent.west + extent.east) / 2, origin_y: (extent.south + extent.north) / 2 };
  const perSide = Math.ceil(Math.sqrt(extent.vertices / blockVertices));
  // The last block of a row reaches past the edge: a block holds its own west and south border, not the other two.
  const width = (extent.east - extent.west + 1) / perSide;
  const height = (extent.north - extent.south + 1) / perSide;
  const blocks = Array.from({ length: perSide * perSide }, (_, block) => block);
  for (const block of blocks) {
    const west = extent.west + (block % perSide) * width;
    const south = extent.south + Math.floor(block / perSide) * height;
    const corners = { west, south, east: west + width, north: south + height };
    await session.row(layerStatement('generalise/arcs', layer), { dataset, block, ...corners, ...origin });
  }
  return { blocks, origin };
}

/**
 * Simplify all lines and build the faces from them. Ends for certain: every round gives lines back the shape they had
 * when all faces were right.
 * @returns the faces that no lines enclose
 */
async function drawBand(drawing: Drawing, all: readonly number[]): Promise<number[]> {
  const { session, dataset, band, origin } = drawing;
  const tolerance = band.tolerance_m;
  for (const block of drawing.blocks)
    await session.row(statement('generalise/draw'), { dataset, block, tolerance, ...origin });
  const first = await buildFaces(drawing, all);
  if (first.length === 0) return [];
  const misfits = new Set(await wrongAmong(session, statement('generalise/misfits'), { dataset }, first));
  let wrong = first.filter((fid) => !misfits.has(fid));
  const buildAgain = async (beside: Iterable<number>) => {
    wrong = await buildFaces(
      drawing,
      [...new Set([...wrong, ...beside])].filter((fid) => !misfits.has(fid)),
    );
  };
  await buildAgain(await drawTogether(drawing, wrong));
  while (wrong.length > 0) {
    const back = await session.row<Faces>(statement('generalise/draw-as-before'), { dataset, faces: wrong });
    if (back.faces.length === 0) break;
    await buildAgain(back.faces);
  }
  return [...misfits, ...wrong];
}

/** Draw all lines of the blocks round faces again, so that none crosses another. @returns the faces beside them */
async function drawTogether(drawing: Drawing, faces: readonly number[]): Promise<Set<number>> {
  const { session, dataset, band, origin } = drawing;
  const parameters = { dataset, tolerance: band.tolerance_m, ...origin };
  const beside = new Set<number>();
  for (const { block } of await session.rows<{ block: number }>(statement('generalise/blocks-round'), {
    dataset,
    faces,
  })) {
    const drawn = await session.row<Faces>(statement('generalise/draw-together'), { ...parameters, block });
    for (const fid of drawn.faces) beside.add(fid);
  }
  return beside;
}

/** Build faces and store the right ones. @returns the wrong ones */
async function buildFaces(drawing: Drawing, faces: readonly number[]): Promise<number[]> {
  const { session, layer, dataset, band, keepAll } = drawing;
  const parameters = { dataset, band: band.band, tolerance: band.tolerance_m, keep_all: keepAll };
  const wrong: number[] = [];
  for (let start = 0; start < faces.length; start += batchFaces) {
    const batch = faces.slice(start, start + batchFaces);
    wrong.push(...(await wrongAmong(session, layerStatement('generalise/faces', layer), parameters, batch)));
  }
  return wrong;
}

/**
 * Ask which of the faces are wrong. Where lines of a face cross, GEOS may fail: each half is asked for itself then, and
 * the face at which it fails alone is wrong.
 */
async function wrongAmong(
  session: Session,
  question: Statement,
  parameters: Parameters,
  faces: readonly number[],
): Promise<number[]> {
  try {
    return (await session.row<Faces>(question, { ...parameters, faces })).faces;
  } catch (error) {
    if (!isGeometryFailure(error)) throw error;
    if (faces.length === 1) return [...faces];
  }
  const half = faces.length >> 1;
  const before = await wrongAmong(session, question, parameters, faces.slice(0, half));
  return [...before, ...(await wrongAmong(session, question, parameters, faces.slice(half)))];
}
