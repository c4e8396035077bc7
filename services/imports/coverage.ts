import { setImmediate } from 'node:timers/promises';
import type { Layer } from '../../layers/declaration/layer.ts';
import type { Session } from '../database/database.ts';
import { layerStatement } from '../database/layer-statement.ts';
import { sideBySide } from '../database/side-by-side.ts';
import { statement } from '../database/statement.ts';
import type { Band } from './bands.ts';
import { bordersOf, type Borders } from './coverage/borders.ts';
import { linesAsWkb, linesFromWkb, type Lines } from './coverage/lines.ts';
import { Rings } from './coverage/rings.ts';
import { Shapes } from './coverage/shapes.ts';
import { Simplifier } from './coverage/simplify.ts';

/** Vertices that are worked on at once, about: some 150 MB. */
const blockVertices = 1_000_000;
/** A block that is not cut any more, metres: polygons may lie on one another. */
const smallest = 10;
/** Vertices that one statement reads, about, and faces that one stores: a second's work on the embedded database. */
const batchVertices = 50_000;
const batchFaces = 2_500;
/** Statements that run at once; cutting runs beside. */
const atOnce = 2;

/**
 * Generalise the polygons of a coverage so that neighbours still meet: the borders they share are found, and simplified
 * band by band from near to far, for all faces at once. A large coverage is worked on block by block; borders between
 * faces of different blocks stay as they are.
 * @param options.bands those of the layer; in the last one no face may shrink to nothing
 * @param options.mostVertices of a block, about
 * @param options.onShare told how far it is, 0–1
 * @returns how many faces, over all bands, kept their own outline because they lie on other faces
 */
export async function generaliseCoverage(
  session: Session,
  options: {
    layer: Layer;
    dataset: number;
    bands: readonly Band[];
    mostVertices?: number;
    onShare?: ((share: number) => void) | undefined;
  },
): Promise<number> {
  const { layer, dataset, mostVertices = blockVertices, onShare } = options;
  const bands = options.bands.toSorted((a, b) => b.band - a.band);
  const simplified = bands.filter(({ tolerance_m }) => tolerance_m > 0);
  const steps = bands.map((band) => simplified.indexOf(band));
  const blocks = await blocksOf(session, layer, dataset, mostVertices);
  let ownOutline = 0;
  for (const [index, block] of blocks.entries()) {
    const tell = (share: number) => onShare?.((index + share) / blocks.length);
    const rings = await read(session, layer, dataset, block);
    tell(0.2);
    const borders = await bordersOf(rings, (lines) => project(session, lines), blocks.length > 1);
    const simplifier = new Simplifier(borders);
    for (const [step, { tolerance_m, band }] of simplified.entries()) {
      await setImmediate(); // others want a turn
      simplifier.draw(step, tolerance_m, band === bands[0].band);
    }
    tell(0.4);
    const numbers = bands.map(({ band }) => band);
    await store(session, {
      layer,
      dataset,
      borders,
      bands: numbers,
      steps,
      onShare: (share) => tell(0.4 + 0.6 * share),
    });
    ownOutline += borders.arcs.overlapping.size * simplified.length;
  }
  return ownOutline;
}

interface Block {
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * Blocks over the polygons of a dataset: in four until none has too many vertices, or only one polygon. Each polygon
 * belongs to the block that its middle is in; a block holds its own west and south border, not the other two.
 */
async function blocksOf(session: Session, layer: Layer, dataset: number, mostVertices: number): Promise<Block[]> {
  const extent = await session.row<Block>(layerStatement('generalise/extent', layer), { dataset });
  const count = layerStatement('generalise/block', layer);
  const blocks: Block[] = [];
  const undivided: Block[] = [extent];
  for (let block = undivided.pop(); block; block = undivided.pop()) {
    const found = await session.row<{ polygons: number; vertices: number }>(count, { dataset, ...block });
    const canBeCut = found.polygons > 1 && block.east - block.west > smallest;
    if (found.vertices > mostVertices && canBeCut) undivided.push(...quartersOf(block));
    else if (found.polygons > 0) blocks.push(block);
  }
  return blocks;
}

function quartersOf({ west, south, east, north }: Block): Block[] {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return [
    { west, south, east: x, north: y },
    { west: x, south, east, north: y },
    { west, south: y, east: x, north },
    { west: x, south: y, east, north },
  ];
}

async function read(session: Session, layer: Layer, dataset: number, block: Block): Promise<Rings> {
  const polygons: { fid: number; wkb: Buffer }[] = [];
  const next = layerStatement('generalise/polygons', layer);
  for (let after: number | undefined = 0; after !== undefined;) {
    const parameters = { dataset, after, ...block, batch_vertices: batchVertices };
    const found: typeof polygons = await session.rows<{ fid: number; wkb: Buffer }>(next, parameters);
    for (const polygon of found) polygons.push(polygon);
    after = found.at(-1)?.fid;
  }
  const rings = new Rings(polygons.reduce((sum, { wkb }) => sum + Math.ceil(wkb.length / 16), 0));
  for (const { fid, wkb } of polygons) rings.add(fid, wkb);
  return rings;
}

/** Lines of the analysis CRS in EPSG:3857. */
async function project(session: Session, lines: Lines): Promise<Lines> {
  const projected = await session.row<{ lines: Buffer }>(statement('generalise/project'), { lines: linesAsWkb(lines) });
  return linesFromWkb(projected.lines);
}

interface Drawn {
  layer: Layer;
  dataset: number;
  borders: Borders;
  bands: readonly number[];
  steps: readonly number[];
  onShare: (share: number) => void;
}

async function store(session: Session, { layer, dataset, borders, bands, steps, onShare }: Drawn): Promise<void> {
  const { fids } = borders.rings;
  const batches = Array.from({ length: Math.ceil(fids.length / batchFaces) }, (_, batch) => batch * batchFaces);
  let stored = 0;
  await sideBySide(batches, atOnce, async (start) => {
    const shapes = new Shapes(borders, bands, steps);
    const end = Math.min(fids.length, start + batchFaces);
    for (let face = start; face < end; face += 1) shapes.add(face);
    const { own, drawn, areas } = shapes;
    await session.rows(layerStatement('generalise/store', layer), {
      dataset,
      ...{ own_fids: own.fids, own_first_bands: own.firstBands, own_last_bands: own.lastBands, own_sizes: own.sizes },
      ...{ fids: drawn.fids, first_bands: drawn.firstBands, last_bands: drawn.lastBands, sizes: drawn.sizes, areas },
    });
    stored += end - start;
    onShare(stored / fids.length);
  });
}
