import type { Layer } from '../../../layers/declaration/layer.ts';
import type { Database } from '../../database/database.ts';
import { layerStatement } from '../../database/layer-statement.ts';
import { statement } from '../../database/statement.ts';
import type { Frame } from './frame.ts';

/** Something to draw: a path of SVG, or for a point its place. */
export interface Shape {
  path: string | null;
  x: number | null;
  y: number | null;
}

/** Land to draw, by what it is in the picture. */
export interface Land<Kind extends string> {
  frame: number;
  kind: Kind;
  /** Well-known binary, analysis CRS. */
  geom: Buffer;
}

/** So many features of a layer are drawn in one picture, the largest first. */
const mostFeatures = 250;

const framesOf = (frames: readonly Frame[]) => ({
  wests: frames.map(({ west }) => west),
  souths: frames.map(({ south }) => south),
  easts: frames.map(({ east }) => east),
  norths: frames.map(({ north }) => north),
  scales: frames.map(({ scale }) => scale),
});

/**
 * The features of a layer in each frame, cut to it and simplified to what can be seen.
 * @param outline only the borders of polygons
 * @returns shapes by the frame's place in the list
 */
export async function featureShapes(
  database: Database,
  layer: Layer,
  datasets: readonly number[],
  frames: readonly Frame[],
  outline = false,
): Promise<Map<number, Shape[]>> {
  if (datasets.length === 0 || frames.length === 0) return new Map();
  const rows = await database.rows<Shape & { frame: number }>(layerStatement('documents/picture-features', layer), {
    ...framesOf(frames),
    ...{ datasets, outline, most: mostFeatures },
  });
  return byFrame(rows);
}

/** Land in each frame, the same way. */
export async function landShapes<Kind extends string>(
  database: Database,
  lands: readonly Land<Kind>[],
  frames: readonly Frame[],
): Promise<Map<number, (Shape & { kind: Kind })[]>> {
  const rows = await database.rows<Shape & { frame: number; kind: Kind }>(statement('documents/picture-land'), {
    ...framesOf(frames),
    in_frames: lands.map(({ frame }) => frame),
    kinds: lands.map(({ kind }) => kind),
    geoms: lands.map(({ geom }) => geom),
  });
  return byFrame(rows);
}

function byFrame<Row extends { frame: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const list = found.get(row.frame);
    if (list) list.push(row);
    else found.set(row.frame, [row]);
  }
  return found;
}
