import { Explained } from '../../layers/declaration/explained.ts';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Parameters, Session } from '../database/database.ts';
import { isGeometryFailure } from '../database/geometry-failure.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { sideBySide } from '../database/side-by-side.ts';
import { statement } from '../database/statement.ts';
import type { Band } from './bands.ts';

/** Vertices of a block, about: a second or two of work on the embedded database. */
const blockVertices = 100_000;
/** Finding the shared borders takes about as long as drawing this many bands. */
const arcsWeight = 4;
/** Faces that one statement builds, for the same reason. */
const batchFaces = 2_500;

/** Statements that run at once; cutting runs beside. */
const atOnce = 2;

/** What a statement says of faces: those it is about. */
interface Faces {
  faces: number[];
}

/** The tables of working rows are not logged: a server that crashed has emptied them. */
export class WorkingRowsGone extends Explained {
  constructor() {
    super({
      nb: 'Databasen startet på nytt mens kartlaget ble tegnet, og det halvferdige er borte. Importer på nytt.',
      en: 'The database started anew while the layer was drawn, and the unfinished work is gone. Import again.',
    });
  }
}

/** The number of a band finer than all: faces as they are. */
const ownOutline = 99;

/**
 * Generalise the polygons of a coverage so that neighbours still meet: the borders they share are found, simplified
 * band by band from near to far, and the faces beside borders that changed are built anew from them. Each band starts
 * from a map that is right: lines are simplified each for itself; where faces come out wrong, together; where they
 * still do, not at all.
 * @param options.bands those of the layer; in the last one no face may shrink to nothing
 * @param options.onShare told how far it is, 0–1
 * @returns how many faces, over all bands, kept their own outline because their neighbours' borders do not fit them
 * @throws WorkingRowsGone
 */
export async function generaliseCoverage(
  session: Session,
  options: { layer: Layer; dataset: number; bands: readonly Band[]; onShare?: ((share: number) => void) | undefined },
): Promise<number> {
  const { layer, dataset } = options;
  const bands = options.bands.map(({ band }) => band);
  const simplified = options.bands.filter(({ tolerance_m }) => tolerance_m > 0).sort((a, b) => b.band - a.band);
  const work = { session, layer, dataset };
  await session.rows(statement('generalise/forget-working-rows'), { dataset });
  const steps = arcsWeight + simplified.length + 1;
  const tell = (step: number) => options.onShare?.(step / steps);
  const area = await findArcs(work);
  await findOutlines(work);
  tell(arcsWeight);
  const { faces } = await session.row<Faces>(statement('generalise/misfits'), { dataset, finest: ownOutline });
  const misfits = new Set(faces);
  let whole = misfits.size * simplified.length;
  for (const [index, band] of simplified.entries()) {
    const wrong = await drawBand({ ...work, ...area, misfits, band, keepAll: band.band === Math.max(...bands) });
    whole += wrong.length;
    if (wrong.length > 0)
      await session.rows(statement('generalise/whole'), { dataset, band: band.band, finest: ownOutline, faces: wrong });
    tell(arcsWeight + index + 1);
  }
  const all = await session.rows<{ fid: number }>(layerStatement('generalise/faces-of', layer), { dataset });
  await sideBySide(batchesOf(all.map(({ fid }) => fid)), atOnce, async (faces) => {
    const { missing } = await session.row<{ missing: number }>(statement('generalise/store-faces'), {
      ...{ dataset, bands, faces },
    });
    if (missing > 0) throw new WorkingRowsGone();
  });
  await session.rows(statement('generalise/forget-working-rows'), { dataset });
  tell(steps);
  return whole;
}

interface Work {
  session: Session;
  layer: Layer;
  dataset: number;
}

interface Blocks {
  blocks: number[];
  origin: { origin_x: number; origin_y: number };
}

interface Drawing extends Work, Blocks {
  band: Band;
  keepAll: boolean;
  /** Faces that are never built: they keep their own outline. */
  misfits: ReadonlySet<number>;
}

/** Note the own outline of every face. */
async function findOutlines({ session, layer, dataset }: Work): Promise<void> {
  const parameters = { dataset, finest: ownOutline, batch_vertices: blockVertices };
  for (let after: number | null = 0; after !== null;) {
    const next: { last: number | null } = await session.row(layerStatement('generalise/outlines', layer), {
      ...parameters,
      after,
    });
    after = next.last;
  }
}

/** Find the shared borders, block by block. */
async function findArcs({ session, layer, dataset }: Work): Promise<Blocks> {
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
  await sideBySide(blocks, atOnce, async (block) => {
    const west = extent.west + (block % perSide) * width;
    const south = extent.south + Math.floor(block / perSide) * height;
    const corners = { west, south, east: west + width, north: south + height };
    await session.row(layerStatement('generalise/arcs', layer), { dataset, block, ...corners, ...origin });
  });
  return { blocks, origin };
}

/**
 * Simplify all lines and build the faces beside those that changed. Ends for certain: every round gives lines back the
 * shape they had when all faces were right.
 * @returns the faces that no lines enclose
 */
async function drawBand(drawing: Drawing): Promise<number[]> {
  const { session, dataset, band, origin } = drawing;
  const parameters = { dataset, tolerance: band.tolerance_m, ...origin };
  const changed = await sideBySide(drawing.blocks, atOnce, (block) =>
    session.row<Faces>(statement('generalise/draw'), { ...parameters, block }),
  );
  let wrong = await buildFaces(drawing, new Set(changed.flatMap(({ faces }) => faces)));
  if (wrong.length === 0) return [];
  wrong = await buildFaces(drawing, new Set([...wrong, ...(await drawTogether(drawing, wrong))]));
  while (wrong.length > 0) {
    const back = await session.row<Faces>(statement('generalise/draw-as-before'), { dataset, faces: wrong });
    if (back.faces.length === 0) break;
    wrong = await buildFaces(drawing, new Set([...wrong, ...back.faces]));
  }
  return wrong.filter((fid) => fid !== 0);
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

/** Build faces and note the right ones. @returns the wrong ones */
async function buildFaces(drawing: Drawing, faces: ReadonlySet<number>): Promise<number[]> {
  const { session, dataset, band, keepAll, misfits } = drawing;
  const parameters = { dataset, band: band.band, tolerance: band.tolerance_m, keep_all: keepAll };
  const wrong = await sideBySide(batchesOf([...faces].filter((fid) => !misfits.has(fid))), atOnce, (batch) =>
    wrongAmong(session, parameters, batch),
  );
  return wrong.flat();
}

/** Faces in their order, so that a statement reads rows that lie together. */
function batchesOf(faces: readonly number[]): number[][] {
  const inOrder = faces.toSorted((a, b) => a - b);
  return Array.from({ length: Math.ceil(inOrder.length / batchFaces) }, (_, batch) =>
    inOrder.slice(batch * batchFaces, (batch + 1) * batchFaces),
  );
}

/**
 * Build faces and ask which are wrong. Where lines of a face cross, GEOS may fail: each half is asked for itself then,
 * and the face at which it fails alone is wrong.
 */
async function wrongAmong(session: Session, parameters: Parameters, faces: readonly number[]): Promise<number[]> {
  try {
    return (await session.row<Faces>(statement('generalise/faces'), { ...parameters, faces })).faces;
  } catch (error) {
    if (!isGeometryFailure(error)) throw error;
    if (faces.length === 1) return [...faces];
  }
  const half = faces.length >> 1;
  const before = await wrongAmong(session, parameters, faces.slice(0, half));
  return [...before, ...(await wrongAmong(session, parameters, faces.slice(half)))];
}
